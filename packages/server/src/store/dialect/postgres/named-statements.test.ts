import { expect, onTestFinished, test } from 'vitest'
import { placeOn } from '../../../../test/databases.ts'
import { everythingForOneOrder } from '../../../../test/one-order.ts'
import { rowsOf, runSql } from '../../../../test/postgres.ts'
import { tester } from '../../../../test/tester.ts'
import { openStore } from '../../open.ts'
import { isStale } from './named-statements.ts'
import { PostgresPool } from './pool.ts'

/** As a newer node's migration may: to every table another column. */
async function widen(url: string): Promise<void> {
  const rows = await rowsOf(url, "select tablename as name from pg_tables where schemaname = 'public'")
  await runSql(url, rows.map(({ name }) => `alter table ${String(name)} add column later integer`).join(';'))
}

test('a node goes on through the migration of another', async () => {
  const place = await placeOn('PostgreSQL')
  const store = await openStore({ ...place, clock: Date.now })
  onTestFinished(() => store.close())
  const [first, second] = await Promise.all(['alice', 'bob'].map((login) => store.shops.create(login, tester)))
  const shops = [first, second].map((each) => store.forShop(each?.id ?? 0, tester))
  // On several connections.
  await Promise.all(shops.map((shop) => everythingForOneOrder(shop)))
  await widen(place.database ?? '')
  const [shop] = shops
  if (shop === undefined) throw new Error('There are two.')
  const looked = await Promise.all(Array.from({ length: 20 }, async () => shop.deliveries.find('1-0')))
  expect(new Set(looked.map((delivery) => delivery?.id)).size).toBe(1)
  const { id } = await store.shops.create('carol', tester)
  await everythingForOneOrder(store.forShop(id, tester))
})

test('what was prepared for tables as they are no longer is told from all else', async () => {
  const { database: url = '' } = await placeOn('PostgreSQL')
  const pool = new PostgresPool({ url, connections: 1 })
  onTestFinished(() => pool.close())
  const statement = { name: 'all', text: 'select * from schema_version' }
  await pool.with((client) => client.query(statement))
  await runSql(url, 'alter table schema_version add column later integer')
  const stale: unknown = await pool.with((client) => client.query(statement)).catch((error: unknown) => error)
  const other: unknown = await pool.with((client) => client.query('select nothing')).catch((error: unknown) => error)
  const unsupported = 'select 1 for update of pg_class'
  const refused: unknown = await pool.with((client) => client.query(unsupported)).catch((error: unknown) => error)
  expect([stale, other, refused].map((error) => isStale(error))).toEqual([true, false, false])
})
