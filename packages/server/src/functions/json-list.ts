import type { Order } from '../rules/order.ts'
import { JsonText } from './define.ts'

/** A list as JSON, written while it is read: of the orders themselves only a few hundred are in memory at a time. */
export async function jsonList(
  pages: AsyncIterable<readonly Order[]>,
  write: (order: Order) => object,
): Promise<JsonText> {
  const pieces: string[] = []
  for await (const orders of pages) pieces.push(orders.map((order) => JSON.stringify(write(order))).join(','))
  return new JsonText(`[${pieces.join(',')}]`)
}
