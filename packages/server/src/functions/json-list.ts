import type { Order } from '../rules/order.ts'
import { JsonStream } from './define.ts'

/** A list as JSON, written while it is read: of the orders only a few hundred are in memory at a time. */
export function jsonList(pages: AsyncIterable<readonly Order[]>, write: (order: Order) => object): JsonStream {
  return new JsonStream(listPieces(pages, write))
}

async function* listPieces(
  pages: AsyncIterable<readonly Order[]>,
  write: (order: Order) => object,
): AsyncGenerator<string> {
  let before = '['
  for await (const orders of pages) {
    if (orders.length === 0) continue
    yield before + orders.map((order) => JSON.stringify(write(order))).join(',')
    before = ','
  }
  yield before === '[' ? '[]' : ']'
}
