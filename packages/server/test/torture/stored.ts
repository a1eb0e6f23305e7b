/** What the database holds after a kill, put together from its bare rows; throws TortureFault for what has lost its other half. */
import { isDeepStrictEqual } from 'node:util'
import type { Selectable } from 'kysely'
import { emailKey } from '../../src/rules/email.ts'
import type { Order } from '../../src/rules/order.ts'
import { orderFrom } from '../../src/store/orders/rows.ts'
import type { Tables } from '../../src/store/schema.ts'
import { billsOf } from '../orders.ts'
import type { TortureDatabase } from './database.ts'
import type { History } from './history.ts'
import { TortureFault } from './torture-fault.ts'

type Row<Table extends keyof Tables> = Selectable<Tables[Table]>

export interface StoredEvent extends Row<'events'> {
  readonly deliveries: readonly Row<'deliveries'>[]
}

export interface StoredOrder {
  readonly number: number
  readonly history: History
  /** In the order of their numbers. */
  readonly events: readonly StoredEvent[]
}

export async function readStored(database: TortureDatabase): Promise<readonly StoredOrder[]> {
  const orders = await database.rows('orders')
  const events = await database.rows('events')
  const items = new Parts('order_items', await database.rows('order_items'), ({ number }) => number)
  const payments = new Parts('payments', await database.rows('payments'), ({ number }) => number)
  const bills = new Parts('bills', await database.rows('bills'), ({ number }) => number)
  const eventsOf = new Parts(
    'events',
    events.filter(({ subject }) => subject > 0),
    ({ subject }) => subject,
  )
  const deliveries = new Parts('deliveries', await database.rows('deliveries'), ({ event }) => event)
  const [counters] = await database.rows('counters')
  checkNumbers(
    'order',
    orders.map(({ number }) => number),
    counters?.next_order,
  )
  checkNumbers(
    'event',
    events.map(({ number }) => number),
    counters?.next_event,
  )

  const stored = orders.map((row): StoredOrder => {
    const { number } = row
    const order = orderFrom(row, byPosition(items.take(number)), byPosition(payments.take(number)))
    checkBill(row, order, bills.take(number))
    const happened = eventsOf.take(number).toSorted((a, b) => a.number - b.number)
    return {
      number,
      history: {
        order: { ...order, number: 0 },
        isDeleted: row.deleted !== null,
        events: happened.map((event) => ({ type: event.type, order: { ...orderIn(event), number: 0 } })),
      },
      events: happened.map((event) => ({ ...event, deliveries: byPosition(deliveries.take(event.number)) })),
    }
  })
  for (const parts of [items, payments, bills, eventsOf, deliveries]) parts.expectNoneLeft()
  return stored
}

/** Rows of a table that belong to something else. */
class Parts<Part> {
  readonly #table: string
  readonly #byOwner: Map<number, Part[]>

  constructor(table: string, rows: readonly Part[], ownerOf: (row: Part) => number) {
    this.#table = table
    this.#byOwner = Map.groupBy(rows, ownerOf)
  }

  take(owner: number): readonly Part[] {
    const parts = this.#byOwner.get(owner) ?? []
    this.#byOwner.delete(owner)
    return parts
  }

  expectNoneLeft(): void {
    const [owner] = this.#byOwner.keys()
    if (owner !== undefined) throw new TortureFault(`rows in ${this.#table} belong to ${owner}, which is not there`)
  }
}

/** Each is given once, and none is left out: what is taken back takes its numbers along. */
function checkNumbers(what: string, numbers: readonly number[], next: number | undefined): void {
  const gap = numbers.toSorted((a, b) => a - b).findIndex((number, index) => number !== index + 1)
  if (gap !== -1) throw new TortureFault(`the ${what}s are not numbered without gaps: ${gap + 1} is missing or twice`)
  if (next !== numbers.length + 1)
    throw new TortureFault(`there are ${numbers.length} ${what}s, but ${next} comes next`)
}

function byPosition<Part extends { readonly position: number }>(parts: readonly Part[]): readonly Part[] {
  const sorted = parts.toSorted((a, b) => a.position - b.position)
  if (sorted.some(({ position }, index) => position !== index))
    throw new TortureFault(`a list has holes: ${JSON.stringify(sorted)}`)
  return sorted
}

function checkBill({ deleted }: Row<'orders'>, order: Order, bills: readonly Row<'bills'>[]): void {
  const found = bills.map(({ email_key, pay_status, answer }) => ({
    email_key,
    pay_status,
    answer: parse(`{${answer}}`),
  }))
  const { email, pay_status } = order
  const wanted = { email_key: emailKey(email), pay_status, answer: billsOf([order], email) }
  if (isDeepStrictEqual(found, deleted === null ? [wanted] : [])) return
  throw new TortureFault(
    `the bills of order ${order.number} are ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`,
  )
}

function orderIn({ number, subject, data }: Row<'events'>): Order {
  // events.ts wrote it from an Order; whether it is the right one is compared.
  const order = parse(data) as Order
  if (order.number !== subject) throw new TortureFault(`event ${number} tells of order ${order.number}`)
  return order
}

function parse(json: string): unknown {
  return JSON.parse(json)
}
