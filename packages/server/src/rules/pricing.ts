/** What a product costs in an order (protocol section 9.3). */
import type { Coupon } from './coupon.ts'
import type { Product } from './product.ts'

/**
 * In minor units. A sum that was asked for stands as it is; otherwise the product's price, less what a coupon that covers
 * it takes off: a share rounded half up to minor units, or a sum, but never more than there is.
 */
export function sumOf(
  { number, priceMinor }: Pick<Product, 'number' | 'priceMinor'>,
  asked: number | undefined,
  coupon: Coupon | undefined,
): number {
  if (asked !== undefined) return asked
  if (coupon === undefined || !covers(coupon, number)) return priceMinor
  const { discount } = coupon
  const off = 'sumMinor' in discount ? discount.sumMinor : shareOf(priceMinor, discount.basisPoints)
  return Math.max(0, priceMinor - off)
}

/** A share of a sum, rounded half up to minor units. `basisPoints` are hundredths of a percent. */
export function shareOf(sumMinor: number, basisPoints: number): number {
  // The product of the two may be beyond 2^53.
  return Number((BigInt(sumMinor) * BigInt(basisPoints) + 5_000n) / 10_000n)
}

function covers({ products }: Coupon, product: number): boolean {
  return products.length === 0 || products.includes(product)
}

/** Whether a coupon counts at this moment, in Unix milliseconds. */
export function isValidAt({ validFrom, validUntil }: Coupon, now: number): boolean {
  return (validFrom === null || now >= validFrom) && (validUntil === null || now < validUntil)
}
