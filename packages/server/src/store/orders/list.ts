/** Lists of orders of any length, read in pieces between which others get their turn. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type AliasableExpression, type ExpressionBuilder, sql } from 'kysely'
import type { Order } from '../../rules/order.ts'
import type { Database } from '../database.ts'
import type { Tables } from '../schema.ts'
import { hasProduct } from './has-product.ts'
import { storedOrdersOf } from './stored.ts'

/** Which orders a list has. Times are Unix milliseconds, both included; undefined: no bound. */
export interface OrderFilter {
  /** Whether the times mean when it was created, or when it was paid; then only paid orders are listed. */
  readonly by: 'created' | 'paid'
  readonly from: number | undefined
  readonly to: number | undefined
  /** Numbers and symbolic names of products, of which an order must have one; empty: any order. */
  readonly products: readonly string[]
  /** At most so many, the newest kept; undefined: all. */
  readonly newest: number | undefined
}

/** Some milliseconds of work each. */
const numbersAtOnce = 2_000
const ordersAtOnce = 100

export async function* listOrders(
  database: Database,
  shopId: number,
  filter: OrderFilter,
): AsyncGenerator<readonly Order[]> {
  const numbers = (await numbersOf(database, shopId, filter)).toSorted()
  for (let at = 0; at < numbers.length; at += ordersAtOnce) {
    const stored = await storedOrdersOf(database.kysely, shopId, [...numbers.subarray(at, at + ordersAtOnce)])
    // Some may have been deleted meanwhile.
    const orders = stored.filter(({ isDeleted }) => !isDeleted).map(({ order }) => order)
    if (orders.length > 0) yield orders
    await nextTurn()
  }
}

/**
 * Eight bytes an order: all that is kept of a list while it is read. Found by time, from the end back, so that the newest
 * can be kept; the list itself is in the order of the numbers.
 */
async function numbersOf(database: Database, shopId: number, filter: OrderFilter): Promise<Float64Array> {
  const { newest = Infinity } = filter
  const limit = Math.min(numbersAtOnce, newest)
  let numbers = new Float64Array(numbersAtOnce)
  let count = 0
  let last: Key | undefined
  for (;;) {
    const page = await keysBefore(database, shopId, filter, { last, limit })
    if (count + page.length > numbers.length) numbers = grown(numbers)
    for (const { number, isWanted } of page) if (isWanted === 1 && count < newest) numbers[count++] = number
    if (page.length < limit || count === newest) return numbers.subarray(0, count)
    last = page.at(-1)
    await nextTurn()
  }
}

/** Where an order stands in a list by time, and whether it has one of the products (1) or not. */
interface Key {
  readonly time: number | null
  readonly number: number
  readonly isWanted: number
}

/**
 * So many, whether they are wanted or not: to look for those that are would take as long as there are others, in one
 * piece of work (0.3 s for a hundred thousand).
 */
async function keysBefore(
  { kysely }: Database,
  shopId: number,
  { by, from, to, products }: OrderFilter,
  { last, limit }: { readonly last: Key | undefined; readonly limit: number },
): Promise<readonly Key[]> {
  let query = kysely
    .selectFrom('orders')
    .select([`${by} as time`, 'number'])
    .select((eb) => wantedBy(eb, products).as('isWanted'))
    .where('shop_id', '=', shopId)
    .where('deleted', 'is', null)
    .orderBy(by, 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
  if (by === 'paid') query = query.where('paid', 'is not', null).where('pay_status', '=', 'paid')
  if (from !== undefined) query = query.where(by, '>=', from)
  // Both bounds at once would lead SQLite to search each page from the end of the interval.
  if (to !== undefined && last === undefined) query = query.where(by, '<=', to)
  if (last !== undefined) {
    query = query.where((eb) => eb(eb.refTuple(by, 'number'), '<', eb.tuple(last.time ?? 0, last.number)))
  }
  return query.execute()
}

/** 1 for an order that has one of these products, or if there are none of them; otherwise 0. */
function wantedBy(eb: ExpressionBuilder<Tables, 'orders'>, products: readonly string[]): AliasableExpression<number> {
  if (products.length === 0) return sql.lit(1)
  return eb.case().when(hasProduct(eb, products)).then(sql.lit(1)).else(sql.lit(0)).end()
}

function grown(numbers: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}
