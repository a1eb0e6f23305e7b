/** What a delivery tells its receiver, but for the signature. */
import { webhookBody } from '../../resources/webhook.ts'
import { notificationOf } from '../../rules/event.ts'
import { notificationForm } from '../../webhooks/notification.ts'
import type { OperationContext } from '../context.ts'

type Deliveries = OperationContext['store']['deliveries']
type Delivery = Exclude<Awaited<ReturnType<Deliveries['find']>>, undefined>

/** JSON of a webhook; the form of an old-style notification, without its hash. */
export function contentOf({ event, endpoint }: Delivery, { shop, store }: OperationContext): string {
  const tokenOf = (order: number): string => store.orders.tokenOf(order)
  const notification = endpoint === null ? notificationOf(event.type) : undefined
  if (notification === undefined || !('order' in event)) return webhookBody(event, { currency: shop.currency, tokenOf })
  return notificationForm({ event, notification, token: tokenOf(event.order.number) })
}
