import { expect, test } from 'vitest'
import { isFoundBy } from './search.ts'

test.each([
  ['course', true],
  ['COOK', true],
  ['cooking course', true],
  ['Ёлка', true],
  ['ёлка', true],
  ['ｃｏｕｒｓｅ', true],
  ['', true],
  [' cook ', true],
  ['%', false],
  ['course of nothing', false],
  ['courses', false],
])('«%s»: %s', (search, isFound) => {
  expect(isFoundBy(['course', 'Cooking for ЁЛКА'], search)).toBe(isFound)
})
