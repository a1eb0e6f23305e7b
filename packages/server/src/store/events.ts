/** Writes what happened and whom to tell, in the transaction in which it happens. */
import { type EventType, type Notification, notificationOf } from '../rules/event.ts'
import type { Order } from '../rules/order.ts'
import { type AuditPlace, lastHash } from './audit/write.ts'
import type { Transaction } from './database.ts'
import { sql } from 'kysely'
import { notifyColumns, notifyIn } from './notify.ts'
import { prepared } from './prepared.ts'
import type { JobKind } from './schema.ts'

/** Numbers that the shop gives once each. */
export interface Numbers {
  readonly order: number
  readonly firstEvent: number
  readonly audit: AuditPlace
}

export interface Happening {
  readonly type: EventType
  readonly order: Order
}

/** Takes the shop's next numbers: of an order, if `orders` is 1, of so many events, and of what the audit says of it all. */
export async function takeNumbers(tx: Transaction, shopId: number, orders: 0 | 1, events: number): Promise<Numbers> {
  const row = await tx.get(takeNumbersRow, { shopId, orders, events })
  if (row === undefined) throw new Error(`There is no shop ${shopId}.`)
  return {
    order: row.next_order - orders,
    firstEvent: row.next_event - events,
    audit: { number: row.next_audit - 1, previous: row.previous },
  }
}

/** The events in the order given, with the numbers taken for them. */
export async function emit(
  tx: Transaction,
  shopId: number,
  { firstEvent }: Numbers,
  happenings: readonly Happening[],
  now: number,
): Promise<void> {
  let isToldToSomebody = false
  for (const [index, { type, order }] of happenings.entries()) {
    const event = firstEvent + index
    await tx.run(insertEvent, { shopId, event, type, order: order.number, now, data: JSON.stringify(order) })
    const name = notificationOf(type)
    const urls = name === undefined ? [] : await urlsFor(tx, shopId, order, name)
    for (const [position, url] of urls.entries()) {
      await insertDeliveryOf(tx, { shopId, event, position, order: order.number, url }, now)
      isToldToSomebody = true
    }
  }
  if (isToldToSomebody) await addJob(tx, shopId, 'deliveries', now)
}

/** Says that the shop has something of this kind to do at that time; another time that is earlier stands. */
export async function addJob(tx: Transaction, shopId: number, kind: JobKind, dueAt: number): Promise<void> {
  await tx.run(insertJob, { shopId, kind, dueAt })
}

/** Each address once: the products' own, and the account's for products without (protocol section 11). */
async function urlsFor(tx: Transaction, shopId: number, order: Order, name: Notification): Promise<readonly string[]> {
  const urls = new Set<string>()
  for (const product of new Set(order.items.map((item) => item.product))) {
    const row = await tx.get(notifyRow, { shopId, product })
    if (row !== undefined) urls.add(notifyIn(row)[name])
  }
  urls.delete('')
  return [...urls]
}

type NewDelivery = { shopId: number; event: number; position: number; order: number; url: string }

/** It waits while the receiver has yet to hear of an earlier event of the order. */
async function insertDeliveryOf(tx: Transaction, delivery: NewDelivery, now: number): Promise<void> {
  const { shopId, order, event, url } = delivery
  const { origin } = new URL(url)
  const earlier = await tx.get(pendingBefore, { shopId, order, origin, event })
  await tx.run(insertDelivery, { ...delivery, origin, dueAt: earlier === undefined ? now : null })
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
    .returning(['next_order', 'next_event', 'next_audit', lastHash(arg('shopId'))]),
)

const insertEvent = prepared<{
  shopId: number
  event: number
  type: EventType
  order: number
  now: number
  data: string
}>()((db, arg) =>
  db.insertInto('events').values({
    shop_id: arg('shopId'),
    number: arg('event'),
    type: arg('type'),
    order_number: arg('order'),
    at: arg('now'),
    data: arg('data'),
  }),
)

/** A product may be gone. Its shop is given twice so that whoever looks for the product alone knows where it lies. */
const notifyRow = prepared<{ shopId: number; product: number }>()((db, arg) =>
  db
    .selectFrom('shops')
    .leftJoin('products', (join) =>
      join.on('products.shop_id', '=', arg('shopId')).on('products.number', '=', arg('product')),
    )
    .select(notifyColumns.map((name) => ownOrAccounts(name)))
    .where('shops.id', '=', arg('shopId')),
)

function ownOrAccounts<Name extends (typeof notifyColumns)[number]>(name: Name) {
  return sql<string>`coalesce(nullif(${sql.ref(`products.${name}`)}, ''), ${sql.ref(`shops.${name}`)})`.as(name)
}

const pendingBefore = prepared<{ shopId: number; order: number; origin: string; event: number }>()((db, arg) =>
  db
    .selectFrom('deliveries')
    .select('event')
    .where('shop_id', '=', arg('shopId'))
    .where('order_number', '=', arg('order'))
    .where('origin', '=', arg('origin'))
    // Written out: only so does the index of pending ones count.
    .where('state', '=', sql.lit('pending'))
    .where('event', '<', arg('event'))
    .limit(1),
)

const insertDelivery = prepared<NewDelivery & { origin: string; dueAt: number | null }>()((db, arg) =>
  db.insertInto('deliveries').values({
    shop_id: arg('shopId'),
    event: arg('event'),
    position: arg('position'),
    order_number: arg('order'),
    url: arg('url'),
    origin: arg('origin'),
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
