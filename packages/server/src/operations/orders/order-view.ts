import { orderResourceOf, type OrderResource } from '../../resources/order.ts'
import type { Order } from '../../rules/order.ts'
import type { OperationContext } from '../context.ts'

/** An order as the shop whose call it is sees it. */
export function viewOf({ shop, store }: Pick<OperationContext, 'shop' | 'store'>, order: Order): OrderResource {
  return orderResourceOf(order, { currency: shop.currency, token: store.orders.tokenOf(order.number) })
}
