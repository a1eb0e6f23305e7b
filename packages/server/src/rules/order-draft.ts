/** An order that somebody asks for, before the shop has looked at it. */
import type { OrderTexts, PayStatus, Utm } from './order.ts'

export interface DraftLine {
  /** The product's symbolic name or, where no product has that, its number. */
  readonly product: string
  /** What it is to cost here, in minor units of the shop's currency; undefined: what the product and coupon say. */
  readonly sumMinor: number | undefined
}

export interface OrderDraft {
  readonly email: string
  readonly texts: OrderTexts
  readonly utm: Utm
  /** See `Order.extra`. */
  readonly extra: Readonly<Record<string, string>>
  readonly lines: readonly DraftLine[]
  /** Logins of partners, level 1 first; those that the shop does not know are passed over. */
  readonly partners: readonly string[]
  /** `product`: as the products say; `never`; or the moment at which it cancels itself, in Unix milliseconds. */
  readonly timer: 'product' | 'never' | number
  /** Unix milliseconds, UTC. */
  readonly created: number
  /** What it is taken as; other than `waiting`, it becomes that through the states before. */
  readonly pay_status: PayStatus
  /** Unix milliseconds, UTC; of an order that is or was paid. */
  readonly paid: number | null
  /** `texts.kupon` is the number of a coupon if no coupon has it as its code. */
  readonly couponByNumber: boolean
  /**
   * What to do with an order that is there already: `sameContent`: refuse it while the other is waiting (protocol section
   * 8.2); `separate`: take it all the same; otherwise the key of a call that may be repeated, for ten minutes.
   */
  readonly repeats: 'sameContent' | 'separate' | { readonly retryKey: string }
}

/** What became of a draft. */
export type Placed =
  | { readonly outcome: 'placed' | 'exists' | 'repeated'; readonly number: number }
  | { readonly outcome: 'unknownProduct'; readonly product: string }
  /** There are physical products, but no name or address. */
  | { readonly outcome: 'noDelivery' }
  /** Together it costs more than a sum can be. */
  | { readonly outcome: 'tooMuch' }

/** The texts of an order of which nothing is said. */
export const noTexts: OrderTexts = {
  first_name: '',
  last_name: '',
  middle_name: '',
  phone: '',
  city: '',
  country: '',
  address: '',
  region: '',
  postalcode: '',
  payway: '',
  comment: '',
  domain: '',
  tag: '',
  kupon: '',
}
