/** A shop's orders. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { emailKey } from '../rules/email.ts'
import type { OrderEventType } from '../rules/event.ts'
import type { Order, PayStatus } from '../rules/order.ts'
import type { OrderDraft, Placed } from '../rules/order-draft.ts'
import type { Move, PartPayment, StatusChange } from '../rules/order-status.ts'
import type { Authorship, NoteParts } from './audit/write.ts'
import type { Database, Transaction } from './database.ts'
import {
  cancelSomeOverdue,
  changeOrder,
  deleteOrder,
  nextCancelAt,
  noteOrder,
  type OrderNotes,
  type Outcome,
  payOrder,
  restoreOrder,
} from './orders/change.ts'
import { customerTotals, type StatusTotal } from './orders/customer.ts'
import { listOrders, type OrderFilter } from './orders/list.ts'
import { placeOrder } from './orders/place.ts'
import { everyOrder, type OrderPage, type PageWanted, searchOrders } from './orders/search.ts'
import type { OrderSearch } from './orders/search-filter.ts'
import { type Sales, salesIn, type Stretch } from './orders/sales.ts'
import { orderAt } from './orders/statements.ts'
import type { Secrets } from './secrets.ts'

/** Deleted orders are not there, for any of these. What changes an order writes its event in the same transaction. */
export interface Orders {
  /**
   * The customer's orders in the form GetBills answers: JSON members `"NUMBER":{…}` joined by commas, orders and the
   * products in them ascending by number; undefined if there is none (with this status).
   */
  billsOf(email: string, payStatus?: PayStatus): Promise<string | undefined>
  /** Every order, ascending by number, in constant memory, all from one moment. */
  all(): AsyncIterable<Order>
  count(): Promise<number>
  get(number: number): Promise<Order | undefined>
  /**
   * Ascending by number, a few hundred at a time, each as it is when it is read. Other callers get their turn between
   * any two pieces of work.
   */
  list(filter: OrderFilter): AsyncIterable<readonly Order[]>
  /**
   * A page of the orders that fit; undefined: the cursor is not one of this search. An order that fits throughout is on one
   * of the pages and on no other, whatever is added, changed and deleted meanwhile; by the time of payment this is so of
   * orders whose time of payment does not change.
   */
  search(search: OrderSearch, page: PageWanted): Promise<OrderPage | undefined>
  /** All pages of it, one after the other. Other callers get their turn between any two pieces of work. */
  searchAll(search: OrderSearch): AsyncIterable<readonly Order[]>
  /** What the customer's orders come to, by status; empty: there are none. */
  customerTotals(email: string): Promise<readonly StatusTotal[]>
  place(draft: OrderDraft): Promise<Placed>
  change(number: number, change: StatusChange): Promise<Outcome<Move>>
  pay(number: number, payment: { sumMinor: number; at: number; payway: string }): Promise<Outcome<PartPayment>>
  /** Hides it from all of these, until it is restored. */
  delete(number: number): Promise<'deleted' | 'unknownOrder'>
  restore(number: number): Promise<'restored' | 'same' | 'unknownOrder'>
  note(number: number, notes: OrderNotes): Promise<'changed' | 'unknownOrder'>
  /** Cancels what has outlived its time; gives the moment at which the next one will, in Unix milliseconds. */
  cancelOverdue(): Promise<{ readonly cancelled: number; readonly nextAt: number | undefined }>
  /** What happened to an order, oldest first. */
  events(number: number): Promise<readonly OrderMoment[]>
  /** Of a day or so; between two such questions, others get their turn. */
  sales(stretch: Stretch): Promise<Sales>
  /** What makes the address of an order's payment page unguessable: 32 hexadecimal digits. */
  tokenOf(number: number): string
}

/** What happened to an order, and when, in Unix milliseconds. */
export interface OrderMoment {
  /** Of the event. */
  readonly number: number
  readonly type: OrderEventType
  readonly at: number
}

export interface OrdersParts extends NoteParts {
  readonly database: Database
  readonly secrets: Secrets
  /** Called when something was committed of which somebody may have to be told, or which may have to be done later. */
  readonly onChange: () => void
}

export function ordersOf({ database, shopId, actor, secrets, clock, onChange }: OrdersParts): Orders {
  async function write<Result>(work: (transaction: Transaction, by: Authorship) => Promise<Result>): Promise<Result> {
    const result = await database.write(shopId, (transaction) => work(transaction, { shopId, actor, now: clock() }))
    onChange()
    return result
  }

  return {
    billsOf: (email, payStatus) => database.billsOf(shopId, emailKey(email), payStatus),
    all: () => database.ordersOf(shopId),
    async count() {
      const { count } = await database.kysely
        .selectFrom('orders')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('shop_id', '=', shopId)
        .where('deleted', 'is', null)
        .executeTakeFirstOrThrow()
      return count
    },
    get: (number) => orderAt(database, shopId, number),
    list: (filter) => listOrders(database, shopId, filter),
    search: (search, page) => searchOrders({ database, shopId, secrets }, search, page),
    searchAll: (search) => everyOrder({ database, shopId }, search),
    customerTotals: (email) => customerTotals(database, shopId, email),
    place: (draft) => write((transaction, by) => placeOrder(transaction, by, draft)),
    change: (number, change) => write((transaction, by) => changeOrder(transaction, { ...by, number }, change)),
    pay: (number, payment) => write((transaction, by) => payOrder(transaction, { ...by, number }, payment)),
    delete: (number) => write((transaction, by) => deleteOrder(transaction, { ...by, number })),
    restore: (number) => write((transaction, by) => restoreOrder(transaction, { ...by, number })),
    note: (number, notes) => write((transaction, by) => noteOrder(transaction, { ...by, number }, notes)),
    async cancelOverdue() {
      let cancelled = 0
      for (;;) {
        const some = await write((transaction, by) => cancelSomeOverdue(transaction, by))
        cancelled += some
        if (some === 0) return { cancelled, nextAt: await nextCancelAt(database, shopId) }
      }
    },
    async events(number) {
      return database.kysely
        .selectFrom('events')
        .select((eb) => ['number', eb.ref('type').$castTo<OrderEventType>().as('type'), 'at'])
        .where('shop_id', '=', shopId)
        .where('subject', '=', number)
        .orderBy('number')
        .execute()
    },
    async sales(stretch) {
      await nextTurn()
      return salesIn(database, shopId, stretch)
    },
    tokenOf: (number) => secrets.token(`bill ${shopId}/${number}`),
  }
}
