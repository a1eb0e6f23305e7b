/** A shop's outbox: events on their way to the addresses that want to know. */
import type { EventType, OrderEvent } from '../rules/event.ts'
import type { Order } from '../rules/order.ts'
import { shownText } from './audit/shown.ts'
import { noteOf, type NoteParts } from './audit/write.ts'
import type { Database, Transaction } from './database.ts'
import { addJob } from './events.ts'
import { type Argument, prepared } from './prepared.ts'
import type { DeliveryState, Tables } from './schema.ts'
import { type Kysely, sql } from 'kysely'

/** An event and an address to tell it to. */
export interface Delivery {
  /** `EVENT-POSITION`: the event's number, and which of its addresses. */
  readonly id: string
  readonly event: OrderEvent
  readonly url: string
  /** Scheme, host and port of the URL. */
  readonly origin: string
  readonly state: DeliveryState
  /** How often it was tried. */
  readonly attempts: number
  /** Unix milliseconds; null: it waits for an earlier event of the order, or is done. */
  readonly dueAt: number | null
  readonly lastAt: number | null
  readonly lastStatus: number | null
  readonly lastProblem: string
  readonly lastAnswer: string
}

export interface Attempt {
  /** Unix milliseconds. */
  readonly at: number
  /** HTTP status; null if there was no answer. */
  readonly status: number | null
  /** Why it failed, for people; '' if it did not. */
  readonly problem: string
  /** The beginning of what was answered. */
  readonly answer: string
}

export interface Deliveries {
  /** The latest first. */
  list(filter: { readonly state?: DeliveryState | undefined; readonly limit: number }): Promise<readonly Delivery[]>
  find(id: string): Promise<Delivery | undefined>
  /** Makes it due now, however often it was tried and whatever came of it. Undefined when there is none. */
  retry(id: string): Promise<Delivery | undefined>
  /**
   * What is due at `now`, of each receiver (`origin`) the longest overdue first, without those whose ids are in `underWay`,
   * which count among the receiver's `perOrigin`. Of an order's events, a receiver is told one when it knows, or will
   * never know, all before.
   */
  due(now: number, perOrigin: number, underWay: ReadonlySet<string>): Promise<readonly Delivery[]>
  /** When there is something due next; undefined: nothing is on its way. */
  nextDueAt(): Promise<number | undefined>
  /** Notes an attempt: it was delivered, is to be tried again at `retryAt`, or (undefined) has failed for good. */
  note(id: string, attempt: Attempt, then: 'delivered' | { readonly retryAt: number } | 'failed'): Promise<void>
}

export interface DeliveriesParts extends NoteParts {
  readonly database: Database
  /** Called when something was committed that is to be delivered. */
  readonly onAdded: () => void
}

export function deliveriesOf({ database, onAdded, ...parts }: DeliveriesParts): Deliveries {
  const { shopId, clock } = parts
  const note = noteOf(parts)
  async function find(id: string): Promise<Delivery | undefined> {
    const key = keyIn(id)
    const row = key && (await database.get(deliveryAt, { shopId, ...key }))
    return row && deliveryFrom(row)
  }

  return {
    find,
    async list({ state, limit }) {
      const rows = deliveries(database.kysely).where('deliveries.shop_id', '=', shopId)
      const wanted = state === undefined ? rows : rows.where('deliveries.state', '=', sql.lit(state))
      const latestFirst = wanted.orderBy('deliveries.event', 'desc').orderBy('deliveries.position', 'desc')
      return (await latestFirst.limit(limit).execute()).map(deliveryFrom)
    },
    async retry(id) {
      const key = keyIn(id)
      if (key === undefined) return undefined
      const now = clock()
      const isThere = await database.write(shopId, async (transaction) => {
        const row = await transaction.get(makeDue, { shopId, ...key, now })
        if (row === undefined) return false
        await addJob(transaction, shopId, 'deliveries', now)
        const details = { order: row.order_number, to: shownText(row.origin) }
        await note(transaction, { action: 'delivery.retried', subject: `delivery ${id}`, details })
        return true
      })
      if (!isThere) return undefined
      onAdded()
      return find(id)
    },
    async due(now, perOrigin, underWay) {
      const due: Delivery[] = []
      let origin = ''
      for (;;) {
        const next = await database.get(originAfter, { shopId, origin })
        if (next === undefined) return due
        origin = next.origin
        const rows = await database.all(dueAt, { shopId, origin, now, limit: perOrigin })
        due.push(...rows.map(deliveryFrom).filter(({ id }) => !underWay.has(id)))
      }
    },
    async nextDueAt() {
      const first = await database.get(firstDue, { shopId })
      return first?.due_at ?? undefined
    },
    async note(id, attempt, then) {
      const key = keyIn(id)
      if (key === undefined) return
      await database.write(shopId, (transaction) =>
        noteAttempt(transaction, { shopId, ...key }, attempt, then, clock()),
      )
    },
  }
}

async function noteAttempt(
  transaction: Transaction,
  key: DeliveryKey,
  attempt: Attempt,
  then: Parameters<Deliveries['note']>[2],
  now: number,
): Promise<void> {
  const [state, retryAt] = typeof then === 'object' ? (['pending', then.retryAt] as const) : ([then, null] as const)
  const { at, status, problem, answer } = attempt
  const noted = await transaction.get(attemptNoted, { ...key, state, retryAt, at, status, problem, answer })
  if (noted !== undefined && state !== 'pending') await letNextGo(transaction, key.shopId, noted, now)
}

