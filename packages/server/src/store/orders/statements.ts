/** The statements about single orders, each prepared once. */
import type { Order } from '../../rules/order.ts'
import { emailKey } from '../../rules/email.ts'
import { billAnswer } from '../bill-answer.ts'
import type { Queries, Transaction } from '../database.ts'
import {
  itemColumns,
  itemRow,
  orderColumns,
  orderFrom,
  orderRow,
  paymentColumns,
  paymentRow,
  type RowOf,
} from './rows.ts'
import { type Arguments, type Prepared, prepared } from '../prepared.ts'
import type { Tables } from '../schema.ts'

/** The order's rows and what is derived from them. */
export async function insertOrder(
  tx: Transaction,
  shopId: number,
  order: Order,
  retryKey: string | null,
): Promise<void> {
  await tx.run(insertOrderRow, orderRow(shopId, order, retryKey))
  for (const [position, item] of order.items.entries()) {
    await tx.run(insertItemRow, itemRow(shopId, order.number, position, item))
  }
  await insertPayments(tx, shopId, order, 0)
  await insertBill(tx, shopId, order)
}

/** What a change of status or a payment alters; `before` is the order as it is stored. */
export async function updateOrder(tx: Transaction, shopId: number, before: Order, after: Order): Promise<void> {
  const { number, pay_status: payStatus, paid, cancel_at: cancelAt, sent_at: sentAt, rpo, payway } = after
  await tx.run(updateOrderRow, { shopId, number, payStatus, paid, cancelAt, sentAt, rpo, payway })
  await insertPayments(tx, shopId, after, before.payments.length)
  if (payStatus === before.pay_status) return
  await tx.run(updateBillRow, { shopId, emailKey: emailKey(after.email), number, payStatus })
}

export async function hideOrder(tx: Transaction, shopId: number, { number, email }: Order, now: number): Promise<void> {
  await tx.run(hideOrderRow, { shopId, number, now })
  await tx.run(deleteBillRow, { shopId, emailKey: emailKey(email), number })
}

export async function showOrder(tx: Transaction, shopId: number, order: Order): Promise<void> {
  const { number } = order
  await tx.run(showOrderRow, { shopId, number })
  await insertBill(tx, shopId, order)
}

/** Undefined when there is none or it is deleted. */
export async function orderAt(queries: Queries, shopId: number, number: number): Promise<Order | undefined> {
  const args = { shopId, number }
  const row = await queries.get(orderRowAt, args)
  if (row === undefined) return undefined
  return orderFrom(row, await queries.all(itemRowsAt, args), await queries.all(paymentRowsAt, args))
}

/** The numbers of waiting orders that say the same. */
export const waitingLike = prepared<{ shopId: number; duplicateKey: string }>()((db, arg) =>
  db
    .selectFrom('orders')
    .select('number')
    .where('shop_id', '=', arg('shopId'))
    .where('duplicate_key', '=', arg('duplicateKey'))
    .where('pay_status', '=', 'waiting')
    .where('deleted', 'is', null)
    .orderBy('number')
    .limit(1),
)

/** Orders that a call of this key made since then. */
export const madeBy = prepared<{ shopId: number; retryKey: string; since: number }>()((db, arg) =>
  db
    .selectFrom('orders')
    .innerJoin('events', (join) =>
      join.onRef('events.shop_id', '=', 'orders.shop_id').onRef('events.subject', '=', 'orders.number'),
    )
    .select('orders.number')
    .where('orders.shop_id', '=', arg('shopId'))
    .where('orders.retry_key', '=', arg('retryKey'))
    .where('orders.deleted', 'is', null)
    .where('events.type', '=', 'order.created')
    .where('events.at', '>=', arg('since'))
    .limit(1),
)

async function insertBill(tx: Transaction, shopId: number, order: Order): Promise<void> {
  const { email, number, pay_status: payStatus } = order
  await tx.run(insertBillRow, { shopId, emailKey: emailKey(email), number, payStatus, answer: billAnswer(order) })
}

