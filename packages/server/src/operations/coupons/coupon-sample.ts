import type { CouponResource } from '../../resources/coupon.ts'

/** A coupon for the documentation. */
export const couponSample: CouponResource = {
  number: 3,
  code: 'SPRING25',
  percent: 25,
  amount: null,
  currency: 'EUR',
  valid_from: '2026-02-28T23:00:00.000Z',
  valid_until: '2026-05-31T22:00:00.000Z',
  products: [12_549],
  partner: 'mary',
}
