/** What webhooks tell of an event, in the forms that API v1 has. */
import { z } from 'zod'
import {
  endpointEventTypes,
  type EventType,
  orderEventTypes,
  productEventTypes,
  type ShopEvent,
} from '../rules/event.ts'
import { endpointNoticeResource } from './endpoint.ts'
import { eventDataOf, type ShopView } from './event.ts'
import { instant, instantOf } from './fields.ts'
import { orderResource } from './order.ts'
import { productResource } from './product.ts'

const timestamp = instant.meta({ title: 'Timestamp', description: 'When it happened.' })

const orderWebhook = webhook('OrderWebhook', orderEventTypes, orderResource)
const productWebhook = webhook('ProductWebhook', productEventTypes, productResource)
const endpointWebhook = webhook('EndpointWebhook', endpointEventTypes, endpointNoticeResource)

/** By the type of the event. */
export const webhookResources: ReadonlyMap<EventType, z.ZodType> = new Map<EventType, z.ZodType>([
  ...orderEventTypes.map((type) => [type, orderWebhook] as const),
  ...productEventTypes.map((type) => [type, productWebhook] as const),
  ...endpointEventTypes.map((type) => [type, endpointWebhook] as const),
])

function webhook(id: string, types: readonly EventType[], data: z.ZodType) {
  return z.strictObject({ type: z.enum(types), timestamp, data }).meta({ id })
}

/** The body of a webhook: what happened, when, and to what. */
export function webhookBody(event: ShopEvent, shop: ShopView): string {
  return JSON.stringify({ type: event.type, timestamp: instantOf(event.at), data: eventDataOf(event, shop) })
}
