import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'
import { orderFrom, type StoredOrder } from './rows.ts'

/** The shop's orders of these numbers, ascending, those that are deleted too. Up to some thousands at a time. */
export async function storedOrdersOf(
  kysely: Kysely<Tables>,
  shopId: number,
  numbers: readonly number[],
): Promise<readonly StoredOrder[]> {
  if (numbers.length === 0) return []
  const orders = kysely.selectFrom('orders').selectAll().where('shop_id', '=', shopId).where('number', 'in', numbers)
  const items = kysely.selectFrom('order_items').selectAll().where('shop_id', '=', shopId)
  const payments = kysely.selectFrom('payments').selectAll().where('shop_id', '=', shopId)
  const orderRows = await orders.orderBy('number').execute()
  const itemRows = await items.where('number', 'in', numbers).orderBy('number').orderBy('position').execute()
  const paymentRows = await payments.where('number', 'in', numbers).orderBy('number').orderBy('position').execute()
  const itemsOf = Map.groupBy(itemRows, ({ number }) => number)
  const paymentsOf = Map.groupBy(paymentRows, ({ number }) => number)
  return orderRows.map((row) => ({
    order: orderFrom(row, itemsOf.get(row.number) ?? [], paymentsOf.get(row.number) ?? []),
    isDeleted: row.deleted !== null,
  }))
}
