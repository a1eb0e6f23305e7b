import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { throwAwayFolder } from '../../../../test/databases.ts'
import { everythingForOneOrder } from '../../../../test/one-order.ts'
import { prepared } from '../../../../test/sql/prepared.ts'
import { openStore } from '../../open.ts'
import { sqliteFile } from './database.ts'
import { tester } from '../../../../test/tester.ts'

/** What reads all of a shop's rows because that is what it is for. */
const readsAll = [
  /^select \* from "(products|coupons|partners)" where "shop_id" = \? order by "number"$/,
  /^select count\(\*\)/,
  /^select min\("due_at"\)/,
  // The latest first, as many as are asked for.
  /from "deliveries" inner join "events".* order by "deliveries"\."event" desc/,
]

// CreateOrder once read through all orders of the shop to find out whether it had this one already.
test('nothing that is done for one order reads through a whole shop', async () => {
  const dataDir = throwAwayFolder()
  const store = await openStore({ dataDir, clock: Date.now })
  const shop = store.forShop((await store.shops.create('alice', tester)).id, tester)
  const statements = await prepared(() => everythingForOneOrder(shop))
  await store.close()
  const database = new DatabaseSync(sqliteFile(dataDir), { readOnly: true })
  const scans = statements
    .filter(
      (text) =>
        /^(select|update|delete)/.test(text) && text.includes('shop_id') && !readsAll.some((all) => all.test(text)),
    )
    .flatMap((text) => {
      const values = Array.from(text.matchAll(/\?/g), () => null)
      const plan = database.prepare(`explain query plan ${text}`).all(...values)
      return plan.map(({ detail }) => `${String(detail)}: ${text}`)
    })
    // The counters of a shop are one row.
    .filter((step) => /^SCAN (?!\(subquery)|^SEARCH (?!counters ).*\(shop_id=\?\)/.test(step))
  database.close()
  expect(statements.length).toBeGreaterThan(30)
  expect(scans).toEqual([])
})
