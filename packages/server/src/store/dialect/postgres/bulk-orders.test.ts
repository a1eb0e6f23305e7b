import { expect, onTestFinished, test } from 'vitest'
import { newPostgres, throwAwayFolder } from '../../../../test/databases.ts'
import { orderOf, putOrders } from '../../../../test/orders.ts'
import { rowsOf } from '../../../../test/postgres.ts'
import { tester } from '../../../../test/tester.ts'
import { openStore } from '../../open.ts'

/** How many orders the planner believes there are; -1: it has never looked. */
async function believed(url: string): Promise<unknown> {
  const [row] = await rowsOf(url, `select reltuples::int as orders from pg_class where oid = 'orders'::regclass`)
  return row?.['orders']
}

test('after an import of many orders the planner knows how many there are', async () => {
  const url = await newPostgres()
  const store = await openStore({
    dataDir: throwAwayFolder(),
    database: url,
    masterKey: '00'.repeat(32),
    clock: Date.now,
  })
  onTestFinished(() => store.close())
  const shop = store.forShop((await store.shops.create('alice', tester)).id, tester)
  await putOrders(shop, orderOf({ number: 1 }))
  expect(await believed(url)).toBe(-1)
  await putOrders(shop, ...Array.from({ length: 1_000 }, (_, index) => orderOf({ number: index + 2 })))
  expect(await believed(url)).toBe(1_001)
})
