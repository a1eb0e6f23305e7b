/** What a search for orders may ask for, and how an order's row is found to fit. */
import { type AliasableExpression, type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import { emailKey } from '../../rules/email.ts'
import type { PayStatus } from '../../rules/order.ts'
import { hasWords, wordsIn } from '../../rules/order-words.ts'
import type { Database } from '../database.ts'
import type { Tables } from '../schema.ts'
import { hasProduct } from './has-product.ts'

/** Which orders, all of it together; undefined: any. Times are Unix milliseconds. */
export interface OrderSearch {
  readonly number: number | undefined
  /** The customer's address, in any case of letters. */
  readonly email: string | undefined
  /** Empty: any. */
  readonly statuses: readonly PayStatus[]
  /** The number or symbolic name of a product that the order has. */
  readonly product: string | undefined
  readonly tag: string | undefined
  readonly created: Interval
  readonly paid: Interval
  /** What somebody typed: see `rules/order-words.ts`; '' for anything. */
  readonly text: string
  /** Whether those that are deleted are looked for instead of those that are there. */
  readonly deleted: boolean
  readonly sort: Sort
}

interface Interval {
  /** Included. */
  readonly from: number | undefined
  /** Not included. */
  readonly until: number | undefined
}

export interface Sort {
  /** By the time of payment come those only that have one. */
  readonly by: 'created' | 'number' | 'paid'
  readonly descending: boolean
}

/** Where an order stands in its list; by number, the time is the number too. */
export interface Key {
  readonly time: number
  readonly number: number
}

/** A query for keys, with what it takes to tell which of them are wanted. */
export function keysOf({ kysely }: Database, shopId: number, search: OrderSearch) {
  const { by } = search.sort
  const query = kysely
    .selectFrom('orders')
    .select([`${by} as time`, 'number'])
    .select((eb) => isFitting(eb, search).as('isFitting'))
    .$if(search.email !== undefined, (any) => any.select('email'))
    .$if(search.text !== '', (any) => any.select([text, 'phone']))
    .where('shop_id', '=', shopId)
  return by === 'paid' ? query.where('paid', 'is not', null) : query
}

const text = sql<string>`email || ' ' || first_name || ' ' || last_name || ' ' || middle_name`.as('text')

interface KeyRow {
  readonly time: number | null
  readonly number: number
  readonly isFitting: number
  readonly email?: string
  readonly text?: string
  readonly phone?: string
}

/** Gives the keys of those rows that are wanted. */
export function wantedAmong(rows: readonly KeyRow[], search: OrderSearch): readonly Key[] {
  const words = wordsIn(search.text)
  const email = search.email === undefined ? undefined : emailKey(search.email)
  return rows
    .filter((row) => {
      if (row.isFitting === 0) return false
      if (email !== undefined && emailKey(row.email ?? '') !== email) return false
      return words.length === 0 || hasWords(words, { number: row.number, text: row.text ?? '', phone: row.phone ?? '' })
    })
    .map(keyIn)
}

export function keyIn({ time, number }: Pick<KeyRow, 'time' | 'number'>): Key {
  // Null only where an order was never paid, and such have no place in a list by the time of payment.
  return { time: time ?? 0, number }
}

/**
 * 1 for an order that has all that the database can tell of, otherwise 0. No condition of the query: to look for those
 * that fit would take as long as there are others, in one piece of work.
 */
function isFitting(eb: ExpressionBuilder<Tables, 'orders'>, search: OrderSearch): AliasableExpression<number> {
  const { statuses, product, tag, created, paid, deleted } = search
  const conditions: Expression<SqlBool>[] = [
    eb('deleted', deleted ? 'is not' : 'is', null),
    ...(statuses.length === 0 ? [] : [eb('pay_status', 'in', statuses)]),
    ...(product === undefined ? [] : [hasProduct(eb, [product])]),
    ...(tag === undefined ? [] : [eb('tag', '=', tag)]),
    ...within(eb, 'created', created),
    ...within(eb, 'paid', paid),
  ]
  return eb.case().when(eb.and(conditions)).then(sql.lit(1)).else(sql.lit(0)).end()
}

export function within(
  eb: ExpressionBuilder<Tables, 'orders'>,
  column: 'created' | 'paid',
  { from, until }: Interval,
): readonly Expression<SqlBool>[] {
  return [
    ...(from === undefined ? [] : [eb(column, '>=', from)]),
    ...(until === undefined ? [] : [eb(column, '<', until)]),
  ]
}
