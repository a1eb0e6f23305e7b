import { expect, onTestFinished, test, vi } from 'vitest'
import { placeOn } from '../../../../test/databases.ts'
import { orderOf, putOrders, training } from '../../../../test/orders.ts'
import { openStore } from '../../open.ts'
import { BillReader, mostTogether } from './bill-reader.ts'
import { PostgresPool } from './pool.ts'
import { tester } from '../../../../test/tester.ts'

/** Two shops with the same customers, ten each, who bought different things. */
async function setting() {
  const place = await placeOn('PostgreSQL')
  const store = await openStore({ ...place, clock: Date.now })
  const ids: number[] = []
  for (const login of ['alice', 'bob']) {
    const { id } = await store.shops.create(login, tester)
    ids.push(id)
    const orders = Array.from({ length: 10 }, (_, index) =>
      orderOf({ number: index + 1, email: `c${index}@example.com`, items: [{ ...training, title: login }] }),
    )
    await putOrders(store.forShop(id, tester), ...orders)
  }
  const pool = new PostgresPool({ url: place.database ?? '', connections: 4 })
  onTestFinished(async () => {
    await pool.close()
    await store.close()
  })
  return { ids, pool, bills: new BillReader(pool) }
}

test('calls of the same moment share a round trip a shop, and each gets its own answer', async () => {
  const { ids, pool, bills } = await setting()
  const trips = vi.spyOn(pool, 'with')
  const answers = await Promise.all(
    ids.flatMap((id) =>
      Array.from({ length: 20 }, (_, index) => bills.billsOf(id, `c${index}@example.com`, undefined)),
    ),
  )
  expect(trips).toHaveBeenCalledTimes(2)
  const expected = ['alice', 'bob'].flatMap((login) =>
    Array.from({ length: 20 }, (_, index) =>
      index < 10 ? `"${index + 1}":{"12549":{"good_name":"payment","good_title":"${login}"}}` : undefined,
    ),
  )
  expect(answers).toEqual(expected)
})

test('the same customer may be asked for twice, and with different states', async () => {
  const { ids, bills } = await setting()
  const [id = 0] = ids
  const states = ['paid', 'waiting', undefined, 'paid', undefined] as const
  const answers = await Promise.all(states.map((state) => bills.billsOf(id, 'c0@example.com', state)))
  expect(answers.map((answer) => answer !== undefined)).toEqual([true, false, true, true, true])
})

test('each call of a round trip that fails is told', async () => {
  const { ids, pool, bills } = await setting()
  const [id = 0] = ids
  await pool.with((client) => client.query('alter table bills rename to gone'))
  const asked = [1, 2].map((index) => bills.billsOf(id, `c${index}@example.com`, undefined))
  for (const { status } of await Promise.allSettled(asked)) expect(status).toBe('rejected')
  await pool.with((client) => client.query('alter table gone rename to bills'))
  expect(await bills.billsOf(id, 'c1@example.com', undefined)).toContain('"2"')
})

test('a shop for which many ask does not keep another one waiting', async () => {
  const { ids, pool, bills } = await setting()
  const [busy = 0, quiet = 0] = ids
  const trips = vi.spyOn(pool, 'with')
  const many = Array.from({ length: mostTogether * 8 }, () => bills.billsOf(busy, 'c1@example.com', undefined))
  while (trips.mock.calls.length === 0) await new Promise(setImmediate)
  expect(await bills.billsOf(quiet, 'c1@example.com', undefined)).toContain('bob')
  // Those that were under way, its own, and those that took their places.
  expect(trips.mock.calls.length).toBeLessThanOrEqual(6)
  await Promise.all(many)
  expect(trips).toHaveBeenCalledTimes(9)
})
