/** Coupons as the commands show them: with the names of what they cover, and of whom they credit. */
import type { Coupon } from '../../rules/coupon.ts'
import { writeInstant } from '../../rules/instant.ts'
import { writeMoney } from '../../rules/money.ts'
import { writePercent } from '../../rules/percent.ts'
import { dayEndedAt, dayStartingAt } from '../../rules/period.ts'
import type { Shop } from '../../store/shops.ts'
import type { ShopStore } from '../../store/store.ts'
import { readableTime } from '../shop/describe.ts'

export interface ShownCoupon extends Omit<Coupon, 'products' | 'partner'> {
  /** Names; the number of a product that is no longer there. */
  readonly products: readonly string[]
  /** A login. */
  readonly partner: string | null
}

export async function shown(coupons: readonly Coupon[], data: ShopStore): Promise<readonly ShownCoupon[]> {
  const names = new Map((await data.products.summaries()).map(({ number, name }) => [number, name]))
  const logins = new Map((await data.partners.list()).map(({ number, login }) => [number, login]))
  return coupons.map((coupon) => ({
    ...coupon,
    products: coupon.products.map((number) => names.get(number) ?? String(number)),
    partner: coupon.partner === null ? null : (logins.get(coupon.partner) ?? null),
  }))
}

/** For `--json`. */
export function couponJson(coupon: ShownCoupon): Readonly<Record<string, unknown>> {
  const { number, code, discount, validFrom, validUntil, products, partner } = coupon
  return {
    number,
    code,
    percent: 'basisPoints' in discount ? writePercent(discount.basisPoints) : null,
    sum: 'sumMinor' in discount ? writeMoney(discount.sumMinor) : null,
    valid_from: validFrom === null ? null : writeInstant(validFrom),
    valid_until: validUntil === null ? null : writeInstant(validUntil),
    products,
    partner,
  }
}

export const couponHeader = ['NUMBER', 'CODE', 'OFF', 'FROM', 'UNTIL', 'PRODUCTS', 'PARTNER'] as const

export function couponRow(coupon: ShownCoupon, shop: Shop): readonly string[] {
  const { number, code, validFrom, validUntil, products, partner } = coupon
  return [
    String(number),
    code,
    readableDiscount(coupon, shop),
    validFrom === null ? '' : (dayStartingAt(validFrom, shop.timeZone) ?? readableTime(validFrom)),
    validUntil === null ? '' : (dayEndedAt(validUntil, shop.timeZone) ?? readableTime(validUntil)),
    products.length === 0 ? 'all' : products.join(' '),
    partner ?? '',
  ]
}

function readableDiscount({ discount }: ShownCoupon, { currency }: Shop): string {
  return 'sumMinor' in discount
    ? `${writeMoney(discount.sumMinor)} ${currency}`
    : `${writePercent(discount.basisPoints)} %`
}
