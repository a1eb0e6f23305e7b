/** A shop as the protocol describes it, in plain lists. It changes in place, as the commands of fast-check need it. */
import type { Coupon } from '../../src/rules/coupon.ts'
import type { EventType } from '../../src/rules/event.ts'
import type { Notification, NotificationUrls } from '../../src/rules/notification.ts'
import type { Order } from '../../src/rules/order.ts'
import type { Partner } from '../../src/rules/partner.ts'
import type { Product } from '../../src/rules/product.ts'

/** What of an order shows somewhere. */
export type ModelOrder = Omit<Order, 'extra'>

export interface Happened {
  readonly type: EventType
  readonly at: number
  /** As it was right after. */
  readonly order: ModelOrder
  /** Who is told, in this order. */
  readonly urls: readonly string[]
}

export interface Kept {
  order: ModelOrder
  isDeleted: boolean
  readonly happened: Happened[]
  /** Of a call of API 2.0: all that it said. */
  readonly said: string | undefined
}

/** A call that made an order, to be sent again. */
export interface Sent {
  readonly version: 1 | 2
  readonly form: CreationForm
}

/** Everything in it is text, or parts of text, as on the wire. */
export type CreationForm = Readonly<Record<string, string | Labels | readonly Labels[] | undefined>>
export type Labels = Readonly<Record<string, string | undefined>>

export const noUrls: NotificationUrls = { created: '', paid: '', prepaid: '', cancelled: '', returned: '' }

export class ModelShop {
  /** Told by name. */
  readonly products = new Map<string, Product>()
  /** By code in lower case. */
  readonly coupons = new Map<string, Coupon>()
  /** By login in lower case. */
  readonly partners = new Map<string, Partner>()
  /** Deleted ones too, in the order in which they were made. */
  readonly orders = new Map<number, Kept>()
  readonly sent: Sent[] = []
  urls: NotificationUrls = noUrls
  readonly #clock: { readonly now: number }

  constructor(clock: { readonly now: number }) {
    this.#clock = clock
  }

  get now(): number {
    return this.#clock.now
  }

  /** Those that are not deleted, by number. */
  get visible(): readonly ModelOrder[] {
    const kept = [...this.orders.values()].filter(({ isDeleted }) => !isDeleted)
    return kept.map(({ order }) => order).toSorted((a, b) => a.number - b.number)
  }

  /** Undefined when there is none or it is deleted. */
  find(number: string): Kept | undefined {
    const kept = /^\d+$/.test(number) ? this.orders.get(Number(number)) : undefined
    return kept?.isDeleted === true ? undefined : kept
  }

  /** Something happens to an order, of which some are told. */
  tell(kept: Kept, type: EventType, changes: Partial<ModelOrder>): void {
    kept.order = { ...kept.order, ...changes }
    const name = toldAs[type]
    kept.happened.push({
      type,
      at: this.now,
      order: kept.order,
      urls: name === undefined ? [] : this.#urlsFor(kept.order, name),
    })
  }

  /** The addresses of its products, each once; the account's for products without (protocol section 11). */
  #urlsFor({ items }: ModelOrder, name: Notification): readonly string[] {
    const products = [...this.products.values()]
    const urls = items.map(({ product }) => {
      const own = products.find(({ number }) => number === product)?.notify[name] ?? ''
      return own === '' ? this.urls[name] : own
    })
    return [...new Set(urls)].filter((url) => url !== '')
  }
}

const toldAs: Readonly<Partial<Record<EventType, Notification>>> = {
  'order.created': 'created',
  'order.paid': 'paid',
  'order.prepaid': 'prepaid',
  'order.cancelled': 'cancelled',
  'order.returned': 'returned',
}
