import { expect, test } from 'vitest'
import { parseProductName, parseProductTitle } from './product.ts'

test.each([
  ['course', 'course'],
  [' 222 ', '222'],
  ['Курс №1 (new)', 'Курс №1 (new)'],
  ['x'.repeat(100), 'x'.repeat(100)],
])('%j is a name', (text, name) => {
  expect(parseProductName(text)).toBe(name)
})

test.each(['', ' ', 'a,b', 'a\tb', 'a\u0000b', 'x'.repeat(101)])('%j is no name', (text) => {
  expect(() => parseProductName(text)).toThrow(RangeError)
})

test.each([
  [' Course of cooking, 2nd edition ', 'Course of cooking, 2nd edition'],
  ['x'.repeat(1_000), 'x'.repeat(1_000)],
])('%j is a title', (text, title) => {
  expect(parseProductTitle(text)).toBe(title)
})

test.each(['', '\n', 'a\nb', 'x'.repeat(1_001)])('%j is no title', (text) => {
  expect(() => parseProductTitle(text)).toThrow('1 to 1,000 printable characters')
})
