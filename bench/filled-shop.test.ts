import { expect, test } from 'vitest'
import { newPostgres, postgres, throwAwayFolder } from '../packages/server/test/databases.ts'
import { draftOf } from '../packages/server/test/scenario.ts'
import { rowsAt } from '../packages/server/test/stored-rows.ts'
import { tester } from '../packages/server/test/tester.ts'
import { openStore } from '../packages/server/src/store/open.ts'
import { customer, customersOf, login, products } from './data.ts'
import { fillShop, paidAfterMs, productOf } from './filled-shop.ts'

const orders = 300

/** What must be the same to the letter; events are JSON, whose members may come in another order. */
const tables = ['orders', 'order_items', 'payments', 'bills', 'products', 'counters']

test('a shop that the database has filled is as if its orders had been taken and paid one by one', async () => {
  const dataDir = throwAwayFolder()
  const filled = { dataDir, database: await newPostgres() }
  await fillShop(dataDir, filled.database, orders)
  const database = postgres()
  const { clock, place } = database
  const store = await database.open()
  const shop = store.forShop((await store.shops.create('alice', tester)).id, tester)
  for (let number = 0; number < products; number += 1) await shop.products.add(productOf(number))
  await rowsAt(place, 'update counters set next_order = 100000')
  for (const { number, email, created, items, paid } of await ordersIn(filled)) {
    clock.now = Number(created)
    const texts = { ...draftOf().texts, first_name: 'Anna', last_name: 'Ivanova', phone: '+79000000000' }
    const utm = { ...draftOf().utm, medium: 'cpc', source: 'news' }
    const lines = String(items)
      .split(',')
      .map((product) => ({ product, sumMinor: 150_000 }))
    // There may be two that say the same, which CreateOrder takes for one.
    const draft = draftOf({
      email: String(email),
      created: clock.now,
      texts,
      utm,
      lines,
      repeats: { retryKey: String(number) },
    })
    const placed = await shop.orders.place(draft)
    if (!('number' in placed)) throw new Error(placed.outcome)
    clock.now += paidAfterMs
    if (paid !== null) await shop.orders.change(placed.number, { to: 'paid', at: clock.now, payway: 'card' })
  }
  await rowsAt(place, 'update orders set retry_key = null')
  // Of the audit, whose rows are chained by hash, it has none.
  for (const each of [filled, place]) await rowsAt(each, 'update counters set next_audit = 0')
  for (const table of tables) {
    const rows = await rowsAt(filled, `select * from ${table} order by ${table}::text`)
    expect(rows).toEqual(await rowsAt(place, `select * from ${table} order by ${table}::text`))
  }
  const [ours, real] = [await eventsIn(filled), await eventsIn(place)]
  expect(ours).toEqual(real)
  expect(ours).toHaveLength(products + orders * 1.7)
  const copy = await openStore({ ...filled, clock: () => clock.now })
  const same = copy.forShop((await copy.shops.get(login)).id, tester)
  for (let number = 0; number < customersOf(orders); number += 1) {
    const email = customer(number)
    expect(await same.orders.billsOf(email)).toBe(await shop.orders.billsOf(email))
  }
  await copy.close()
})

type Place = Parameters<typeof rowsAt>[0]

async function ordersIn(place: Place) {
  return rowsAt(
    place,
    `select number, email, created, paid, (select string_agg(name, ',' order by position) from order_items where number = orders.number) as items
     from orders order by number`,
  )
}

/** Products are made when the test runs. */
async function eventsIn(place: Place): Promise<readonly object[]> {
  const rows = await rowsAt(place, 'select * from events order by number')
  return rows.map(({ data, at, ...row }) => ({
    ...row,
    at: Number(row['subject']) > 0 ? at : 'now',
    bytes: String(data).length,
    about: JSON.parse(String(data)) as unknown,
  }))
}
