/** Discounts by a code (protocol section 9.3). Each `parse…` throws a RangeError for people. */

export interface Coupon {
  /** Unique in its shop, and never given twice. */
  readonly number: number
  /** As given; found and unique without regard to case. */
  readonly code: string
  readonly discount: Discount
  /** Unix milliseconds, UTC, the first included and the last not; null: no bound. */
  readonly validFrom: number | null
  readonly validUntil: number | null
  /** Numbers of the products that it covers; empty: all. */
  readonly products: readonly number[]
  /** The number of the partner to whom orders with it are credited; null: nobody. */
  readonly partner: number | null
}

export type Discount =
  /** In hundredths of a percent, from 1 to 10,000. */
  | { readonly basisPoints: number }
  /** Off each covered item, in minor units of the shop's currency. */
  | { readonly sumMinor: number }

const longestCode = 100

/** Trimmed. */
export function parseCouponCode(text: string): string {
  const code = text.trim()
  if (code === '' || code.length > longestCode || /\p{Cc}/u.test(code)) {
    throw new RangeError(`A coupon's code has 1 to ${longestCode} printable characters.`)
  }
  return code
}

/** Throws a RangeError for people when there is no moment at which the coupon counts. */
export function checkPeriod({ validFrom, validUntil }: Pick<Coupon, 'validFrom' | 'validUntil'>): void {
  if (validFrom !== null && validUntil !== null && validFrom >= validUntil) {
    throw new RangeError('The coupon would end before it begins.')
  }
}
