import { expect, test } from 'vitest'
import { onEachDatabase, postgres, type TestDatabase } from '../../test/databases.ts'
import { orderOf, storedOrders } from '../../test/orders.ts'
import { tester } from '../../test/tester.ts'
import type { Order } from '../rules/order.ts'
import type { PutOutcome } from './bulk-orders.ts'
import type { ShopStore } from './store.ts'

async function shopOn(database: TestDatabase): Promise<ShopStore> {
  const store = await database.open()
  return store.forShop((await store.shops.create('alice', tester)).id, tester)
}

/** As readers of files give them. */
const atOnce = 170

async function put(shop: ShopStore, orders: readonly Order[], update: boolean): Promise<readonly PutOutcome[]> {
  return shop.bulkOrders.write(async (writer) => {
    const outcomes: PutOutcome[] = []
    for (let from = 0; from < orders.length; from += atOnce) {
      outcomes.push(...(await writer.put(orders.slice(from, from + atOnce), { update })))
    }
    return outcomes
  })
}

const outcomesIn = (outcomes: readonly PutOutcome[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(outcomes, ({ outcome }) => outcome)].map(([name, { length }]) => [name, length]))

/** Numbers go up and down, and each comes twice, near and far: the second time with another text. */
const scattered = Array.from({ length: 4_000 }, (_, index) =>
  orderOf({ number: ((index * 37) % 2_000) + 1, comment: index < 2_000 ? 'first' : 'second' }),
)

onEachDatabase((make) => {
  test('thousands of orders in any order come to the same as one after the other', async () => {
    const shop = await shopOn(make())
    await put(shop, [orderOf({ number: 7, comment: 'before' }), orderOf({ number: 5_000 })], false)
    expect(outcomesIn(await put(shop, scattered, true))).toEqual({ added: 1_999, updated: 2_001 })
    const wanted = Array.from({ length: 2_000 }, (_, index) => orderOf({ number: index + 1, comment: 'second' }))
    expect(await storedOrders(shop)).toEqual([...wanted, orderOf({ number: 5_000 })])
    const numbers = Array.from(((await shop.orders.billsOf('buyer@example.com')) ?? '').matchAll(/"(\d+)":\{"12549"/g))
    expect(numbers.map(([, number]) => Number(number))).toEqual([...wanted.map(({ number }) => number), 5_000])
  })

  test('what is there already is the same or in the way, also if it came in the same import', async () => {
    const shop = await shopOn(make())
    expect(outcomesIn(await put(shop, scattered, false))).toEqual({ added: 2_000, conflict: 2_000 })
    expect(outcomesIn(await put(shop, scattered.slice(0, 2_000), false))).toEqual({ same: 2_000 })
    expect(await shop.orders.count()).toBe(2_000)
  })
})

test('PostgreSQL refuses the whole import for an order that it cannot keep, however many came after', async () => {
  const shop = await shopOn(postgres())
  const orders = Array.from({ length: 4_000 }, (_, index) => {
    return orderOf({ number: index + 1, comment: index === 10 ? 'null\0byte' : '' })
  })
  await expect(put(shop, orders, false)).rejects.toThrow(/unicode|null/i)
  await expect(put(shop, orders.slice(0, 20), false)).rejects.toThrow(/unicode|null/i)
  expect(await shop.orders.count()).toBe(0)
  expect(outcomesIn(await put(shop, orders.slice(20), false))).toEqual({ added: 3_980 })
})
