/** Pages of a list that is read while orders are added, changed and deleted at random. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onEachDatabase } from '../../../test/databases.ts'
import { orderOf, putOrders } from '../../../test/orders.ts'
import { addProduct, draftOf } from '../../../test/scenario.ts'
import { everything, fits, numbersFound } from '../../../test/searches.ts'
import { tester } from '../../../test/tester.ts'
import type { Order } from '../../rules/order.ts'
import type { ShopStore } from '../store.ts'
import type { OrderSearch } from './search-filter.ts'

/** BILLKEEP_SEARCH_SEED repeats those of a run, which stands in its output. */
const seed = Number(process.env['BILLKEEP_SEARCH_SEED'] ?? Date.now() % 2 ** 31)
const runs = 8
const ordersBefore = 60
/** Of creation; changes come later, by the shop's clock. */
const latest = 20

type Change =
  | { readonly do: 'add'; readonly created: number; readonly email: string }
  | { readonly do: 'pay' | 'cancel' | 'return' | 'send' | 'delete'; readonly which: number }

const emails = ['anna@example.com', 'bob@example.com']
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    do: fc.constant('add' as const),
    created: fc.integer({ min: 0, max: latest }),
    email: fc.constantFrom(...emails),
  }),
  fc.record({
    do: fc.constantFrom('pay', 'cancel', 'return', 'send', 'delete'),
    which: fc.integer({ min: 0, max: ordersBefore * 2 }),
  }),
)

const anyOrders = fc.array(
  fc
    .record({
      created: fc.integer({ min: 0, max: latest }),
      pay_status: fc.constantFrom('waiting', 'paid'),
      email: fc.constantFrom(...emails),
      tag: fc.constantFrom('', 'a'),
    })
    .map((order) => orderOf({ ...order, paid: order.pay_status === 'paid' ? order.created : null })),
  { minLength: ordersBefore, maxLength: ordersBefore, size: 'max' },
)

const sought: fc.Arbitrary<OrderSearch> = fc
  .record({
    statuses: fc.constantFrom([], ['waiting'], ['paid', 'return']),
    email: fc.constantFrom(undefined, undefined, 'anna@example.com'),
    text: fc.constantFrom('', '', 'anna'),
    tag: fc.constantFrom(undefined, undefined, 'a'),
    sort: fc.record({ by: fc.constantFrom('created', 'number', 'paid'), descending: fc.boolean() }),
  })
  .map((changes) => ({ ...everything, ...changes }))

async function apply(shop: ShopStore, change: Change, now: number): Promise<void> {
  if (change.do === 'add') {
    const { created, email } = change
    await shop.orders.place(draftOf({ email, created, repeats: 'separate' }))
    return
  }
  const number = change.which + 1
  if (change.do === 'delete') await shop.orders.delete(number)
  else if (change.do === 'pay') await shop.orders.change(number, { to: 'paid', at: now, payway: '' })
  else if (change.do === 'send') await shop.orders.change(number, { to: 'sent', at: now, rpo: 'x' })
  else await shop.orders.change(number, { to: change.do })
}

/** The times by which orders are sorted, and whether they fit, at one moment. */
async function fitting(shop: ShopStore, search: OrderSearch): Promise<Map<number, Order>> {
  const orders = await Array.fromAsync(shop.orders.all())
  return new Map(orders.filter((order) => fits(order, search, false)).map((order) => [order.number, order]))
}

onEachDatabase((make) => {
  test('what fits throughout is on one page, and nothing is on two', async () => {
    console.log(`pages: seed ${seed}`)
    const place = make()
    const store = await place.open()
    let shops = 0
    let [pages, missed] = [0, 0]
    const given = fc.record({
      orders: anyOrders,
      search: sought,
      changes: fc.array(fc.array(anyChange, { maxLength: 6 }), { minLength: 1, maxLength: 15 }),
      limit: fc.integer({ min: 1, max: 12 }),
      effort: fc.record({ lookedAt: fc.constantFrom(4, 10_000), few: fc.constantFrom(0, 2_000) }),
    })
    const property = fc.asyncProperty(given, async ({ orders, search, changes, limit, effort }) => {
      shops += 1
      const shop = store.forShop((await store.shops.create(`shop${shops}`, tester)).id, tester)
      await addProduct(shop, { name: 'course' })
      await putOrders(shop, ...orders.map((order, index) => ({ ...order, number: index + 1 })))
      const left = [...changes]
      const fitted = await fitting(shop, search)
      // Those whose place in the list changes may well be met in both, or in neither.
      const moved = new Set<number>()
      const found = await numbersFound(shop, search, { limit, effort }, async () => {
        pages += 1
        for (const change of left.shift() ?? []) await apply(shop, change, (place.clock.now += 1_000))
        const present = await fitting(shop, search)
        for (const number of fitted.keys()) if (!present.has(number)) fitted.delete(number)
        for (const order of present.values()) {
          const before = orders[order.number - 1]
          if (search.sort.by === 'paid' && before?.paid !== order.paid) moved.add(order.number)
        }
      })
      const once = found.filter((number) => !moved.has(number))
      expect(once).toHaveLength(new Set(once).size)
      const there = new Set(found)
      expect([...fitted.keys()].filter((number) => !there.has(number) && !moved.has(number))).toEqual([])
      missed += ordersBefore - fitted.size
    })
    await fc.assert(property, { seed, numRuns: runs })
    // Otherwise nothing happened between the pages.
    expect({ pages: pages > runs * 2, missed: missed > runs }).toEqual({ pages: true, missed: true })
  })
})
