import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween, fieldsOf } from './fields.ts'
import { shown, shownText } from './shown.ts'

test.each([
  ['course', 'course'],
  ['ask anna@example.com about it', 'ask a…@example.com about it'],
  ['a@b@c', 'a…@b…@c'],
  ['https://user:pass@shop.example.com/hook/s3cret?key=1', 'https://shop.example.com/…'],
  ['HTTPS://shop.example.com', 'HTTPS://shop.example.com/…'],
  ['see postgres://me:pw@db1/billkeep now', 'see postgres://db1/… now'],
  ['line\nbreak\0', 'line\u{fffd}break\u{fffd}'],
  ['\ud800', '\u{fffd}'],
  ['x'.repeat(300), `${'x'.repeat(200)}…`],
  ['', ''],
])('%j is shown as %j', (text, expected) => {
  expect(shownText(text)).toBe(expected)
})

test('whatever a text has around it, no e-mail address is whole in what is shown of it', () => {
  fc.assert(
    fc.property(fc.string(), fc.emailAddress(), fc.string(), (before, email, after) => {
      expect(JSON.stringify(shown({ [before + email]: [before + email + after] }))).not.toContain(email)
    }),
  )
})

test('lists and what is in them are shown too, long ones in part', () => {
  expect(shown({ list: Array.from({ length: 23 }, () => 'a@b.c'), none: null, is: true })).toEqual({
    list: [...Array.from({ length: 20 }, () => 'a…@b.c'), '… 3 more'],
    none: null,
    is: true,
  })
})

test('of something new, what says nothing and what nobody knows is left out', () => {
  const thing = { number: 3, title: '', fees: [null, null], notify: { paid: '' }, off: false, extra: { key: 's3cret' } }
  expect(fieldsOf(thing)).toEqual({ number: 3, off: false })
})

test('of a change, the fields that differ are told, but never what is in those that anybody may fill', () => {
  const before = { title: 'a', priceMinor: 1, extra: { key: 'old' }, notify: { paid: 'http://a.example/?k=1' } }
  expect(changesBetween(before, { ...before, extra: { key: 'old' } })).toBeUndefined()
  expect(changesBetween(before, { ...before, priceMinor: 2, extra: { key: 'new' }, notify: { paid: '' } })).toEqual({
    priceMinor: { was: 1, is: 2 },
    extra: 'changed',
    notify: { was: { paid: 'http://a.example/…' }, is: { paid: '' } },
  })
})
