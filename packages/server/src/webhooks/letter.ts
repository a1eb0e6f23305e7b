/** What is sent to tell somebody of an event: an old-style notification, or a webhook. */
import { notificationOf } from '../rules/event.ts'
import type { Notification } from '../rules/notification.ts'
import type { Order } from '../rules/order.ts'
import type { Delivery } from '../store/deliveries/delivery.ts'
import type { ShopStore } from '../store/store.ts'
import { notificationBody } from './notification.ts'
import { notificationSchedule, type Schedule, webhookSchedule } from './schedule.ts'
import { signedHeaders } from './sign.ts'
import { webhookBody } from '../resources/webhook.ts'

export interface Letter {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** When it is tried again. */
  readonly schedule: Schedule
  /** For an attempt. */
  readonly timeoutMs: number
}

export interface Writer {
  readonly store: Pick<ShopStore, 'endpoints' | 'orders'>
  /** The shop's present key, which signs notifications. */
  readonly key: () => Promise<string>
  /** The shop's, as an ISO 4217 code. */
  readonly currency: () => Promise<string>
  readonly clock: () => number
}

/** Undefined where nobody is to be told any more: the endpoint is disabled, or gone. */
export async function letterFor(writer: Writer, { event, endpoint, url }: Delivery): Promise<Letter | undefined> {
  if (endpoint !== null) return webhookTo(writer, endpoint, event)
  const notification = notificationOf(event.type)
  if (notification === undefined || !('order' in event)) throw new Error(`No notification tells of ${event.type}.`)
  return notificationTo(writer, { url, notification, order: event.order })
}

export interface NotificationTo {
  readonly url: string
  readonly notification: Notification
  /** As it was right after. */
  readonly order: Order
}

export async function notificationTo(
  { store, key }: Pick<Writer, 'key'> & { readonly store: Pick<ShopStore, 'orders'> },
  { url, notification, order }: NotificationTo,
): Promise<Letter> {
  const token = store.orders.tokenOf(order.number)
  return {
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: notificationBody({ event: { order }, notification, key: await key(), token }),
    schedule: notificationSchedule,
    timeoutMs: 10_000,
  }
}

async function webhookTo(
  { store, clock, currency }: Writer,
  endpoint: number,
  event: Delivery['event'],
): Promise<Letter | undefined> {
  const target = await store.endpoints.target(endpoint)
  if (target === undefined) return undefined
  const tokenOf = (order: number) => store.orders.tokenOf(order)
  const body = webhookBody(event, { currency: await currency(), tokenOf })
  const signing = { id: store.endpoints.messageIdOf(event.number), timestamp: Math.floor(clock() / 1_000), body }
  return {
    url: target.url,
    headers: { 'content-type': 'application/json', ...signedHeaders({ ...signing, secrets: target.secrets }) },
    body,
    schedule: webhookSchedule,
    timeoutMs: 15_000,
  }
}
