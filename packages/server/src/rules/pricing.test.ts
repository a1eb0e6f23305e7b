import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Coupon } from './coupon.ts'
import { isValidAt, shareOf, sumOf } from './pricing.ts'

const course = { number: 12_549, priceMinor: 200_000 }

function couponOf(changes: Partial<Coupon> = {}): Coupon {
  return {
    number: 1,
    code: 'SPRING',
    discount: { basisPoints: 1_000 },
    validFrom: null,
    validUntil: null,
    products: [],
    partner: null,
    ...changes,
  }
}

describe('the sum of an item', () => {
  test.each([
    ['is the price', undefined, undefined, 200_000],
    ['is what was asked for', 150_000, undefined, 150_000],
    ['may be nothing', 0, undefined, 0],
    ['is what was asked for, whatever the coupon', 150_000, couponOf(), 150_000],
    ['is less a share', undefined, couponOf(), 180_000],
    ['is less a sum', undefined, couponOf({ discount: { sumMinor: 30_000 } }), 170_000],
    ['is never below nothing', undefined, couponOf({ discount: { sumMinor: 300_000 } }), 0],
    ['is nothing with all taken off', undefined, couponOf({ discount: { basisPoints: 10_000 } }), 0],
    ['is less a share where the coupon covers the product', undefined, couponOf({ products: [1, 12_549] }), 180_000],
    ['is the price where the coupon covers others', undefined, couponOf({ products: [1] }), 200_000],
  ])('%s', (_about, asked, coupon, expected) => {
    expect(sumOf(course, asked, coupon)).toBe(expected)
  })
})

describe('a share', () => {
  test.each([
    [5, 1_000, 1],
    [4, 1_000, 0],
    [15, 1_000, 2],
    [199_999, 1_250, 25_000],
    [9_999_999_999_999, 3_333, 3_333_000_000_000],
  ])('of %i at %i hundredths of a percent is %i', (sum, basisPoints, expected) => {
    expect(shareOf(sum, basisPoints)).toBe(expected)
  })

  test('is never more than half a minor unit off, and never more than the sum', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999_999_999), fc.integer({ min: 0, max: 10_000 }), (sum, basisPoints) => {
        const share = shareOf(sum, basisPoints)
        const off = BigInt(share) * 10_000n - BigInt(sum) * BigInt(basisPoints)
        return share >= 0 && share <= sum && off > -5_000n && off <= 5_000n
      }),
    )
  })
})

test('a coupon counts from its first moment to before its last', () => {
  const coupon = couponOf({ validFrom: 1_000, validUntil: 2_000 })
  expect([999, 1_000, 1_999, 2_000].map((now) => isValidAt(coupon, now))).toEqual([false, true, true, false])
  expect(isValidAt(couponOf(), 0)).toBe(true)
})
