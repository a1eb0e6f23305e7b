/** What happened in a shop, in its order. */
import type { EventType, ShopEvent } from '../rules/event.ts'
import type { Database, Queries } from './database.ts'
import { eventFrom, type EventRow } from './event-rows.ts'
import { prepared } from './prepared.ts'

export interface EventFilter {
  /** The number of an event: only later ones. */
  readonly after?: number | undefined
  /** The number of an event: only earlier ones. */
  readonly before?: number | undefined
  readonly types?: readonly EventType[] | undefined
  readonly order: 'oldest first' | 'newest first'
  readonly limit: number
}

/** That something happened is kept for ever; retention lets its content go. */
export interface PastEvent extends Pick<ShopEvent, 'number' | 'type' | 'at'> {
  /** What it is about: an order's number; minus a product's; 0: an endpoint. */
  readonly subject: number
  /** Undefined once its content is gone. */
  readonly event: ShopEvent | undefined
}

export interface EventPage {
  /** May be fewer than the limit, or none, though there are more. */
  readonly events: readonly PastEvent[]
  /** What goes on is after this number or, newest first, before it; undefined: there is no more at the moment. */
  readonly next: number | undefined
}

export interface EventFeed {
  /** An event is seen when all that happened before it is, so whoever goes on after the last one misses none. */
  list(filter: EventFilter): Promise<EventPage>
  find(number: number): Promise<PastEvent | undefined>
}

const columns = ['number', 'type', 'at', 'subject', 'data'] as const

/** Events that a page looks at, of which few may be of the types that are wanted. */
const mostLookedAt = 10_000

export function eventFeedOf(database: Database, shopId: number): EventFeed {
  return {
    async find(number) {
      const row = await database.get(eventAt, { shopId, number })
      return row && pastEventFrom(row)
    },
    async list({ after = 0, before = Number.MAX_SAFE_INTEGER, types, order, limit }) {
      const bounds = await numbersOf(database, shopId)
      if (bounds === undefined || types?.length === 0) return { events: [], next: undefined }
      // Both ends are excluded.
      const whole = { after: Math.max(after, bounds.first - 1), before: Math.min(before, bounds.last + 1) }
      const isUp = order === 'oldest first'
      const part = types === undefined ? whole : partOf(whole, isUp)
      let rows = database.kysely.selectFrom('events').select(columns)
      rows = rows.where('shop_id', '=', shopId).where('number', '>', part.after).where('number', '<', part.before)
      if (types !== undefined) rows = rows.where('type', 'in', types)
      const found = await rows
        .orderBy('number', isUp ? 'asc' : 'desc')
        .limit(limit + 1)
        .execute()
      const events = found.slice(0, limit).map(pastEventFrom)
      const last = found.length > limit ? events.at(-1)?.number : undefined
      return { events, next: last ?? nextPart(whole, part, isUp) }
    },
  }
}

function pastEventFrom(row: EventRow & { readonly subject: number }): PastEvent {
  const { number, type, at, subject } = row
  return { number, type, at, subject, event: row.data === '' ? undefined : eventFrom(row) }
}

interface Range {
  readonly after: number
  readonly before: number
}

function partOf({ after, before }: Range, isUp: boolean): Range {
  return isUp
    ? { after, before: Math.min(before, after + 1 + mostLookedAt) }
    : { after: Math.max(after, before - 1 - mostLookedAt), before }
}

function nextPart(whole: Range, part: Range, isUp: boolean): number | undefined {
  if (isUp) return part.before < whole.before ? part.before - 1 : undefined
  return part.after > whole.after ? part.after + 1 : undefined
}

/** Undefined where there are no events. Those of a shop have no gaps, but old ones may be gone. */
async function numbersOf(queries: Queries, shopId: number): Promise<{ first: number; last: number } | undefined> {
  const first = await queries.get(firstNumber, { shopId })
  const last = first && (await queries.get(lastNumber, { shopId }))
  return first && last && { first: first.number, last: last.number }
}

/**
 * The number of the first event that happened then or later; that of the next one to come if none did. Times ascend with
 * the numbers: both are given while nobody else writes to the shop.
 */
export async function numberSince(queries: Queries, shopId: number, at: number): Promise<number> {
  const bounds = await numbersOf(queries, shopId)
  if (bounds === undefined) return 1
  let { first: low, last: high } = bounds
  // The one that is looked for is from `low` to `high`, or right after it.
  while (low <= high) {
    const middle = Math.floor((low + high) / 2)
    const event = await queries.get(eventsBetween, { shopId, after: middle - 1, before: high + 1, limit: 1 })
    if (event !== undefined && event.at < at) low = event.number + 1
    else high = middle - 1
  }
  return low
}

/** Oldest first, both ends excluded. */
export const eventsBetween = prepared<{ shopId: number; after: number; before: number; limit: number }>()((db, arg) =>
  db
    .selectFrom('events')
    .select(columns)
    .where('shop_id', '=', arg('shopId'))
    .where('number', '>', arg('after'))
    .where('number', '<', arg('before'))
    .orderBy('number')
    .limit(arg('limit')),
)

const eventAt = prepared<{ shopId: number; number: number }>()((db, arg) =>
  db.selectFrom('events').select(columns).where('shop_id', '=', arg('shopId')).where('number', '=', arg('number')),
)

const firstNumber = prepared<{ shopId: number }>()((db, arg) =>
  db.selectFrom('events').select('number').where('shop_id', '=', arg('shopId')).orderBy('number').limit(1),
)

const lastNumber = prepared<{ shopId: number }>()((db, arg) =>
  db.selectFrom('events').select('number').where('shop_id', '=', arg('shopId')).orderBy('number', 'desc').limit(1),
)
