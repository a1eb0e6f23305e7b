/** Lets go of what is done with: of old deliveries the whole row, of old events the content. */
import type { Kysely } from 'kysely'
import type { Keep } from '../rules/keep.ts'
import type { AuditEntry } from '../rules/audit.ts'
import { noteOf, type NoteParts } from './audit/write.ts'
import type { Database } from './database.ts'
import type { Tables } from './schema.ts'

/**
 * What is pending stays whatever its age, and so does the content of an event as long as a delivery points to it. Of an
 * event there is always left that it happened: its number, type, order and time.
 */
export interface Retention {
  /** Lets some go, a few hundred rows in each of a few transactions; false: there is more. */
  letGo(keep: Keep, signal: AbortSignal): Promise<boolean>
}

/** How long it is known what was asked. */
const requestsMs = 30 * 86_400_000

/** Event numbers that a transaction is about: a shop's other writers wait for it, some milliseconds. */
const eventsAtOnce = 500
/** Transactions of a call, so that the job comes back before others have waited long for its place. */
const mostSteps = 20

export interface RetentionParts extends NoteParts {
  readonly database: Database
}

export function retentionOf({ database, ...parts }: RetentionParts): Retention {
  const { shopId, clock } = parts
  const note = noteOf(parts)
  return {
    async letGo({ eventsMs, deliveriesMs }, signal) {
      const now = clock()
      const sweeps = [
        { sweep: dropDeliveries, before: now - deliveriesMs },
        { sweep: emptyEvents, before: now - eventsMs },
      ]
      let steps = 0
      for (const { sweep, before } of sweeps) {
        if (before === -Infinity) continue
        for (let from = 1; ;) {
          const start = from
          const step = await database.write(shopId, async (tx) => {
            const done = await sweep(tx.kysely, { shopId, before, from: start })
            if (done !== undefined && done.events + done.deliveries > 0) await note(tx, entryOf(done, before))
            return done
          })
          if (step === undefined) break
          from = step.next
          if (step.hasChanged) steps += 1
          if (steps >= mostSteps || signal.aborted) return false
        }
      }
      await dropRequests(database, shopId, now - requestsMs)
      return true
    },
  }
}

/** Few enough to be gone through: there is a limit to how many a shop has. */
async function dropRequests({ kysely, write }: Database, shopId: number, before: number): Promise<void> {
  const old = kysely.selectFrom('request_log').select('number').where('shop_id', '=', shopId).where('at', '<', before)
  if ((await old.limit(1).executeTakeFirst()) === undefined) return
  await write('nothing', async ({ kysely: db }) => {
    await db.deleteFrom('request_log').where('shop_id', '=', shopId).where('at', '<', before).execute()
  })
}

type Db = Kysely<Tables>

interface Bounds {
  readonly shopId: number
  /** Unix milliseconds: what is older goes. */
  readonly before: number
  /** The first event to look at. */
  readonly from: number
}

/** Undefined: there is nothing more that is old enough. */
type Step = Done | undefined

interface Done {
  /** The first event that was not looked at. */
  readonly next: number
  readonly hasChanged: boolean
  /** How many have lost their content. */
  readonly events: number
  /** How many are gone. */
  readonly deliveries: number
}

function entryOf({ events, deliveries }: Done, before: number): AuditEntry {
  return { action: 'events.let_go', subject: 'events', details: { before, events, deliveries } }
}

/** Those of the next few events that have any. One that was tried again lately is passed over. */
async function dropDeliveries(db: Db, { shopId, before, from }: Bounds): Promise<Step> {
  const done = db.selectFrom('deliveries').select('event').where('shop_id', '=', shopId).where('state', '!=', 'pending')
  const oldest = await done.where('event', '>=', from).orderBy('event').limit(1).executeTakeFirst()
  if (oldest === undefined) return undefined
  const range = { from: oldest.event, upTo: await lastBefore(db, { shopId, before, from: oldest.event }) }
  if (range.upTo === undefined) return undefined
  const { numDeletedRows } = await db
    .deleteFrom('deliveries')
    .where('shop_id', '=', shopId)
    .where('event', '>=', range.from)
    .where('event', '<=', range.upTo)
    .where('state', '!=', 'pending')
    .where(({ eb }) => eb.or([eb('last_at', 'is', null), eb('last_at', '<', before)]))
    .executeTakeFirst()
  // Of these, the content was kept for the deliveries when its turn came.
  const upTo = Math.min(range.upTo, await emptiedUpTo(db, shopId))
  const events = range.from <= upTo ? await emptyThose(db, shopId, { from: range.from, upTo }) : 0
  const deliveries = Number(numDeletedRows)
  return { next: range.upTo + 1, hasChanged: deliveries > 0, events, deliveries }
}

/** The next few after those that earlier runs have gone through. */
async function emptyEvents(db: Db, { shopId, before }: Bounds): Promise<Step> {
  const from = (await emptiedUpTo(db, shopId)) + 1
  const upTo = await lastBefore(db, { shopId, before, from })
  if (upTo === undefined) return undefined
  const events = await emptyThose(db, shopId, { from, upTo })
  await db.updateTable('counters').set({ emptied_events: upTo }).where('shop_id', '=', shopId).execute()
  return { next: upTo + 1, hasChanged: true, events, deliveries: 0 }
}

async function emptiedUpTo(db: Db, shopId: number): Promise<number> {
  const counters = db.selectFrom('counters').select('emptied_events').where('shop_id', '=', shopId)
  return (await counters.executeTakeFirst())?.emptied_events ?? 0
}

/** The last of the next few events that is older than `before`. */
async function lastBefore(db: Db, { shopId, before, from }: Bounds): Promise<number | undefined> {
  const row = await db
    .selectFrom('events')
    .select('number')
    .where('shop_id', '=', shopId)
    .where('number', '>=', from)
    .where('number', '<', from + eventsAtOnce)
    .where('at', '<', before)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.number
}

async function emptyThose(db: Db, shopId: number, { from, upTo }: { from: number; upTo: number }): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('events')
    .set({ data: '' })
    .where('shop_id', '=', shopId)
    .where('number', '>=', from)
    .where('number', '<=', upTo)
    .where('data', '!=', '')
    .where(({ eb }) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('deliveries')
            .select('deliveries.event')
            .where('deliveries.shop_id', '=', shopId)
            .whereRef('deliveries.event', '=', 'events.number'),
        ),
      ),
    )
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
