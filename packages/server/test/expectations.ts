/** What scenarios find out about a shop afterwards. */
import { expect } from 'vitest'
import type { Order } from '../src/rules/order.ts'
import type { ShopStore } from '../src/store/store.ts'
import { storedOrders } from './orders.ts'
import { orderNumber } from './scenario.ts'

/** The order is nowhere, but what happened to it is known. */
export async function expectGone(shop: ShopStore): Promise<void> {
  expect(await storedOrders(shop)).toEqual([])
  expect(await shop.orders.get(orderNumber)).toBeUndefined()
  expect(await shop.orders.billsOf('buyer@example.com')).toBeUndefined()
  expect((await shop.orders.events(orderNumber)).map(({ type }) => type)).toEqual(['order.deleted'])
}

/** The order looks like this, and these things happened to it since it was put. */
export function expectOrder(
  wanted: Partial<Order>,
  events: readonly string[],
  number = orderNumber,
): (shop: ShopStore) => Promise<void> {
  return async (shop) => {
    const order = await shop.orders.get(number)
    expect(order).toMatchObject(wanted)
    expect((await shop.orders.events(number)).map(({ type }) => type)).toEqual(events)
    expect(await shop.orders.billsOf(order?.email ?? '', order?.pay_status)).toContain(`"${number}":`)
  }
}
