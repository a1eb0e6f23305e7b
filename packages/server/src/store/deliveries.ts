/** A shop's outbox: events on their way to the addresses and endpoints that want to know. */
import { sql } from 'kysely'
import { shownText } from './audit/shown.ts'
import { type Note, noteOf, type NoteParts } from './audit/write.ts'
import type { Database, Transaction } from './database.ts'
import { deliveriesIn, type Delivery, deliveryFrom, keyIn } from './deliveries/delivery.ts'
import { type Attempt, letNextGo, noteAttempt, type Result } from './deliveries/note.ts'
import { type FailedRange, type RetriedFailures, retryFailed } from './deliveries/retry-failed.ts'
import { deliveryAt, dueAt, ended, makeDue, originAfter, type ShopDeliveryKey } from './deliveries/statements.ts'
import type { EndpointStep } from './endpoints/health.ts'
import { endpointAt } from './endpoints/statements.ts'
import { addJob } from './events.ts'
import type { DeliveryState } from './schema.ts'

export interface DeliveryFilter {
  readonly state?: DeliveryState | undefined
  /** An endpoint's number. */
  readonly endpoint?: number | undefined
  /** An event's number. */
  readonly event?: number | undefined
  /** An order's number. */
  readonly order?: number | undefined
  /** The id of a delivery: only those listed after it. */
  readonly after?: string | undefined
  readonly limit: number
}

export interface Deliveries {
  /** The latest first. */
  list(filter: DeliveryFilter): Promise<readonly Delivery[]>
  find(id: string): Promise<Delivery | undefined>
  /**
   * Makes it due now, however often it was tried and whatever came of it. Undefined when there is none;
   * `disabledEndpoint` where nobody would be told: its endpoint is disabled, or gone.
   */
  retry(id: string): Promise<Delivery | 'disabledEndpoint' | undefined>
  /** Makes due again what has failed. */
  retryFailed(range: FailedRange): Promise<RetriedFailures>
  /**
   * What is due at `now`, of each receiver (`origin`) the longest overdue first, without those whose ids are in `underWay`,
   * which count among the receiver's `perOrigin`. Of the events of an order or a product, a receiver is told one when it
   * knows, or will never know, all before.
   */
  due(now: number, perOrigin: number, underWay: ReadonlySet<string>): Promise<readonly Delivery[]>
  /** When there is something due next; undefined: nothing is on its way. */
  nextDueAt(): Promise<number | undefined>
  /** Notes an attempt. Gives what it means for the endpoint, if somebody has to hear of that. */
  note(id: string, attempt: Attempt, then: Result): Promise<EndpointStep | undefined>
  /** Ends what is not to be tried, for a reason for people. */
  end(id: string, problem: string): Promise<void>
}

export interface DeliveriesParts extends NoteParts {
  readonly database: Database
  /** Called when something was committed that is to be delivered. */
  readonly onAdded: () => void
}

export function deliveriesOf({ database, onAdded, ...parts }: DeliveriesParts): Deliveries {
  const { shopId, actor, clock } = parts
  const note = noteOf(parts)
  async function find(id: string): Promise<Delivery | undefined> {
    const key = keyIn(id)
    const row = key && (await database.get(deliveryAt, { shopId, ...key }))
    return row && deliveryFrom(row)
  }

  return {
    find,
    list: (filter) => listDeliveries(database, shopId, filter),
    async retry(id) {
      const key = keyIn(id)
      if (key === undefined) return undefined
      const now = clock()
      const found = await database.write(shopId, (tx) => makeDueAgain(tx, { shopId, ...key }, now, note))
      if (found !== 'due') return found
      onAdded()
      return find(id)
    },
    async retryFailed(range) {
      const retried = await database.write(shopId, (tx) => retryFailed(tx, { shopId, actor, now: clock() }, range))
      if (retried.count > 0) onAdded()
      return retried
    },
    async due(now, perOrigin, underWay) {
      const due: Delivery[] = []
      for await (const { origin, due_at } of receivers(database, shopId)) {
        if (due_at > now) continue
        const rows = await database.all(dueAt, { shopId, origin, now, limit: perOrigin })
        due.push(...rows.map(deliveryFrom).filter(({ id }) => !underWay.has(id)))
      }
      return due
    },
    async nextDueAt() {
      let first: number | undefined
      for await (const { due_at } of receivers(database, shopId)) first = Math.min(first ?? Infinity, due_at)
      return first
    },
    async note(id, attempt, then) {
      const key = keyIn(id)
      if (key === undefined) return undefined
      const step = await database.write(shopId, (tx) =>
        noteAttempt(tx, { shopId, actor, now: clock() }, key, attempt, then),
      )
      if (step !== undefined) onAdded()
      return step
    },
    async end(id, problem) {
      const key = keyIn(id)
      if (key === undefined) return
      await database.write(shopId, async (tx) => {
        const line = await tx.get(ended, { shopId, ...key, problem })
        if (line !== undefined) await letNextGo(tx, { shopId, ...line }, clock())
      })
    },
  }
}

/** Those for whom something is on its way, with the time at which the first of it is due. */
async function* receivers(database: Database, shopId: number): AsyncGenerator<{ origin: string; due_at: number }> {
  for (let origin = ''; ;) {
    const next = await database.get(originAfter, { shopId, origin })
    if (next === undefined) return
    yield next
    origin = next.origin
  }
}

async function makeDueAgain(
  tx: Transaction,
  key: ShopDeliveryKey,
  now: number,
  note: Note,
): Promise<'due' | 'disabledEndpoint' | undefined> {
  const row = await tx.get(deliveryAt, key)
  if (row === undefined) return undefined
  if (row.endpoint !== null) {
    const endpoint = await tx.get(endpointAt, { shopId: key.shopId, number: row.endpoint })
    if (endpoint?.disabled_reason !== null) return 'disabledEndpoint'
  }
  await tx.run(makeDue, { ...key, dueAt: now })
  await addJob(tx, key.shopId, 'deliveries', now)
  const details = { event: row.type, number: Math.abs(row.subject), to: shownText(row.origin) }
  await note(tx, { action: 'delivery.retried', subject: `delivery ${row.event}-${row.position}`, details })
  return 'due'
}

async function listDeliveries(
  { kysely }: Database,
  shopId: number,
  { state, endpoint, event, order, after, limit }: DeliveryFilter,
): Promise<readonly Delivery[]> {
  let rows = deliveriesIn(kysely).where('deliveries.shop_id', '=', shopId)
  // Written out: only so do the indexes of single states count.
  if (state !== undefined) rows = rows.where('deliveries.state', '=', sql.lit(state))
  if (endpoint !== undefined) rows = rows.where('deliveries.endpoint', '=', endpoint)
  if (event !== undefined) rows = rows.where('deliveries.event', '=', event)
  if (order !== undefined) {
    // By its events, which have an index by what they are about.
    rows = rows.where('deliveries.event', 'in', (eb) =>
      eb.selectFrom('events').select('number').where('shop_id', '=', shopId).where('subject', '=', order),
    )
  }
  const last = after === undefined ? undefined : keyIn(after)
  if (last !== undefined) {
    rows = rows.where('deliveries.event', '<=', last.event)
    rows = rows.where((eb) =>
      eb.or([eb('deliveries.event', '<', last.event), eb('deliveries.position', '<', last.position)]),
    )
  }
  const latestFirst = rows.orderBy('deliveries.event', 'desc').orderBy('deliveries.position', 'desc')
  return (await latestFirst.limit(limit).execute()).map(deliveryFrom)
}
