/** Orders in plain prepared statements: imports and exports go through here a million at a time. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { Selectable } from 'kysely'
import type { Order } from '../../../rules/order.ts'
import {
  itemColumns,
  itemRow,
  orderColumns,
  orderFrom,
  orderRow,
  paymentColumns,
  paymentRow,
  type StoredOrder,
} from '../../orders/rows.ts'
import type { OrderItemsTable, OrdersTable, PaymentsTable } from '../../schema.ts'
import { openReader } from './connection.ts'

export interface OrderInserter {
  /** False, and nothing is written, when the number is taken. */
  insert(order: Order): boolean
}

export function orderInserter(connection: DatabaseSync, shopId: number): OrderInserter {
  const insertOrder = insertInto(connection, 'orders', orderColumns, 'insert or ignore')
  const insertItem = insertInto(connection, 'order_items', itemColumns)
  const insertPayment = insertInto(connection, 'payments', paymentColumns)
  return {
    insert(order) {
      if (insertOrder(orderRow(shopId, order)) === 0) return false
      order.items.forEach((item, position) => insertItem(itemRow(shopId, order.number, position, item)))
      order.payments.forEach((payment, position) => insertPayment(paymentRow(shopId, order.number, position, payment)))
      return true
    },
  }
}

/** `insert into TABLE (…) values (?, …)`; gives the number of rows that it made. */
function insertInto<Row extends object>(
  connection: DatabaseSync,
  table: string,
  columns: readonly (string & keyof Row)[],
  verb = 'insert',
): (row: Row) => number | bigint {
  const sql = `${verb} into ${table} (${columns.join()}) values (${columns.map(() => '?').join()})`
  const statement = connection.prepare(sql)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the tables hold texts and numbers only
  return (row) => statement.run(...columns.map((column) => row[column] as SQLInputValue)).changes
}

const pageOrders = 1_000

/** A shop's orders by number, all from the moment of the first page, with a connection of their own. */
export function* readOrders(file: string, shopId: number): Generator<Order> {
  const connection = openReader(file)
  try {
    connection.exec('begin')
    const orders = connection.prepare(
      `select * from orders where shop_id = ? and number > ? and deleted is null order by number limit ${pageOrders}`,
    )
    const between = 'where shop_id = ? and number between ? and ? order by number, position'
    const items = connection.prepare(`select * from order_items ${between}`)
    const payments = connection.prepare(`select * from payments ${between}`)
    let last = -1
    for (;;) {
      const page = rowsOf<OrdersTable>(orders, shopId, last)
      const first = page[0]?.number
      if (first === undefined) return
      last = page.at(-1)?.number ?? first
      const itemsOf = Map.groupBy(rowsOf<OrderItemsTable>(items, shopId, first, last), ({ number }) => number)
      const paymentsOf = Map.groupBy(rowsOf<PaymentsTable>(payments, shopId, first, last), ({ number }) => number)
      for (const row of page) yield orderFrom(row, itemsOf.get(row.number) ?? [], paymentsOf.get(row.number) ?? [])
    }
  } finally {
    connection.close()
  }
}

/** Reads single orders by number, deleted ones too; prepared once. */
export function orderReader(connection: DatabaseSync, shopId: number): (number: number) => StoredOrder | undefined {
  const orders = connection.prepare('select * from orders where shop_id = ? and number = ?')
  const items = connection.prepare('select * from order_items where shop_id = ? and number = ? order by position')
  const payments = connection.prepare('select * from payments where shop_id = ? and number = ? order by position')
  return (number) => {
    const [row] = rowsOf<OrdersTable>(orders, shopId, number)
    if (row === undefined) return undefined
    const itemRows = rowsOf<OrderItemsTable>(items, shopId, number)
    const order = orderFrom(row, itemRows, rowsOf<PaymentsTable>(payments, shopId, number))
    return { order, isDeleted: row.deleted !== null }
  }
}

/** Rows of `select *` from that table. */
function rowsOf<Table>(statement: StatementSync, ...values: readonly SQLInputValue[]): readonly Selectable<Table>[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- schema.ts says what the tables hold
  return statement.all(...values) as unknown as readonly Selectable<Table>[]
}
