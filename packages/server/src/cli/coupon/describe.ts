import type { Coupon } from '../../rules/coupon.ts'
import { writeMoney } from '../../rules/money.ts'
import { writePercent } from '../../rules/percent.ts'

/** For `--json`. */
export function couponJson(coupon: Coupon): Readonly<Record<string, unknown>> {
  const { number, code, validFrom, validUntil, products, partner } = coupon
  return {
    number,
    code,
    discount: readableDiscount(coupon),
    valid_from: timeOrNull(validFrom),
    valid_until: timeOrNull(validUntil),
    products,
    partner,
  }
}

export function readableDiscount({ discount }: Coupon): string {
  return 'sumMinor' in discount ? writeMoney(discount.sumMinor) : `${writePercent(discount.basisPoints)} %`
}

function timeOrNull(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString()
}
