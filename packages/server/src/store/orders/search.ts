/** Searches among orders: pages in one order, each made in pieces of bounded work between which others get their turn. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Order } from '../../rules/order.ts'
import type { Database } from '../database.ts'
import type { Secrets } from '../secrets.ts'
import { cursorsOf } from './search-cursor.ts'
import { fewNumbers } from './search-few.ts'
import { type Key, keyIn, keysOf, type OrderSearch, wantedAmong } from './search-filter.ts'
import { storedOrdersOf } from './stored.ts'

export interface PageWanted {
  /** As an earlier page gave it; undefined: the first page. */
  readonly cursor: string | undefined
  /** At most 200. */
  readonly limit: number
  /** Other than the default only in tests. */
  readonly effort?: Effort
}

/** What bounds the work of a page. */
export interface Effort {
  /** After about so many orders it ends, even if few of them fit. */
  readonly lookedAt: number
  /** Up to so many that an index tells of are looked at all together. */
  readonly few: number
}

export interface OrderPage {
  /** May be fewer than asked for, or none, although there are more. */
  readonly orders: readonly Order[]
  /** Null: there are no more. */
  readonly next: string | null
}

export interface SearchParts {
  readonly database: Database
  readonly shopId: number
  readonly secrets: Secrets
}

/** A tenth of a second of work, and ten milliseconds, on a machine where GetBills takes 0.1 ms. */
const usualEffort: Effort = { lookedAt: 20_000, few: 2_000 }
/** Some milliseconds of work. */
const largestPiece = 1_000
const numbersAtOnce = 500
const ordersAtOnce = 200

/** Undefined: the cursor is not one of this search. */
export async function searchOrders(
  { database, shopId, secrets }: SearchParts,
  search: OrderSearch,
  { cursor, limit, effort = usualEffort }: PageWanted,
): Promise<OrderPage | undefined> {
  const cursors = cursorsOf(secrets, shopId, search)
  const after = cursor === undefined ? undefined : cursors.read(cursor)
  if (cursor !== undefined && after === undefined) return undefined
  const { keys, last } = await nextKeys(database, shopId, search, { after, limit, effort })
  const orders = await ordersAt(database, shopId, search, keys)
  return { orders, next: last === undefined ? null : cursors.write(last) }
}

/** All that fit, some at a time, each as it is when it is read. */
export async function* everyOrder(
  { database, shopId }: Omit<SearchParts, 'secrets'>,
  search: OrderSearch,
): AsyncGenerator<readonly Order[]> {
  let after: Key | undefined
  do {
    const limits = { after, limit: ordersAtOnce, effort: usualEffort }
    const { keys, last } = await nextKeys(database, shopId, search, limits)
    const orders = await ordersAt(database, shopId, search, keys)
    if (orders.length > 0) yield orders
    await nextTurn()
    after = last
  } while (after !== undefined)
}

interface Limits {
  readonly after: Key | undefined
  readonly limit: number
  readonly effort: Effort
}

interface Found {
  readonly keys: readonly Key[]
  /** Where to go on; undefined: that was all. */
  readonly last: Key | undefined
}

async function nextKeys(database: Database, shopId: number, search: OrderSearch, limits: Limits): Promise<Found> {
  const few = await fewNumbers(database, shopId, search, limits.effort.few)
  return few === undefined ? walk(database, shopId, search, limits) : pick(database, shopId, search, few, limits)
}

/** Along the index of what is sorted by, whether the orders fit or not. */
async function walk(
  database: Database,
  shopId: number,
  search: OrderSearch,
  { after, limit, effort }: Limits,
): Promise<Found> {
  const wanted: Key[] = []
  let last = after
  let looked = 0
  for (let size = limit + 1; ; size = Math.min(size * 4, largestPiece)) {
    const piece = await keysAfter(database, shopId, search, last, size)
    wanted.push(...wantedAmong(piece, search))
    if (wanted.length > limit) return { keys: wanted.slice(0, limit), last: wanted[limit - 1] }
    const end = piece.at(-1)
    if (end === undefined || piece.length < size) return { keys: wanted, last: undefined }
    last = keyIn(end)
    looked += piece.length
    if (looked >= effort.lookedAt) return { keys: wanted, last }
    await nextTurn()
  }
}

function keysAfter(database: Database, shopId: number, search: OrderSearch, last: Key | undefined, size: number) {
  const { by, descending } = search.sort
  const { from, until } = by === 'number' ? { from: undefined, until: undefined } : search[by]
  const direction = descending ? 'desc' : 'asc'
  let query = keysOf(database, shopId, search).orderBy(by, direction).limit(size)
  if (by !== 'number') query = query.orderBy('number', direction)
  // With two bounds at one end SQLite would search each piece from the outer one.
  if (from !== undefined && (descending || last === undefined)) query = query.where(by, '>=', from)
  if (until !== undefined && (!descending || last === undefined)) query = query.where(by, '<', until)
  if (last !== undefined) {
    const comparison = descending ? '<' : '>'
    query =
      by === 'number'
        ? query.where('number', comparison, last.number)
        : query.where((eb) => eb(eb.refTuple(by, 'number'), comparison, eb.tuple(last.time, last.number)))
  }
  return query.execute()
}

/** Of orders that are known to be few. */
async function pick(
  database: Database,
  shopId: number,
  search: OrderSearch,
  numbers: readonly number[],
  { after, limit }: Limits,
): Promise<Found> {
  const wanted: Key[] = []
  for (let at = 0; at < numbers.length; at += numbersAtOnce) {
    if (at > 0) await nextTurn()
    const some = keysOf(database, shopId, search).where('number', 'in', numbers.slice(at, at + numbersAtOnce))
    wanted.push(...wantedAmong(await some.execute(), search))
  }
  const sign = search.sort.descending ? -1 : 1
  const ahead = wanted
    .filter((key) => after === undefined || sign * compare(key, after) > 0)
    .toSorted((a, b) => sign * compare(a, b))
  return { keys: ahead.slice(0, limit), last: ahead.length > limit ? ahead[limit - 1] : undefined }
}

function compare(a: Key, b: Key): number {
  return a.time === b.time ? a.number - b.number : a.time - b.time
}

/** In the order of the keys, without those that no longer fit. */
async function ordersAt(
  { kysely }: Database,
  shopId: number,
  { deleted, statuses }: OrderSearch,
  keys: readonly Key[],
): Promise<readonly Order[]> {
  const numbers = keys.map(({ number }) => number)
  const stored = new Map((await storedOrdersOf(kysely, shopId, numbers)).map((each) => [each.order.number, each]))
  return numbers.flatMap((number) => {
    const found = stored.get(number)
    if (found === undefined || found.isDeleted !== deleted) return []
    return statuses.length === 0 || statuses.includes(found.order.pay_status) ? [found.order] : []
  })
}
