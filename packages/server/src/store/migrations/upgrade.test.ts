import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { expect, test } from 'vitest'
import { throwAwayFolder } from '../../../test/databases.ts'
import { orderOf, storedOrders, training } from '../../../test/orders.ts'
import { emailKey } from '../../rules/email.ts'
import { noTexts } from '../../rules/order-draft.ts'
import type { Order } from '../../rules/order.ts'
import { billAnswer } from '../bill-answer.ts'
import { sqliteFile } from '../dialect/sqlite/database.ts'
import { applicationId } from '../dialect/sqlite/file-check.ts'
import { masterKey } from '../master-key.ts'
import { openStore } from '../open.ts'
import { itemRow, orderRow } from '../orders/rows.ts'
import { secretsWith } from '../secrets.ts'
import { shopsAndOrders } from './0001-shops-and-orders.ts'
import { tester } from '../../../test/tester.ts'

const clock = (): number => Date.UTC(2026, 0, 1)
const key = 'the-key-of-the-old-platform'

/** What Billkeep wrote before there was an order API. */
function folderOfVersion1(orders: readonly Order[]): string {
  const dataDir = throwAwayFolder()
  const sealed = secretsWith(masterKey(dataDir, undefined, true)).seal(key, 'alice')
  const db = new DatabaseSync(sqliteFile(dataDir))
  db.exec('pragma journal_mode = wal')
  for (const sql of shopsAndOrders.statements({ integer: 'integer', clustered: 'without rowid', now: '0' }))
    db.exec(sql)
  db.exec(`pragma user_version = 1; pragma application_id = ${applicationId}`)
  const insert = (table: string, row: Readonly<Record<string, SQLInputValue>>): void => {
    const known = new Set(
      db
        .prepare(`select name from pragma_table_info('${table}')`)
        .all()
        .map(({ name }) => name),
    )
    const values = Object.entries(row).filter(([column]) => known.has(column))
    const columns = values.map(([column]) => column)
    db.prepare(`insert into ${table} (${columns.join()}) values (${columns.map(() => '?').join()})`).run(
      ...values.map(([, value]) => value),
    )
  }
  const shop = { id: 1, login: 'Alice', login_key: 'alice', api_key: sealed, api_enabled: 1, allowed_addresses: '[]' }
  insert('shops', { ...shop, time_zone: 'UTC', currency: 'RUB', next_order: 1_000, created: 0 })
  insert('products', { shop_id: 1, number: 12_549, name: 'payment', title: 'payment for training', price: 200_000 })
  for (const order of orders) {
    insert('orders', orderRow(1, order))
    order.items.forEach((item, position) => insert('order_items', itemRow(1, order.number, position, item)))
    const { number, email, pay_status } = order
    insert('bills', { shop_id: 1, email_key: emailKey(email), number, pay_status, answer: billAnswer(order) })
  }
  db.close()
  return dataDir
}

test('a database of version 1 keeps all it has, and gains what the order API needs', async () => {
  const waiting = { email: 'anna@example.com', pay_status: 'waiting', paid: null } as const
  const orders = [
    orderOf({ number: 7 }),
    orderOf({ ...waiting, number: 8 }),
    orderOf({ ...waiting, number: 9, items: [training, { ...training, sumMinor: 1 }] }),
  ]
  const dataDir = folderOfVersion1(orders)
  const store = await openStore({ dataDir, clock })
  try {
    const alice = await store.shops.get('alice')
    expect(alice).toMatchObject({ login: 'Alice', keys: [key], enabled: true })
    const shop = store.forShop(alice.id, tester)
    expect(await storedOrders(shop)).toEqual(orders)
    expect(await shop.orders.billsOf('anna@example.com')).toBe(
      orders
        .slice(1)
        .map((order) => billAnswer(order))
        .join(),
    )
    expect(await shop.products.list()).toMatchObject([{ number: 12_549, priceMinor: 200_000, kind: 'digital' }])
    const place = async (...sums: readonly number[]) =>
      shop.orders.place({
        email: waiting.email,
        texts: noTexts,
        utm: orderOf().utm,
        extra: {},
        lines: sums.map((sumMinor) => ({ product: 'payment', sumMinor })),
        partners: [],
        timer: 'product',
        created: clock(),
        pay_status: 'waiting',
        paid: null,
        couponByNumber: false,
        repeats: 'sameContent',
      })
    expect(await place(150_000)).toEqual({ outcome: 'exists', number: 8 })
    expect(await place(1, 150_000)).toEqual({ outcome: 'exists', number: 9 })
    expect(await shop.audit.verify()).toEqual({ rows: 0, last: undefined, fault: undefined })
    expect(await place(2)).toEqual({ outcome: 'placed', number: 1_000 })
    // Somebody will see to what is old; orders without a time to pay leave nothing else to do.
    expect(await store.jobs.nextDueAt()).toBeGreaterThan(0)
    expect(await shop.audit.list({ limit: 9 })).toMatchObject([{ number: 1, subject: 'order 1000' }])
    expect(await shop.audit.verify()).toMatchObject({ rows: 1, fault: undefined })
  } finally {
    await store.close()
  }
})

test('an upgrade that fails leaves the database as it was', async () => {
  const dataDir = folderOfVersion1([orderOf()])
  const before = new DatabaseSync(sqliteFile(dataDir))
  before.exec('create table jobs (mine text)')
  before.close()
  await expect(openStore({ dataDir, clock })).rejects.toThrow(/jobs/)
  const db = new DatabaseSync(sqliteFile(dataDir))
  expect(db.prepare('pragma user_version').get()).toEqual({ user_version: 1 })
  expect(db.prepare("select count(*) as count from pragma_table_info('orders')").get()).toEqual({ count: 26 })
  db.close()
})
