/** What a customer's orders come to, however many they are: in pieces between which others get their turn. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import { emailKey } from '../../rules/email.ts'
import type { PayStatus } from '../../rules/order.ts'
import type { Database } from '../database.ts'

/** Of one status; the sum is what they ask for, in minor units of the shop's currency. */
export interface StatusTotal {
  readonly status: PayStatus
  readonly orders: number
  readonly sumMinor: number
  /** When the first and the last of them were created, in Unix milliseconds. */
  readonly first: number
  readonly last: number
}

const ordersAtOnce = 500

/** Those of each status that the customer has; empty: there is no such customer. */
export async function customerTotals(
  database: Database,
  shopId: number,
  email: string,
): Promise<readonly StatusTotal[]> {
  const totals = new Map<PayStatus, StatusTotal>()
  for (let after = -1; ;) {
    const bills = await database.kysely
      .selectFrom('bills')
      .select('number')
      .where('shop_id', '=', shopId)
      .where('email_key', '=', emailKey(email))
      .where('number', '>', after)
      .orderBy('number')
      .limit(ordersAtOnce)
      .execute()
    const numbers = bills.map(({ number }) => number)
    for (const total of await totalsOf(database, shopId, numbers)) {
      totals.set(total.status, together(totals.get(total.status), total))
    }
    const last = numbers.at(-1)
    if (last === undefined || numbers.length < ordersAtOnce) return [...totals.values()]
    after = last
    await nextTurn()
  }
}

async function totalsOf({ kysely }: Database, shopId: number, numbers: readonly number[]) {
  if (numbers.length === 0) return []
  return kysely
    .selectFrom('orders')
    .innerJoin('order_items', (join) =>
      join.onRef('order_items.shop_id', '=', 'orders.shop_id').onRef('order_items.number', '=', 'orders.number'),
    )
    .where('orders.shop_id', '=', shopId)
    .where('orders.number', 'in', numbers)
    .where('orders.deleted', 'is', null)
    .groupBy('orders.pay_status')
    .select(({ fn }) => [
      'orders.pay_status as status',
      fn.count<number>('orders.number').distinct().as('orders'),
      // PostgreSQL adds whole numbers up to one of any length, which its client gives as text.
      sql<number>`cast(sum(order_items.sum) as bigint)`.as('sumMinor'),
      sql<number>`min(orders.created)`.as('first'),
      sql<number>`max(orders.created)`.as('last'),
    ])
    .execute()
}

function together(a: StatusTotal | undefined, b: StatusTotal): StatusTotal {
  if (a === undefined) return b
  return {
    status: b.status,
    orders: a.orders + b.orders,
    sumMinor: a.sumMinor + b.sumMinor,
    first: Math.min(a.first, b.first),
    last: Math.max(a.last, b.last),
  }
}
