/** What can happen in a shop; each is told to whoever wants to know (protocol section 11, docs/using/webhooks.md). */
import { type Notification, notifications } from './notification.ts'
import type { Order } from './order.ts'
import type { Product } from './product.ts'

export const orderEventTypes = [
  'order.created',
  'order.paid',
  'order.prepaid',
  'order.cancelled',
  'order.returned',
  'order.sent',
  'order.deleted',
  'order.restored',
] as const
export type OrderEventType = (typeof orderEventTypes)[number]

export const productEventTypes = ['product.created', 'product.updated', 'product.deleted'] as const
export type ProductEventType = (typeof productEventTypes)[number]

/** What happens to those who are told: somebody tries one out; it does not answer; it is not told any more. */
export const endpointEventTypes = ['endpoint.test', 'endpoint.failing', 'endpoint.disabled'] as const
export type EndpointEventType = (typeof endpointEventTypes)[number]

export const eventTypes = [...orderEventTypes, ...productEventTypes, ...endpointEventTypes] as const
export type EventType = (typeof eventTypes)[number]

/** What an event says of the endpoint that it is about. */
export interface EndpointNotice {
  readonly number: number
  readonly url: string
  /** For people; '' of a test. */
  readonly problem: string
  /** Since when every attempt has failed, in Unix milliseconds, UTC; null: the last one did not. */
  readonly failingSince: number | null
}

export interface OrderHappening {
  readonly type: OrderEventType
  readonly order: Order
}

export interface ProductHappening {
  readonly type: ProductEventType
  readonly product: Product
}

export interface EndpointHappening {
  readonly type: EndpointEventType
  readonly endpoint: EndpointNotice
}

/** With what it is about, as that was right after; of a product that was deleted, as it was before. */
export type Happening = OrderHappening | ProductHappening | EndpointHappening

export type ShopEvent = Happening & {
  /** Ascends in the shop, without gaps. */
  readonly number: number
  /** Unix milliseconds, UTC. */
  readonly at: number
}

/** What it is about, as one number: an order's; minus a product's; 0: an endpoint. */
export function subjectOf(happening: Happening): number {
  if ('order' in happening) return happening.order.number
  return 'product' in happening ? -happening.product.number : 0
}

/** Undefined for those of which there is no old-style notification. */
export function notificationOf(type: EventType): Notification | undefined {
  return notifications.find((name) => type === `order.${name}`)
}
