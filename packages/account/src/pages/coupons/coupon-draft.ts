/** A coupon as it is typed, its times in the shop's time zone, and as API v1 takes it. */
import type { OutputOf } from '../../api/operations.ts'
import { minorOf, writtenAmount } from '../../parts/amount-field.tsx'
import { percentIn } from '../../parts/percent-field.tsx'
import { instantIn, localIn } from '../../parts/shop-time.ts'

export const plainCoupon = { code: '', by: 'percent', discount: '', from: '', until: '', partner: '' }
export type CouponDraft = typeof plainCoupon

export function draftOf(coupon: OutputOf<'getCoupon'>, timeZone: string): CouponDraft {
  const written = (instant: string | null): string => (instant === null ? '' : localIn(Date.parse(instant), timeZone))
  return {
    code: coupon.code,
    by: coupon.percent === null ? 'amount' : 'percent',
    discount: coupon.percent === null ? writtenAmount(coupon.amount) : String(coupon.percent),
    from: written(coupon.valid_from),
    until: written(coupon.valid_until),
    partner: coupon.partner ?? '',
  }
}

/** `products` are numbers. */
export function inputOf(
  draft: CouponDraft,
  products: readonly string[],
  timeZone: string,
): Readonly<Record<string, unknown>> {
  const instantOf = (local: string): string | null => (local === '' ? null : instantIn(local, timeZone))
  return {
    code: draft.code,
    ...(draft.by === 'percent' ? { percent: percentIn(draft.discount) } : { amount: minorOf(draft.discount) }),
    valid_from: instantOf(draft.from),
    valid_until: instantOf(draft.until),
    products: products.map(Number),
    partner: draft.partner.trim() === '' ? null : draft.partner,
  }
}
