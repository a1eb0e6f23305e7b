/** Tells an endpoint what it has missed: what failed, and what happened while it was disabled or not there. */
import type { Selectable } from 'kysely'
import { isToldOf } from '../../rules/endpoint.ts'
import { type ShopEvent, subjectOf } from '../../rules/event.ts'
import type { Transaction } from '../database.ts'
import { makeDue, ofEvent, pendingBefore } from '../deliveries/statements.ts'
import { eventsBetween } from '../event-feed.ts'
import { eventFrom } from '../event-rows.ts'
import { addJob, insertDeliveryOf } from '../events.ts'
import { receiverAt } from '../receivers.ts'
import type { EndpointsTable } from './table.ts'
import { typesIn } from './endpoint.ts'
import { setRedelivery } from './statements.ts'

/** In Unix milliseconds. */
export interface TimeRange {
  readonly from: number
  /** Excluded. */
  readonly until: number
}

interface Where {
  readonly shopId: number
  readonly now: number
}

type Row = Selectable<EndpointsTable>

/** Events in a transaction. */
const atOnce = 200

/** Of what the row says is to be told again, the oldest. */
export async function redeliverSome(tx: Transaction, where: Where, row: Row): Promise<void> {
  const { shopId, now } = where
  const { number, redeliver_after: after, redeliver_before: before } = row
  const events = await tx.all(eventsBetween, { shopId, after: after ?? 0, before: before ?? 0, limit: atOnce })
  let isAnyDue = false
  // Of old ones, the content may be gone.
  for (const event of events.filter(({ data }) => data !== '').map(eventFrom)) {
    if (isMissed(row, event) && (await deliverAgain(tx, where, row, event))) isAnyDue = true
  }
  if (isAnyDue) await addJob(tx, shopId, 'deliveries', now)
  const last = events.length < atOnce ? undefined : events.at(-1)?.number
  const left = last === undefined ? { after: null, before: null } : { after: last, before }
  await tx.run(setRedelivery, { shopId, number, ...left })
}

/** A test has no meaning any more. */
function isMissed({ number, types, disabled_reason }: Row, event: ShopEvent): boolean {
  if (disabled_reason !== null || event.type === 'endpoint.test') return false
  return isToldOf({ number, types: typesIn(types) }, event)
}

/** Whether it was neither delivered nor on its way. */
async function deliverAgain(tx: Transaction, { shopId, now }: Where, row: Row, event: ShopEvent): Promise<boolean> {
  const deliveries = await tx.all(ofEvent, { shopId, event: event.number })
  const present = deliveries.find(({ endpoint }) => endpoint === row.number)
  const receiver = receiverAt(row)
  const subject = subjectOf(event)
  if (present === undefined) {
    const position = Math.max(-1, ...deliveries.map((each) => each.position)) + 1
    await insertDeliveryOf(tx, { shopId, event: event.number, position, subject, ...receiver }, now)
    return true
  }
  if (present.state !== 'failed') return false
  const { position } = present
  const line = { shopId, subject, origin: receiver.origin }
  const earlier = await tx.get(pendingBefore, { ...line, event: event.number })
  await tx.run(makeDue, { shopId, event: event.number, position, dueAt: earlier === undefined ? now : null })
  return true
}