/** The receiver knows, or will never know, this event of the order: now the one after it may follow. */
async function letNextGo(
  transaction: Transaction,
  shopId: number,
  { order_number: order, origin }: { order_number: number; origin: string },
  now: number,
): Promise<void> {
  const next = await transaction.get(firstPending, { shopId, order, origin })
  if (next !== undefined) await transaction.run(letGo, { shopId, order, origin, event: next.event, now })
}

function keyIn(id: string): { event: number; position: number } | undefined {
  const [, event, position] = /^([1-9]\d{0,14})-(\d{1,9})$/.exec(id) ?? []
  return event === undefined || position === undefined
    ? undefined
    : { event: Number(event), position: Number(position) }
}

function deliveries(db: Kysely<Tables>) {
  return db
    .selectFrom('deliveries')
    .innerJoin('events', (join) =>
      join.onRef('events.shop_id', '=', 'deliveries.shop_id').onRef('events.number', '=', 'deliveries.event'),
    )
    .selectAll('deliveries')
    .select(['events.type', 'events.at', 'events.data'])
}

type Row = Awaited<ReturnType<ReturnType<typeof deliveries>['execute']>>[number]

function deliveryFrom(row: Row): Delivery {
  return {
    id: `${row.event}-${row.position}`,
    event: eventFrom(row.event, row),
    url: row.url,
    origin: row.origin,
    state: row.state,
    attempts: row.attempts,
    dueAt: row.due_at,
    lastAt: row.last_at,
    lastStatus: row.last_status,
    lastProblem: row.last_problem,
    lastAnswer: row.last_answer,
  }
}

function eventFrom(number: number, { type, at, data }: { type: EventType; at: number; data: string }): OrderEvent {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- events.ts wrote it from an Order
  return { number, type, at, order: JSON.parse(data) as Order }
}

type DeliveryKey = { shopId: number; event: number; position: number }

const deliveryAt = prepared<DeliveryKey>()((db, arg) =>
  deliveries(db)
    .where('deliveries.shop_id', '=', arg('shopId'))
    .where('deliveries.event', '=', arg('event'))
    .where('deliveries.position', '=', arg('position')),
)

const makeDue = prepared<DeliveryKey & { now: number }>()((db, arg) =>
  db
    .updateTable('deliveries')
    .set({ state: 'pending', attempts: 0, due_at: arg('now') })
    .where('shop_id', '=', arg('shopId'))
    .where('event', '=', arg('event'))
    .where('position', '=', arg('position'))
    .returning(['order_number', 'origin']),
)

/** Receivers for whom something is on its way, one after the other, however much there is for each. */
const originAfter = prepared<{ shopId: number; origin: string }>()((db, arg) =>
  db
    .selectFrom('deliveries')
    .select('origin')
    .where('shop_id', '=', arg('shopId'))
    .where('due_at', 'is not', null)
    .where('origin', '>', arg('origin'))
    .orderBy('origin')
    .limit(1),
)

const dueAt = prepared<{ shopId: number; origin: string; now: number; limit: number }>()((db, arg) =>
  deliveries(db)
    .where('deliveries.shop_id', '=', arg('shopId'))
    .where('deliveries.origin', '=', arg('origin'))
    .where('deliveries.due_at', '<=', arg('now'))
    .orderBy('deliveries.due_at')
    .orderBy('deliveries.event')
    .limit(arg('limit')),
)

const firstDue = prepared<{ shopId: number }>()((db, arg) =>
  db
    .selectFrom('deliveries')
    .select(({ fn }) => fn.min('due_at').as('due_at'))
    .where('shop_id', '=', arg('shopId'))
    .where('due_at', 'is not', null),
)

const attemptNoted = prepared<
  DeliveryKey & {
    state: DeliveryState
    retryAt: number | null
    at: number
    status: number | null
    problem: string
    answer: string
  }
>()((db, arg) =>
  db
    .updateTable('deliveries')
    .set(({ eb }) => ({
      state: arg('state'),
      attempts: eb('attempts', '+', 1),
      due_at: arg('retryAt'),
      last_at: arg('at'),
      last_status: arg('status'),
      last_problem: arg('problem'),
      last_answer: arg('answer'),
    }))
    .where('shop_id', '=', arg('shopId'))
    .where('event', '=', arg('event'))
    .where('position', '=', arg('position'))
    // Whoever lost the lease may come late with what another has settled.
    .where('state', '=', 'pending')
    .returning(['order_number', 'origin']),
)

const firstPending = prepared<{ shopId: number; order: number; origin: string }>()((db, arg) =>
  pendingAt(db, arg).select('event').orderBy('event').limit(1),
)

const letGo = prepared<{ shopId: number; order: number; origin: string; event: number; now: number }>()((db, arg) =>
  db
    .updateTable('deliveries')
    .set({ due_at: arg('now') })
    .where('shop_id', '=', arg('shopId'))
    .where('order_number', '=', arg('order'))
    .where('origin', '=', arg('origin'))
    .where('state', '=', sql.lit('pending'))
    .where('event', '=', arg('event'))
    .where('due_at', 'is', null),
)

function pendingAt(db: Kysely<Tables>, arg: Argument<{ shopId: number; order: number; origin: string }>) {
  return (
    db
      .selectFrom('deliveries')
      .where('shop_id', '=', arg('shopId'))
      .where('order_number', '=', arg('order'))
      .where('origin', '=', arg('origin'))
      // Written out: only so does the index of pending ones count.
      .where('state', '=', sql.lit('pending'))
  )
}
