import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { postgres } from '../../../../test/databases.ts'
import { orderOf, putOrders } from '../../../../test/orders.ts'
import { addProduct, draftOf } from '../../../../test/scenario.ts'
import type { ShopStore, Store } from '../../store.ts'
import { tester } from '../../../../test/tester.ts'

/** As CockroachDB has it from the start: who comes second is told to begin again. */
const serializable = '?options=-c%20default_transaction_isolation%3Dserializable'

/** How often PostgreSQL refused a statement with this SQLSTATE since. */
function refusals(state: string): { readonly count: () => number } {
  // oxlint-disable-next-line typescript/unbound-method -- called on each client below
  const { query } = Client.prototype
  let count = 0
  Object.assign(Client.prototype, {
    async query(this: Client, ...args: readonly unknown[]): Promise<unknown> {
      try {
        return await Reflect.apply(query, this, args)
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === state) count += 1
        throw error
      }
    },
  })
  onTestFinished(() => {
    Object.assign(Client.prototype, { query })
  })
  return { count: () => count }
}

/** Three nodes on one shop, whose transactions must not see each other. */
async function nodes(): Promise<{ readonly stores: readonly Store[]; readonly shops: readonly ShopStore[] }> {
  const database = postgres(serializable)
  const first = await database.open()
  const { id } = await first.shops.create('alice', tester)
  await addProduct(first.forShop(id, tester), {
    name: 'course',
    notify: { created: 'http://a.example/', paid: '', prepaid: '', cancelled: '', returned: '' },
  })
  const stores = [first, await database.open(), await database.open()]
  return { stores, shops: stores.map((store) => store.forShop(id, tester)) }
}

const many = Array.from({ length: 20 }, (_, index) => index)

test('writers that get into each other’s way are made to try again, and their callers do not notice', async () => {
  const { stores, shops } = await nodes()
  const refused = refusals('40001')
  const placed = await Promise.all(
    shops.flatMap((shop, node) =>
      many.map(async (index) => {
        const outcome = await shop.orders.place(draftOf({ email: `buyer${index}@node${node}.example` }))
        const number = 'number' in outcome ? outcome.number : 0
        await shop.orders.pay(number, { sumMinor: 200_000, at: 0, payway: '' })
        return number
      }),
    ),
  )
  expect(placed.toSorted((a, b) => a - b)).toEqual(placed.map((_, index) => index + 1))
  const paid = await Promise.all(placed.map(async (number) => shops[0]?.orders.get(number)))
  expect(paid.map((order) => order?.pay_status)).toEqual(placed.map(() => 'paid'))
  const [first, ...others] = await Promise.all(
    stores.map(async ({ jobs }, node) => jobs.take(`node ${node}`, { leaseMs: 1_000, limit: 5 })),
  )
  expect([...(first ?? []), ...others.flat()]).toHaveLength(1)
  expect(refused.count()).toBeGreaterThan(0)
})

test('an import waits for its turn, whoever writes before it', async () => {
  const { shops } = await nodes()
  const refused = refusals('40001')
  await Promise.all(
    shops.flatMap((shop, node) =>
      many.map(async (index) =>
        index % 5 === 0
          ? putOrders(shop, orderOf({ number: 1_000_000 * (1 + node * many.length + index) }))
          : shop.orders.place(draftOf({ email: `buyer${index}@node${node}.example` })),
      ),
    ),
  )
  expect(await shops[0]?.orders.count()).toBe(many.length * shops.length)
  expect(refused.count()).toBeGreaterThan(0)
})
