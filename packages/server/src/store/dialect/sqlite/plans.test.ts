import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { throwAwayFolder } from '../../../../test/databases.ts'
import { addProduct, draftOf } from '../../../../test/scenario.ts'
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

test('an order of a shop without endpoints looks for none', async () => {
  const store = await openStore({ dataDir: throwAwayFolder(), clock: Date.now })
  const shop = store.forShop((await store.shops.create('alice', tester)).id, tester)
  await addProduct(shop, { name: 'course' })
  const asked = async (email: string): Promise<boolean> => {
    const statements = await prepared(async () => void (await shop.orders.place(draftOf({ email }))))
    return statements.some((text) => text.includes('from "endpoints"'))
  }
  expect(await asked('a@b')).toBe(false)
  await shop.endpoints.create({ url: 'https://crm.example.com', description: '', types: null })
  expect(await asked('b@b')).toBe(true)
  await store.close()
})
