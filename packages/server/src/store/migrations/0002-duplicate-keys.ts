/** Makes orders that wait since before there were duplicate keys known to the rule against duplicates (section 8.2). */
import type { Kysely } from 'kysely'
import { duplicateKey } from '../orders/duplicate-key.ts'
import type { Tables } from '../schema.ts'

const ordersAtOnce = 1_000

export async function fillDuplicateKeys(db: Kysely<Tables>): Promise<void> {
  for (const { id } of await db.selectFrom('shops').select('id').execute()) {
    for (let last: number | undefined = -1; last !== undefined; last = await fillSome(db, id, last)) continue
  }
}

/** Those with numbers above `after`; gives the last of them, undefined if there was none. */
async function fillSome(db: Kysely<Tables>, shopId: number, after: number): Promise<number | undefined> {
  const waiting = db
    .selectFrom('orders')
    .select(['number', 'email'])
    .where('shop_id', '=', shopId)
    .where('number', '>', after)
    .where('pay_status', '=', 'waiting')
  const orders = await waiting.orderBy('number').limit(ordersAtOnce).execute()
  const numbers = orders.map(({ number }) => number)
  if (numbers.length === 0) return undefined
  const items = db
    .selectFrom('order_items')
    .select(['number', 'product', 'sum'])
    .where('shop_id', '=', shopId)
    .where('number', 'in', numbers)
  const itemsOf = Map.groupBy(await items.execute(), ({ number }) => number)
  for (const { number, email } of orders) {
    const contents = (itemsOf.get(number) ?? []).map(({ product, sum }) => ({ product, sumMinor: sum }))
    await db
      .updateTable('orders')
      .set({ duplicate_key: duplicateKey({ email, items: contents }) })
      .where('shop_id', '=', shopId)
      .where('number', '=', number)
      .execute()
  }
  return numbers.at(-1)
}
