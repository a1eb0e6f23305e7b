import { expect, test } from 'vitest'
import { hasWords, wordsIn } from './order-words.ts'

const order = { number: 258_367, text: 'Buyer@Example.com Ёлка Ångström Иванова ', phone: '+7 (900) 123-45-67' }

test.each([
  'buyer@example.com',
  'EXAMPLE',
  '8367',
  'ёлка',
  'ИВАНОВА ёл',
  'иван   example',
  'A\u030Angström',
  'å',
  '9001234567',
  '+7(900)123-45-67',
  '+7 (900) 123-45-67',
  '900.123',
])('«%s» is found', (typed) => expect(hasWords(wordsIn(typed), order)).toBe(true))

test.each(['nobody', 'иванова nobody', 'example.com.', 'angstrom', '258368', '90012345678', 'com Ёлка nobody'])(
  '«%s» is not found',
  (typed) => expect(hasWords(wordsIn(typed), order)).toBe(false),
)

test('two digits are looked for as they stand, or they would be in every telephone number', () => {
  expect(hasWords(wordsIn('0-1'), order)).toBe(false)
  expect(hasWords(wordsIn('00-1'), order)).toBe(true)
})

test('of what is blank there are no words, and every order has them', () => {
  expect(wordsIn(' \t\u00A0')).toEqual([])
  expect(hasWords([], order)).toBe(true)
})