async function insertPayments(tx: Transaction, shopId: number, order: Order, from: number): Promise<void> {
  for (const [index, payment] of order.payments.slice(from).entries()) {
    await tx.run(insertPaymentRow, paymentRow(shopId, order.number, from + index, payment))
  }
}

type Columns<Name extends keyof Tables> = RowOf<Tables[Name]> & Arguments

/** `insert into TABLE`, with an argument for each column, of the column's name. */
function insertInto<Name extends 'orders' | 'order_items' | 'payments'>(
  table: Name,
  columns: readonly string[],
): Prepared<Columns<Name>, unknown> {
  return prepared()((db, arg) => {
    const values = Object.fromEntries(columns.map((column) => [column, arg(column)]))
    return db.insertInto<keyof Tables>(table).values(values)
  })
}

const insertOrderRow = insertInto('orders', orderColumns)
const insertItemRow = insertInto('order_items', itemColumns)
const insertPaymentRow = insertInto('payments', paymentColumns)

type BillKey = { shopId: number; emailKey: string; number: number }

const insertBillRow = prepared<BillKey & { payStatus: Order['pay_status']; answer: string }>()((db, arg) =>
  db.insertInto('bills').values({
    shop_id: arg('shopId'),
    email_key: arg('emailKey'),
    number: arg('number'),
    pay_status: arg('payStatus'),
    answer: arg('answer'),
  }),
)
const updateBillRow = prepared<BillKey & { payStatus: Order['pay_status'] }>()((db, arg) =>
  db
    .updateTable('bills')
    .set({ pay_status: arg('payStatus') })
    .where('shop_id', '=', arg('shopId'))
    .where('email_key', '=', arg('emailKey'))
    .where('number', '=', arg('number')),
)
const deleteBillRow = prepared<BillKey>()((db, arg) =>
  db
    .deleteFrom('bills')
    .where('shop_id', '=', arg('shopId'))
    .where('email_key', '=', arg('emailKey'))
    .where('number', '=', arg('number')),
)

type OrderKey = { shopId: number; number: number }

const updateOrderRow = prepared<
  OrderKey & {
    payStatus: Order['pay_status']
    paid: number | null
    cancelAt: number | null
    sentAt: number | null
    rpo: string
    payway: string
  }
>()((db, arg) =>
  db
    .updateTable('orders')
    .set({
      pay_status: arg('payStatus'),
      paid: arg('paid'),
      cancel_at: arg('cancelAt'),
      sent_at: arg('sentAt'),
      rpo: arg('rpo'),
      payway: arg('payway'),
    })
    .where('shop_id', '=', arg('shopId'))
    .where('number', '=', arg('number')),
)
const hideOrderRow = prepared<OrderKey & { now: number }>()((db, arg) =>
  db
    .updateTable('orders')
    .set({ deleted: arg('now'), cancel_at: null })
    .where('shop_id', '=', arg('shopId'))
    .where('number', '=', arg('number')),
)

const showOrderRow = prepared<OrderKey>()((db, arg) =>
  db
    .updateTable('orders')
    .set({ deleted: null })
    .where('shop_id', '=', arg('shopId'))
    .where('number', '=', arg('number')),
)

const orderRowAt = prepared<OrderKey>()((db, arg) =>
  db
    .selectFrom('orders')
    .selectAll()
    .where('shop_id', '=', arg('shopId'))
    .where('number', '=', arg('number'))
    .where('deleted', 'is', null),
)
const itemRowsAt = prepared<OrderKey>()((db, arg) =>
  db
    .selectFrom('order_items')
    .selectAll()
    .where('shop_id', '=', arg('shopId'))
    .where('number', '=', arg('number'))
    .orderBy('position'),
)
const paymentRowsAt = prepared<OrderKey>()((db, arg) =>
  db
    .selectFrom('payments')
    .selectAll()
    .where('shop_id', '=', arg('shopId'))
    .where('number', '=', arg('number'))
    .orderBy('position'),
)
