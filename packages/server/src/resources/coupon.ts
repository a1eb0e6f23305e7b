/** A coupon as API v1 shows it. */
import { z } from 'zod'
import type { Coupon } from '../rules/coupon.ts'
import { percentOf } from '../rules/percent.ts'
import { amount, currency, instant, instantOrNull, number, percent } from './fields.ts'

export const couponResource = z
  .strictObject({
    number: number.meta({ title: 'Coupon number', description: 'Unique in the shop, and never given twice.' }),
    code: z.string().meta({ title: 'Code', description: 'What customers type, in any case of letters.' }),
    percent: percent.nullable().meta({
      title: 'Percent',
      description: 'Off each product that it covers, with at most two decimals; null: it takes off an amount.',
    }),
    amount: amount.nullable().meta({
      title: 'Amount',
      description: 'Off each product that it covers, in minor units; null: it takes off a percentage.',
    }),
    currency,
    valid_from: instant.nullable().meta({
      title: 'Valid from',
      description: 'The first moment at which it counts; null: since ever.',
    }),
    valid_until: instant.nullable().meta({
      title: 'Valid until',
      description: 'The first moment at which it no longer counts; null: for ever.',
    }),
    products: z.array(number).meta({
      title: 'Products',
      description: 'Numbers of those that it covers, some of which may be gone; empty: all.',
    }),
    partner: z.string().nullable().meta({
      title: 'Partner',
      description: 'The login of whom orders with it are credited to; null: nobody.',
    }),
  })
  .meta({ id: 'Coupon', title: 'Coupon' })
export type CouponResource = z.output<typeof couponResource>

export interface CouponView {
  /** ISO 4217. */
  readonly currency: string
  /** The login of the coupon's partner; null: nobody. */
  readonly partner: string | null
}

export function couponResourceOf(coupon: Coupon, { currency: code, partner }: CouponView): CouponResource {
  const { discount } = coupon
  return {
    number: coupon.number,
    code: coupon.code,
    percent: 'basisPoints' in discount ? percentOf(discount.basisPoints) : null,
    amount: 'sumMinor' in discount ? discount.sumMinor : null,
    currency: code,
    valid_from: instantOrNull(coupon.validFrom),
    valid_until: instantOrNull(coupon.validUntil),
    products: [...coupon.products],
    partner,
  }
}
