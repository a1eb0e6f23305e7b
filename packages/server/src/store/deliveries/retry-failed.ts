/** Makes due again what has failed, many at once: for when a receiver was away. */
import { sql } from 'kysely'
import { writeAudit, type Authorship } from '../audit/write.ts'
import type { Transaction } from '../database.ts'
import { enabledEndpoints } from '../endpoints/statements.ts'
import { numberSince } from '../event-feed.ts'
import { addJob } from '../events.ts'
import { prepared } from '../prepared.ts'
import { makeDue, pendingBefore } from './statements.ts'

export interface FailedRange {
  /** When it happened, in Unix milliseconds. */
  readonly from: number
  /** Excluded. */
  readonly until: number
  /** How many at most. */
  readonly limit: number
}

export interface RetriedFailures {
  readonly count: number
  /** Whether there were more than the limit. */
  readonly hasMore: boolean
}

/** Oldest first. Passes over what was for an endpoint that is disabled, or gone. */
export async function retryFailed(
  tx: Transaction,
  by: Authorship,
  { from, until, limit }: FailedRange,
): Promise<RetriedFailures> {
  const { shopId, now } = by
  const after = (await numberSince(tx, shopId, from)) - 1
  const before = await numberSince(tx, shopId, until)
  const told = new Set((await tx.all(enabledEndpoints, { shopId })).map(({ number }) => number))
  let count = 0
  // One more than may be retried tells that there are more.
  const rows = await tx.all(failedBetween, { shopId, after, before, limit: limit + 1 })
  for (const { event, position, endpoint, subject, origin } of rows.slice(0, limit)) {
    if (endpoint !== null && !told.has(endpoint)) continue
    const earlier = await tx.get(pendingBefore, { shopId, subject, origin, event })
    await tx.run(makeDue, { shopId, event, position, dueAt: earlier === undefined ? now : null })
    count += 1
  }
  if (count > 0) {
    await addJob(tx, shopId, 'deliveries', now)
    await writeAudit(tx, by, { action: 'deliveries.retried', subject: 'deliveries', details: { from, until, count } })
  }
  return { count, hasMore: rows.length > limit }
}

type Between = { shopId: number; after: number; before: number; limit: number }

const failedBetween = prepared<Between>()((db, arg) =>
  db
    .selectFrom('deliveries')
    .select(['event', 'position', 'endpoint', 'subject', 'origin'])
    .where('shop_id', '=', arg('shopId'))
    // Written out: only so does the index of failed ones count.
    .where('state', '=', sql.lit('failed'))
    .where('event', '>', arg('after'))
    .where('event', '<', arg('before'))
    .orderBy('event')
    .orderBy('position')
    .limit(arg('limit')),
)
