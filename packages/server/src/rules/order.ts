/** An order as it was taken, in the words of protocol section 7. */

/** The states that an order can be in, in the spelling of the wire (protocol section 7, «Statuses»). */
export const payStatuses = ['waiting', 'paid', 'cancel', 'return'] as const
export type PayStatus = (typeof payStatuses)[number]

/** The five labels of where a customer came from; `''` where not given. */
export const utmLabels = ['medium', 'source', 'campaign', 'content', 'term'] as const
export type Utm = Readonly<Record<(typeof utmLabels)[number], string>>

/** One product in an order, with the name, title and price of the day the order was taken. */
export interface OrderItem {
  /** The product's number in its shop. */
  readonly product: number
  readonly name: string
  readonly title: string
  /** What this order asks for it, in minor units of the shop's currency. */
  readonly sumMinor: number
  /** What the product's settings asked for it, in minor units of the shop's currency. */
  readonly priceMinor: number
}

/** The texts of an order that may be empty, in the order in which protocol section 7 lists them. */
export const orderTexts = [
  'first_name',
  'last_name',
  'middle_name',
  'phone',
  'city',
  'country',
  'address',
  'region',
  'postalcode',
  'payway',
  'comment',
  'domain',
  'tag',
  'kupon',
] as const
export type OrderTexts = Readonly<Record<(typeof orderTexts)[number], string>>

export interface Order extends OrderTexts {
  /** Unique in its shop. */
  readonly number: number
  /** As the customer gave it; orders are found by `emailKey(email)`. */
  readonly email: string
  readonly pay_status: PayStatus
  /** Unix milliseconds, UTC. */
  readonly created: number
  /** Unix milliseconds, UTC; null if never paid. */
  readonly paid: number | null
  readonly is_recurrent: boolean
  readonly utm: Utm
  /** At least one. */
  readonly items: readonly OrderItem[]
}
