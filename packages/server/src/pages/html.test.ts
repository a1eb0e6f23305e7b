import { expect, test } from 'vitest'
import { markup, nothing } from './html.ts'

test('what people wrote is text, in elements and in attributes', () => {
  const text = `<b a="1" b='2'>&amp;</b>`
  const escaped = '&#60;b a=&#34;1&#34; b=&#39;2&#39;&#62;&#38;amp;&#60;/b&#62;'
  expect(markup`<p title="${text}">${text}</p>`.text).toBe(`<p title="${escaped}">${escaped}</p>`)
})

test('markup within markup stays, one or several', () => {
  const items = ['<', '\\n'].map((item) => markup`<li>${item}`)
  expect(markup`<ul>${items}${nothing}${markup`<li>`}</ul>`.text).toBe('<ul><li>&#60;<li>\\n<li></ul>')
})
