/** Orders of which an index tells that they are few: then all of them are looked at, whatever they are sorted by. */
import type { Database } from '../database.ts'
import { emailKey } from '../../rules/email.ts'
import { type OrderSearch, within } from './search-filter.ts'
import { sql } from 'kysely'

/** The numbers of at most so many orders, among which are all that are wanted; undefined: no index tells of so few. */
export async function fewNumbers(
  database: Database,
  shopId: number,
  search: OrderSearch,
  most: number,
): Promise<readonly number[] | undefined> {
  if (search.number !== undefined) return [search.number]
  for (const source of sourcesOf(database, shopId, search)) {
    const found = await source.limit(most + 1).execute()
    if (found.length <= most) return found.map(({ number }) => number)
  }
  return undefined
}

interface Source {
  limit(count: number): { execute(): Promise<readonly { readonly number: number }[]> }
}

/**
 * What has an index of its own, in the order of that index, by which PostgreSQL is led to it. A stretch of the very time
 * that is sorted by is walked through instead.
 */
function sourcesOf({ kysely }: Database, shopId: number, search: OrderSearch): readonly Source[] {
  const { email, tag, deleted, created, paid, sort } = search
  const orders = kysely.selectFrom('orders').select('number').where('shop_id', '=', shopId)
  const bills = kysely.selectFrom('bills').select('number').where('shop_id', '=', shopId)
  const sources: Source[] = []
  if (email !== undefined && !deleted) {
    sources.push(bills.where('email_key', '=', emailKey(email)).orderBy('number'))
  }
  // Each with the condition of its index, to the letter: otherwise that would not be used.
  if (tag !== undefined) {
    sources.push(orders.where('tag', '<>', sql.lit('')).where(tagStart, '=', startOf(tag)).orderBy('number'))
  }
  if (deleted) sources.push(orders.where('deleted', 'is not', null).orderBy('number'))
  if (sort.by !== 'created' && isBounded(created)) {
    sources.push(
      orders
        .where((eb) => eb.and(within(eb, 'created', created)))
        .orderBy('created')
        .orderBy('number'),
    )
  }
  if (sort.by !== 'paid' && isBounded(paid)) {
    const everPaid = orders.where('paid', 'is not', null)
    sources.push(
      everPaid
        .where((eb) => eb.and(within(eb, 'paid', paid)))
        .orderBy('paid')
        .orderBy('number'),
    )
  }
  return sources
}

/** As it is in the index; others may begin in the same way, and are passed over later. */
const tagStart = sql<string>`substr(tag, 1, 200)`

/** Characters are counted as databases do: what takes two places in JavaScript is one. */
function startOf(tag: string): string {
  return /^.{0,200}/su.exec(tag)?.[0] ?? ''
}

function isBounded({ from, until }: OrderSearch['created']): boolean {
  return from !== undefined || until !== undefined
}
