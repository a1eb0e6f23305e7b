import { type EventResource, eventResourceOf } from '../../resources/event.ts'
import type { OperationContext } from '../context.ts'

type PastEvent = Parameters<typeof eventResourceOf>[0]

/** An event as the shop whose call it is sees it. */
export function eventView({ shop, store }: Pick<OperationContext, 'shop' | 'store'>, event: PastEvent): EventResource {
  return eventResourceOf(event, { currency: shop.currency, tokenOf: (order) => store.orders.tokenOf(order) })
}
