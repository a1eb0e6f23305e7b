/** The body of a webhook: what happened, when, and to what, in the form that API v1 has of it. */
import { eventDataOf, type ShopView } from '../resources/event.ts'
import { instantOf } from '../resources/fields.ts'
import type { ShopEvent } from '../rules/event.ts'

export function webhookBody(event: ShopEvent, shop: ShopView): string {
  return JSON.stringify({ type: event.type, timestamp: instantOf(event.at), data: eventDataOf(event, shop) })
}
