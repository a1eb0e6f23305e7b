/** Imports on SQLite: prepared statements, one transaction, and the table of bills written in its own order at the end. */
import type { DatabaseSync } from 'node:sqlite'
import { isDeepStrictEqual } from 'node:util'
import { emailKey } from '../../../rules/email.ts'
import type { Order, OrderItem } from '../../../rules/order.ts'
import { billAnswer } from '../../bill-answer.ts'
import {
  type BulkCounts,
  type BulkOrders,
  type BulkWriter,
  counter,
  difference,
  type PutOutcome,
} from '../../bulk-orders.ts'
import type { ImportNote, Transaction } from '../../database.ts'
import { productBook } from '../../product-book.ts'
import { beginWriting, kyselyOver, openWriter, Statements, transactionOver, waitForNobody } from './connection.ts'
import { orderInserter, orderReader } from './order-rows.ts'

/** In KiB: room for the pages that an import changes again and again; it bounds the memory of an import. */
const cacheKib = 65_536

export interface BulkParts {
  readonly file: string
  readonly shopId: number
  readonly note: ImportNote
  /** Called before `write` returns. */
  readonly onCommit: () => void
}

export function sqliteBulkOrders({ file, shopId, note, onCommit }: BulkParts): BulkOrders {
  return {
    async write(work) {
      const connection = openWriter(file, cacheKib)
      try {
        waitForNobody(connection)
        await beginWriting(connection)
        const writer = bulkWriter(connection, shopId)
        const result = await work(writer)
        await note(transactionOf(connection), writer.finish())
        connection.exec('commit')
        onCommit()
        // Otherwise the log stays as long as the import was. Somebody who is reading now is not waited for.
        connection.exec('pragma wal_checkpoint(truncate)')
        return result
      } finally {
        // Without a commit, this takes everything back.
        connection.close()
      }
    },
  }
}

function bulkWriter(connection: DatabaseSync, shopId: number): BulkWriter & { finish(): BulkCounts } {
  // Bills gather here and are sorted once: inserted one by one they would touch a random page each.
  connection.exec('create temp table new_bills (email_key text, number integer, pay_status text, answer text)')
  const orders = orderInserter(connection, shopId)
  const insertBill = connection.prepare('insert into temp.new_bills values (?, ?, ?, ?)')
  const deleteOrder = connection.prepare('delete from orders where shop_id = ? and number = ?')
  const deleteItems = connection.prepare('delete from order_items where shop_id = ? and number = ?')
  const deletePayments = connection.prepare('delete from payments where shop_id = ? and number = ?')
  const deleteBill = connection.prepare('delete from bills where shop_id = ? and email_key = ? and number = ?')
  const deleteNewBill = connection.prepare('delete from temp.new_bills where number = ?')
  const stored = orderReader(connection, shopId)
  const products = productBook(productsIn(connection, shopId))
  const addProduct = productInserter(connection, shopId)
  const { count, total } = counter()
  let highest = 0
  let hasTimers = false

  /** Whether the number was free. */
  function add(order: Order): boolean {
    if (!orders.insert(order)) return false
    for (const item of order.items) if (products.learn(item)) addProduct(item)
    insertBill.run(emailKey(order.email), order.number, order.pay_status, billAnswer(order))
    if (order.number > highest) highest = order.number
    if (order.cancel_at !== null) hasTimers = true
    return true
  }

  function remove(order: Order): void {
    deleteOrder.run(shopId, order.number)
    deleteItems.run(shopId, order.number)
    deletePayments.run(shopId, order.number)
    // The bill is in one of the two, as the order may have come earlier in this very import.
    if (deleteBill.run(shopId, emailKey(order.email), order.number).changes === 0) deleteNewBill.run(order.number)
  }

  function put(order: Order, update: boolean): PutOutcome {
    const clash = products.clash(order.items)
    if (clash !== undefined) return { outcome: 'conflict', reason: clash }
    if (add(order)) return { outcome: 'added' }
    const present = stored(order.number)
    if (present === undefined) throw new Error(`Order ${order.number} is neither new nor stored.`)
    if (!present.isDeleted && isDeepStrictEqual(present.order, order)) return { outcome: 'same' }
    if (!update) return { outcome: 'conflict', reason: difference(present, order) }
    remove(present.order)
    add(order)
    return { outcome: 'updated' }
  }

  return {
    put: (given, { update }) => count(given.map((order) => put(order, update))),
    finish() {
      addSorted(connection, shopId)
      raiseNumbers(connection, shopId, { order: highest, product: products.highest() })
      if (hasTimers) wakeTimers(connection, shopId)
      return { ...total, products: products.learned() }
    },
  }
}

function transactionOf(connection: DatabaseSync): Transaction {
  const statements = new Statements(connection)
  return transactionOver(kyselyOver(connection, statements), statements)
}

function addSorted(connection: DatabaseSync, shopId: number): void {
  const columns = 'email_key, number, pay_status, answer'
  connection
    .prepare(`insert into bills select ?, ${columns} from temp.new_bills order by email_key, number`)
    .run(shopId)
  connection.exec('drop table temp.new_bills')
}

/** What the shop gives out next is above everything that was imported. */
function raiseNumbers(connection: DatabaseSync, shopId: number, highest: { order: number; product: number }): void {
  connection
    .prepare(
      'update counters set next_order = max(next_order, ? + 1), next_product = max(next_product, ? + 1) where shop_id = ?',
    )
    .run(highest.order, highest.product, shopId)
}

/** Has somebody look when the next order outlives its time. */
function wakeTimers(connection: DatabaseSync, shopId: number): void {
  connection
    .prepare(
      `insert into jobs (shop_id, kind, due_at, lease, leased_until) values (?, 'timers', 0, '', 0)
       on conflict (shop_id, kind) do update set due_at = 0`,
    )
    .run(shopId)
}

function productInserter(connection: DatabaseSync, shopId: number): (item: OrderItem) => void {
  const insert = connection.prepare(
    'insert into products (shop_id, number, name, title, price, kind) values (?, ?, ?, ?, ?, ?)',
  )
  return ({ product, name, title, priceMinor, kind }) => {
    insert.run(shopId, product, name, title, priceMinor, kind)
  }
}

function* productsIn(connection: DatabaseSync, shopId: number) {
  const rows = connection.prepare('select number, name from products where shop_id = ?').iterate(shopId)
  for (const { number, name } of rows) yield { number: Number(number), name: String(name) }
}
