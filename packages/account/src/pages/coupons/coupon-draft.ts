/** A coupon as it is typed, and as API v1 takes it. */
import type { OutputOf } from '../../api/operations.ts'
import { minorOf, writtenAmount } from '../../parts/amount-field.tsx'
import { instantIn, writtenInstant } from '../../parts/moment-field.tsx'
import { percentIn } from '../../parts/percent-field.tsx'

export const plainCoupon = { code: '', by: 'percent', discount: '', from: '', until: '', partner: '' }
export type CouponDraft = typeof plainCoupon

export function draftOf(coupon: OutputOf<'getCoupon'>): CouponDraft {
  return {
    code: coupon.code,
    by: coupon.percent === null ? 'amount' : 'percent',
    discount: coupon.percent === null ? writtenAmount(coupon.amount) : String(coupon.percent),
    from: writtenInstant(coupon.valid_from),
    until: writtenInstant(coupon.valid_until),
    partner: coupon.partner ?? '',
  }
}

/** `products` are numbers. */
export function inputOf(draft: CouponDraft, products: readonly string[]): Readonly<Record<string, unknown>> {
  return {
    code: draft.code,
    ...(draft.by === 'percent' ? { percent: percentIn(draft.discount) } : { amount: minorOf(draft.discount) }),
    valid_from: instantIn(draft.from),
    valid_until: instantIn(draft.until),
    products: products.map(Number),
    partner: draft.partner.trim() === '' ? null : draft.partner,
  }
}
