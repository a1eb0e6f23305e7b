import { expect, test } from 'vitest'
import { onEachDatabase } from '../../../test/databases.ts'
import { orderOf, putOrders, training } from '../../../test/orders.ts'
import type { OrderFilter } from './list.ts'
import { tester } from '../../../test/tester.ts'

const filter: OrderFilter = { by: 'created', from: undefined, to: undefined, products: [], newest: undefined }
/** Of three pieces of work. */
const many = 5_000
const rare = { ...training, product: 7, name: 'rare' }

/** How often others got their turn until it was done. */
async function turnsOf(work: () => Promise<unknown>): Promise<number> {
  let turns = 0
  let isOver = false
  function take(): void {
    turns += 1
    if (!isOver) setImmediate(take)
  }
  setImmediate(take)
  await work()
  isOver = true
  return turns
}

onEachDatabase((make) => {
  test('a list looks for the orders of a rare product in pieces, between which others get their turn', async () => {
    const store = await make().open()
    const shop = store.forShop((await store.shops.create('alice', tester)).id, tester)
    const numbers = Array.from({ length: many }, (_, index) => index + 1)
    await putOrders(
      shop,
      ...numbers.map((number) =>
        orderOf({ number, created: number * 1_000, items: [number % 2_400 === 0 ? rare : training] }),
      ),
    )
    const found: number[] = []
    const turns = await turnsOf(async () => {
      for await (const page of shop.orders.list({ ...filter, products: ['rare'] })) {
        found.push(...page.map(({ number }) => number))
      }
    })
    expect(found).toEqual([2_400, 4_800])
    expect(turns).toBeGreaterThan(1)
    const newest = await Array.fromAsync(shop.orders.list({ ...filter, products: ['7'], newest: 1 }))
    expect(newest.flat().map(({ number }) => number)).toEqual([4_800])
    expect(await turnsOf(() => Array.fromAsync(shop.orders.list({ ...filter, products: ['no'] })))).toBeGreaterThan(1)
  })
})
