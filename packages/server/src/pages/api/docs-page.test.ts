import { hash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { describedOperations } from '../../derive/openapi/described-operation.ts'
import { openApi } from '../../derive/openapi/open-api.ts'
import { problems } from '../../operations/problems.ts'
import { docsPage } from './docs-page.ts'
import { docsStyleHash } from './docs-style.ts'
import { problemPage, problemsPage, type ToldProblem } from './problem-pages.ts'

const document = openApi()
const told = Object.values<ToldProblem>(problems)
const pages = new Map([
  ['/v1/docs', docsPage(document)],
  ['/v1/problems', problemsPage(told)],
  ...told.map((problem) => [`/v1/problems/${problem.slug}`, problemPage(problem, told, document)] as const),
])

describe.each([...pages])('%s', (path, page) => {
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id)

  test('names each of its places once', () => {
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has links that lead somewhere', () => {
    const links = [...page.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => href)
    const broken = links.filter((href) => {
      if (href === '/v1/openapi.json' || href.startsWith('https://www.rfc-editor.org/')) return false
      const [target = '', id] = href.split('#')
      const there = pages.get(target === '' ? path : target)
      return there === undefined || (id !== undefined && !there.includes(` id="${id}"`))
    })
    expect(links.length).toBeGreaterThan(3)
    expect(broken).toEqual([])
  })

  test('loads nothing, runs nothing, and has the style that its policy lets in', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe| src=| style=| on\w+=|@import|url\(/)
    const [, style = ''] = /<style>(.*)<\/style>/s.exec(page) ?? []
    expect(`sha256-${hash('sha256', style, 'base64')}`).toBe(docsStyleHash)
  })

  test('has one heading of the first level, and no level left out', () => {
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toEqual([1])
    const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
    expect(jumps).toEqual([])
  })
})

test('the reference tells of each operation, its scope and its fields', () => {
  const page = docsPage(document)
  for (const { name, title, scope, input } of describedOperations) {
    const [, section = ''] = page.split(`<section class="operation" id="${name}"`)
    const [text = ''] = section.split('</section>')
    expect(text).toContain(title.replaceAll("'", '&#39;'))
    expect(text).toContain(`<code>${scope}</code>`)
    for (const field of [input.path, input.query, input.body].flatMap((part) => Object.keys(part?.shape ?? {}))) {
      expect(text).toContain(`<code class="name">${field}</code>`)
    }
  }
})

test('what stands in a description or a sample stays text', () => {
  const operation = describedOperations.find(({ name }) => name === 'createOrder')
  if (operation === undefined) throw new Error('There is no createOrder.')
  const evil = `<script>alert('1')</script>`
  const sample = { ...operation.sample, body: { ...operation.sample.body, comment: evil } }
  const page = docsPage(openApi([{ ...operation, title: evil, description: `\`${evil}\``, sample }]))
  expect(page).not.toContain('<script>')
  // In a command it stands within single quotes.
  expect(page).toContain(String.raw`alert(&#39;\&#39;&#39;1&#39;\&#39;&#39;)`)
})
