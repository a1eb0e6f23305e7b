import { expect, test } from 'vitest'
import { emailKey, isEmailAddress } from './email.ts'

test.for(['', 'a', '@', 'a@', '@b', 'a@b@c', 'a b@c', 'a@b c', 'a@b\n', 'a\0@b', 'a@b '])('%j is no address', (text) =>
  expect(isEmailAddress(text)).toBe(false),
)
test('no address ends with a colon: its notification would sign a request', () => {
  expect(isEmailAddress('a@b::alice::')).toBe(false)
  expect(isEmailAddress('a@b:')).toBe(false)
  expect(isEmailAddress('a:@b:c')).toBe(true)
})
test.for(['a@b', '79990000000@from.form', 'a~b+c@example.com', 'анна@пример.рф'])('%j is an address', (text) =>
  expect(isEmailAddress(text)).toBe(true),
)
test('an address is as long as there can be one, and fits into the index of every database', () => {
  expect(isEmailAddress(`${'x'.repeat(308)}@example.com`)).toBe(true)
  expect(isEmailAddress(`${'x'.repeat(309)}@example.com`)).toBe(false)
})
test('customers are compared trimmed and without regard to case', () => {
  expect(emailKey(' Anna@EXAMPLE.com\n')).toBe('anna@example.com')
})
