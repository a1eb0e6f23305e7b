/** What can happen to an order; each is told to whoever wants to know (protocol section 11). */
import type { Order } from './order.ts'

export const eventTypes = [
  'order.created',
  'order.paid',
  'order.prepaid',
  'order.cancelled',
  'order.returned',
  'order.sent',
  'order.deleted',
  'order.restored',
] as const
export type EventType = (typeof eventTypes)[number]

/** The events of which an old-style notification tells, in the spelling of their settings: `notify_created`. */
export const notifications = ['created', 'paid', 'prepaid', 'cancelled', 'returned'] as const
export type Notification = (typeof notifications)[number]

/** The addresses to notify of each, `''` for none. */
export type NotificationUrls = Readonly<Record<Notification, string>>

export interface OrderEvent {
  /** Ascends in the shop, without gaps. */
  readonly number: number
  readonly type: EventType
  /** Unix milliseconds, UTC. */
  readonly at: number
  /** The order as it was right after. */
  readonly order: Order
}

/** Undefined for those of which there is no old-style notification. */
export function notificationOf(type: EventType): Notification | undefined {
  return notifications.find((name) => type === `order.${name}`)
}
