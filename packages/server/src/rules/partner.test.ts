import { expect, test } from 'vitest'
import { parsePartnerLogin } from './partner.ts'

test.each([
  [' Bob ', 'Bob'],
  ['bob@example.com', 'bob@example.com'],
  ['анна', 'анна'],
])('%j is a login', (text, login) => {
  expect(parsePartnerLogin(text)).toBe(login)
})

test.each(['', ' ', 'a b', 'a,b', 'a\u00a0b', 'a\u0000b', 'x'.repeat(101)])('%j is no login', (text) => {
  expect(() => parsePartnerLogin(text)).toThrow(RangeError)
})
