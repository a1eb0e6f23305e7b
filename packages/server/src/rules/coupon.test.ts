import { expect, test } from 'vitest'
import { checkPeriod, parseCouponCode } from './coupon.ts'

test.each([
  [' Spring50 ', 'Spring50'],
  ['Осень, 10 %', 'Осень, 10 %'],
  ['x'.repeat(100), 'x'.repeat(100)],
])('%j is a code', (text, code) => {
  expect(parseCouponCode(text)).toBe(code)
})

test.each(['', ' ', 'a\nb', 'a\u0000b', 'x'.repeat(101)])('%j is no code', (text) => {
  expect(() => parseCouponCode(text)).toThrow(RangeError)
})

test.each([
  [null, null],
  [1, null],
  [null, 1],
  [1, 2],
])('a coupon may count from %j until %j', (validFrom, validUntil) => {
  expect(() => checkPeriod({ validFrom, validUntil })).not.toThrow()
})

test.each([
  [1, 1],
  [2, 1],
])('but not from %j until %j', (validFrom, validUntil) => {
  expect(() => checkPeriod({ validFrom, validUntil })).toThrow(RangeError)
})
