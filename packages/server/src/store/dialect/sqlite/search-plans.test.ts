import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { throwAwayFolder } from '../../../../test/databases.ts'
import { everySearch } from '../../../../test/every-search.ts'
import { orderOf, putOrders } from '../../../../test/orders.ts'
import { prepared } from '../../../../test/sql/prepared.ts'
import { tester } from '../../../../test/tester.ts'
import { openStore } from '../../open.ts'
import { sqliteFile } from './database.ts'

/** Along an index from one end or from where a page ended, until there are enough: nothing else decides which rows count. */
const walks =
  /where "shop_id" = \?(?: and "paid" is not null)?(?: and "deleted" is not null)?(?: order by [^?()]*)? limit \?$/

test('each search goes along an index, and sorts nothing but what is few', async () => {
  const dataDir = throwAwayFolder()
  const store = await openStore({ dataDir, clock: Date.now })
  const shop = store.forShop((await store.shops.create('alice', tester)).id, tester)
  const orders = Array.from({ length: 60 }, (_, index) => ({ number: index + 1, created: 5 + (index % 3), paid: 6 }))
  await putOrders(shop, ...orders.map((order) => orderOf({ ...order, tag: 't', email: 'b1@example.com' })))
  const statements = await prepared(() => everySearch(shop))
  await store.close()
  const database = new DatabaseSync(sqliteFile(dataDir), { readOnly: true })
  const steps = statements
    .filter((text) => /^select .* from "(?:orders|bills)"/.test(text))
    .flatMap((text) => {
      const values = Array.from(text.matchAll(/\?/g), () => null)
      const plan = database.prepare(`explain query plan ${text}`).all(...values)
      return plan.map(({ detail }) => ({ detail: String(detail), text }))
    })
  database.close()
  const broad = steps.filter(
    ({ detail, text }) =>
      /^SCAN |TEMP B-TREE/.test(detail) || (/^SEARCH .*\(shop_id=\?\)/.test(detail) && !walks.test(text)),
  )
  expect(broad).toEqual([])
  expect(steps.length).toBeGreaterThan(40)
  const used = new Set(steps.map(({ detail }) => / INDEX (\w+) /.exec(detail)?.[1] ?? 'primary key'))
  expect([...used].toSorted()).toEqual([
    'orders_by_created',
    'orders_by_paid',
    'orders_by_tag',
    'orders_deleted',
    'primary key',
  ])
})
