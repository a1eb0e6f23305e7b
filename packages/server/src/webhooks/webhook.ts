/** The body of a webhook: what happened, when, and to what, in the form that API v1 has of it. */
import { orderResourceOf } from '../resources/order.ts'
import { productResourceOf } from '../resources/product.ts'
import type { ShopEvent } from '../rules/event.ts'

export interface ShopView {
  /** ISO 4217. */
  readonly currency: string
  /** As `Orders.tokenOf` gives it. */
  readonly tokenOf: (order: number) => string
}

export function webhookBody(event: ShopEvent, shop: ShopView): string {
  const { type, at } = event
  return JSON.stringify({ type, timestamp: new Date(at).toISOString(), data: dataOf(event, shop) })
}

function dataOf(event: ShopEvent, { currency, tokenOf }: ShopView): unknown {
  if ('order' in event) return orderResourceOf(event.order, { currency, token: tokenOf(event.order.number) })
  if ('product' in event) return productResourceOf(event.product, currency)
  return event.endpoint
}
