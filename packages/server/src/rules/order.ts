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
  readonly kind: ItemKind
  /** A code that is handed out after payment; '' if there is none. */
  readonly pincode: string
  /** Whose sale it was, level 1 first; empty if nobody's. */
  readonly partners: readonly PartnerFee[]
}

/** What has to be sent by post, and what has not. */
export const itemKinds = ['digital', 'physical'] as const
export type ItemKind = (typeof itemKinds)[number]

/** What a partner earns by an item. */
export interface PartnerFee {
  /** 1: who brought the customer; 2: who brought that partner; and so on. */
  readonly level: number
  /** The partner's number in the shop. */
  readonly partner: number
  /** The partner's login on the day of the order. */
  readonly name: string
  /** In minor units of the shop's currency. */
  readonly feeMinor: number
}

/** Money that came in for an order. */
export interface Payment {
  /** In minor units of the shop's currency; above zero. */
  readonly sumMinor: number
  /** Unix milliseconds, UTC. */
  readonly at: number
  /** How it was paid; '' if that is not known. */
  readonly payway: string
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
  /** When an unpaid order cancels itself, in Unix milliseconds, UTC; null if it does not. */
  readonly cancel_at: number | null
  /** When it was sent by post, in Unix milliseconds, UTC; null if it was not. */
  readonly sent_at: number | null
  /** The postal tracking number; '' if there is none. */
  readonly rpo: string
  readonly is_recurrent: boolean
  readonly utm: Utm
  /** What else was said when it was taken (`ip`, `aff_source`, …), by names of ASCII letters, digits and `_`; kept, not shown. */
  readonly extra: Readonly<Record<string, string>>
  /** At least one. */
  readonly items: readonly OrderItem[]
  /** By time of arrival. None are known of an order that was imported as paid without them. */
  readonly payments: readonly Payment[]
}

/** What an order asks for, in minor units of the shop's currency. */
export function totalOf({ items }: Pick<Order, 'items'>): number {
  return items.reduce((total, { sumMinor }) => total + sumMinor, 0)
}

/** What is left to pay, in minor units of the shop's currency: nothing of an order that is or was paid. */
export function leftToPay(order: Pick<Order, 'items' | 'payments' | 'pay_status'>): number {
  if (order.pay_status === 'paid' || order.pay_status === 'return') return 0
  return Math.max(0, totalOf(order) - order.payments.reduce((sum, { sumMinor }) => sum + sumMinor, 0))
}
