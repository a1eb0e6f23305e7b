/** Writes what happened and whom to tell, in the transaction in which it happens. */
import { type EventType, type Happening, subjectOf } from '../rules/event.ts'
import { type AuditPlace, lastHash } from './audit/write.ts'
import type { Transaction } from './database.ts'
import { pendingBefore } from './deliveries/statements.ts'
import { enabledEndpoints } from './endpoints/statements.ts'
import { dataOf } from './event-rows.ts'
import { prepared } from './prepared.ts'
import { type Receiver, receiversOf } from './receivers.ts'
import type { JobKind } from './schema.ts'

/** Numbers that the shop gives once each. */
export interface Numbers {
  readonly order: number
  readonly firstEvent: number
  readonly audit: AuditPlace
  /** Whether the shop has, or ever had, an endpoint: most have none, and are not asked for them. */
  readonly hasEndpoints: boolean
}

/** Takes the shop's next numbers: of an order, if `orders` is 1, of so many events, and of what the audit says of it all. */
export async function takeNumbers(tx: Transaction, shopId: number, orders: 0 | 1, events: number): Promise<Numbers> {
  const row = await tx.get(takeNumbersRow, { shopId, orders, events })
  if (row === undefined) throw new Error(`There is no shop ${shopId}.`)
  return {
    order: row.next_order - orders,
    firstEvent: row.next_event - events,
    audit: { number: row.next_audit - 1, previous: row.previous },
    hasEndpoints: row.next_endpoint > 1,
  }
}

/** The events in the order given, with the numbers taken for them. */
export async function emit(
  tx: Transaction,
  shopId: number,
  { firstEvent, hasEndpoints }: Numbers,
  happenings: readonly Happening[],
  now: number,
): Promise<void> {
  const endpoints = hasEndpoints ? await tx.all(enabledEndpoints, { shopId }) : []
  let isToldToSomebody = false
  for (const [index, happening] of happenings.entries()) {
    const event = firstEvent + index
    const subject = subjectOf(happening)
    await tx.run(insertEvent, { shopId, event, type: happening.type, subject, now, data: dataOf(happening) })
    const receivers = await receiversOf(tx, shopId, happening, endpoints)
    for (const [position, receiver] of receivers.entries()) {
      await insertDeliveryOf(tx, { shopId, event, position, subject, ...receiver }, now)
      isToldToSomebody = true
    }
  }
  if (isToldToSomebody) await addJob(tx, shopId, 'deliveries', now)
}

type NewDelivery = Receiver & { shopId: number; event: number; position: number; subject: number }

/** It waits while the receiver has yet to hear of an earlier event of the subject. */
export async function insertDeliveryOf(tx: Transaction, delivery: NewDelivery, now: number): Promise<void> {
  const { shopId, subject, event, origin } = delivery
  // What is about no order and no product bears on nothing that comes after it.
  const earlier = subject === 0 ? undefined : await tx.get(pendingBefore, { shopId, subject, origin, event })
  await tx.run(insertDelivery, { ...delivery, dueAt: earlier === undefined ? now : null })
}

/** Says that the shop has something of this kind to do at that time; another time that is earlier stands. */
export async function addJob(tx: Transaction, shopId: number, kind: JobKind, dueAt: number): Promise<void> {
  await tx.run(insertJob, { shopId, kind, dueAt })
}

const takeNumbersRow = prepared<{ shopId: number; orders: number; events: number }>()((db, arg) =>
  db
    .updateTable('counters')
    .set((eb) => ({
      next_order: eb('next_order', '+', arg('orders')),
      next_event: eb('next_event', '+', arg('events')),
      next_audit: eb('next_audit', '+', 1),
    }))
    .where('shop_id', '=', arg('shopId'))
    .returning(['next_order', 'next_event', 'next_audit', 'next_endpoint', lastHash(arg('shopId'))]),
)

const insertEvent = prepared<{
  shopId: number
  event: number
  type: EventType
  subject: number
  now: number
  data: string
}>()((db, arg) =>
  db.insertInto('events').values({
    shop_id: arg('shopId'),
    number: arg('event'),
    type: arg('type'),
    subject: arg('subject'),
    at: arg('now'),
    data: arg('data'),
  }),
)

const insertDelivery = prepared<NewDelivery & { dueAt: number | null }>()((db, arg) =>
  db.insertInto('deliveries').values({
    shop_id: arg('shopId'),
    event: arg('event'),
    position: arg('position'),
    subject: arg('subject'),
    url: arg('url'),
    origin: arg('origin'),
    endpoint: arg('endpoint'),
    state: 'pending',
    attempts: 0,
    due_at: arg('dueAt'),
    last_at: null,
    last_status: null,
    last_problem: '',
    last_answer: '',
  }),
)

/** What comes while somebody has the job is due before their lease ends, as they may have looked already. */
const insertJob = prepared<{ shopId: number; kind: JobKind; dueAt: number }>()((db, arg) =>
  db
    .insertInto('jobs')
    .values({ shop_id: arg('shopId'), kind: arg('kind'), due_at: arg('dueAt'), lease: '', leased_until: 0 })
    .onConflict((conflict) =>
      conflict
        .columns(['shop_id', 'kind'])
        .doUpdateSet(({ eb }) => ({
          due_at: eb
            .case()
            .when(eb.and([eb('jobs.lease', '!=', ''), eb('excluded.due_at', '>=', eb.ref('jobs.leased_until'))]))
            .then(eb('jobs.leased_until', '-', 1))
            .else(eb.ref('excluded.due_at'))
            .end(),
        }))
        .where(({ eb }) =>
          eb.or([
            eb('excluded.due_at', '<', eb.ref('jobs.due_at')),
            eb.and([eb('jobs.lease', '!=', ''), eb('jobs.due_at', '=', eb.ref('jobs.leased_until'))]),
          ]),
        ),
    ),
)
