/** Imports on SQLite: prepared statements, one transaction, and the table of bills written in its own order at the end. */
import type { DatabaseSync } from 'node:sqlite'
import { isDeepStrictEqual } from 'node:util'
import { emailKey } from '../../../rules/email.ts'
import type { Order } from '../../../rules/order.ts'
import { billAnswer } from '../../bill-answer.ts'
import type { BulkOrders, BulkWriter, PutOutcome } from '../../bulk-orders.ts'
import { beginWriting, openWriter } from './connection.ts'
import { insertItemInto, insertOrderInto, orderReader, orderValues } from './order-rows.ts'
import { productBook } from './product-book.ts'

/** In KiB: room for the pages that an import changes again and again; it bounds the memory of an import. */
const cacheKib = 65_536

/** `onCommit` is called before `write` returns. */
export function sqliteBulkOrders(file: string, shopId: number, onCommit: () => void): BulkOrders {
  return {
    async write(work) {
      const connection = openWriter(file, cacheKib)
      try {
        beginWriting(connection)
        const writer = bulkWriter(connection, shopId)
        const result = await work(writer)
        writer.finish()
        connection.exec('commit')
        onCommit()
        // Otherwise the log stays as long as the import was. Somebody who is reading now is not waited for.
        connection.exec('pragma busy_timeout = 0; pragma wal_checkpoint(truncate)')
        return result
      } finally {
        // Without a commit, this takes everything back.
        connection.close()
      }
    },
  }
}

function bulkWriter(connection: DatabaseSync, shopId: number): BulkWriter & { finish(): void } {
  // Bills gather here and are sorted once: inserted one by one they would touch a random page each.
  connection.exec('create temp table new_bills (email_key text, number integer, pay_status text, answer text)')
  const insertOrder = insertOrderInto(connection)
  const insertItem = insertItemInto(connection)
  const insertBill = connection.prepare('insert into temp.new_bills values (?, ?, ?, ?)')
  const deleteOrder = connection.prepare('delete from orders where shop_id = ? and number = ?')
  const deleteItems = connection.prepare('delete from order_items where shop_id = ? and number = ?')
  const deleteBill = connection.prepare('delete from bills where shop_id = ? and email_key = ? and number = ?')
  const deleteNewBill = connection.prepare('delete from temp.new_bills where number = ?')
  const stored = orderReader(connection, shopId)
  const products = productBook(connection, shopId)
  let highest = 0

  /** Whether the number was free. */
  function add(order: Order): boolean {
    if (insertOrder.run(...orderValues(shopId, order)).changes === 0) return false
    order.items.forEach((item, position) => {
      products.know(item)
      const { product, name, title, sumMinor, priceMinor } = item
      insertItem.run(shopId, order.number, position, product, name, title, sumMinor, priceMinor)
    })
    insertBill.run(emailKey(order.email), order.number, order.pay_status, billAnswer(order))
    if (order.number > highest) highest = order.number
    return true
  }

  function remove(order: Order): void {
    deleteOrder.run(shopId, order.number)
    deleteItems.run(shopId, order.number)
    // The bill is in one of the two, as the order may have come earlier in this very import.
    if (deleteBill.run(shopId, emailKey(order.email), order.number).changes === 0) deleteNewBill.run(order.number)
  }

  function put(order: Order, update: boolean): PutOutcome {
    const clash = products.clash(order.items)
    if (clash !== undefined) return { outcome: 'conflict', reason: clash }
    if (add(order)) return { outcome: 'added' }
    const present = stored(order.number)
    if (present === undefined) throw new Error(`Order ${order.number} is neither new nor stored.`)
    if (isDeepStrictEqual(present, order)) return { outcome: 'same' }
    if (!update) return { outcome: 'conflict', reason: difference(present, order) }
    remove(present)
    add(order)
    return { outcome: 'updated' }
  }

  return {
    put: (orders, { update }) => orders.map((order) => put(order, update)),
    finish() {
      connection
        .prepare(
          'insert into bills select ?, email_key, number, pay_status, answer from temp.new_bills order by email_key, number',
        )
        .run(shopId)
      connection.exec('drop table temp.new_bills')
      connection.prepare('update shops set next_order = max(next_order, ? + 1) where id = ?').run(highest, shopId)
    },
  }
}

/** What to tell of an order that is stored with another content. */
function difference(stored: Order, given: Order): string {
  const present = new Map<string, unknown>(Object.entries(stored))
  const changed = Object.entries(given).filter(([name, value]) => !isDeepStrictEqual(present.get(name), value))
  const names = changed.map(([name]) => name).join(', ')
  return `order ${given.number} is stored already with another ${names}; --update replaces it`
}
