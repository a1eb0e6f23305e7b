import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { onEachDatabase, type TestDatabase } from '../../test/databases.ts'
import { anyOrders, billsOf, orderOf, putOrders, storedOrders, training } from '../../test/orders.ts'
import { payStatuses, type Order } from '../rules/order.ts'
import type { ShopStore } from './store.ts'
import { tester } from '../../test/tester.ts'

async function shopOn(database: TestDatabase): Promise<ShopStore> {
  const store = await database.open()
  return store.forShop((await store.shops.create('alice', tester)).id, tester)
}

onEachDatabase((make) => {
  describe('billsOf', () => {
    test('lists orders by number and products by number, each product once, with the title of that day', async () => {
      const shop = await shopOn(make())
      const sales = {
        ...training,
        product: 13_011,
        name: 'sales',
        title: 'sales in cinemas',
        sumMinor: 1,
        priceMinor: 1,
      }
      const ways = { ...training, product: 28_363, name: '222', title: '222 ways', sumMinor: 1, priceMinor: 1 }
      await putOrders(shop, orderOf({ number: 258_368, items: [ways, sales, { ...ways, title: 'again' }] }))
      await putOrders(shop, orderOf({ number: 99, items: [training] }), orderOf({ number: 258_367 }))
      expect(await shop.orders.billsOf('buyer@example.com')).toBe(
        '"99":{"12549":{"good_name":"payment","good_title":"payment for training"}},' +
          '"258367":{"12549":{"good_name":"payment","good_title":"payment for training"}},' +
          '"258368":{"13011":{"good_name":"sales","good_title":"sales in cinemas"},' +
          '"28363":{"good_name":"222","good_title":"222 ways"}}',
      )
    })

    test('finds nothing for an unknown customer or a status that no order has', async () => {
      const shop = await shopOn(make())
      await putOrders(shop, orderOf({ pay_status: 'paid' }))
      expect(await shop.orders.billsOf('other@example.com')).toBeUndefined()
      expect(await shop.orders.billsOf('buyer@example.com', 'cancel')).toBeUndefined()
      expect(await shop.orders.billsOf(' BUYER@example.COM ', 'paid')).toContain('258367')
    })

    test('stays true to the orders through additions, replacements and moves to another customer', async () => {
      const database = make()
      const store = await database.open()
      let shops = 0
      await fc.assert(
        fc.asyncProperty(anyOrders, anyOrders, async (first, second) => {
          shops += 1
          const shop = store.forShop((await store.shops.create(`shop${shops}`, tester)).id, tester)
          await putOrders(shop, ...first)
          await putOrders(shop, ...second, ...second.slice(0, 3))
          const orders = [...new Map([...first, ...second].map((order) => [order.number, order])).values()]
          expect(await storedOrders(shop)).toEqual(orders.toSorted((a, b) => a.number - b.number))
          for (const { email } of orders) {
            for (const status of [undefined, ...payStatuses]) {
              const answer = await shop.orders.billsOf(email, status)
              expect(JSON.parse(`{${answer ?? ''}}`)).toEqual(billsOf(orders, email, status))
            }
          }
        }),
        { numRuns: 25 },
      )
    })
  })

  describe('bulkOrders', () => {
    test('tells what became of each order', async () => {
      const shop = await shopOn(make())
      await putOrders(shop, orderOf())
      const put = async (order: Order, update = false) =>
        shop.bulkOrders.write(async (writer) => (await writer.put([order], { update }))[0])
      expect(await put(orderOf())).toEqual({ outcome: 'same' })
      expect(await put(orderOf({ city: 'Riga', tag: 'x' }))).toEqual({
        outcome: 'conflict',
        reason: 'order 258367 is stored already with another city, tag; --update replaces it',
      })
      expect(await storedOrders(shop)).toEqual([orderOf()])
      expect(await put(orderOf({ city: 'Riga' }), true)).toEqual({ outcome: 'updated' })
      expect(await put(orderOf({ number: 1 }))).toEqual({ outcome: 'added' })
      expect(await put(orderOf({ number: 2, items: [{ ...training, product: 7 }] }))).toEqual({
        outcome: 'conflict',
        reason: 'product 7 is new, but its name "payment" belongs to product 12549',
      })
    })

    test('two new products of one order cannot share a name', async () => {
      const shop = await shopOn(make())
      const items = [training, { ...training, product: 7 }]
      const [outcome] = await shop.bulkOrders.write(async (writer) =>
        writer.put([orderOf({ items })], { update: false }),
      )
      expect(outcome).toMatchObject({ outcome: 'conflict' })
      expect(await shop.products.list()).toEqual([])
    })

    test('adds products that are new and leaves known ones as they are', async () => {
      const shop = await shopOn(make())
      await putOrders(shop, orderOf())
      await putOrders(shop, orderOf({ number: 2, items: [{ ...training, title: 'later', priceMinor: 1 }] }))
      expect(await shop.products.list()).toMatchObject([
        { number: 12_549, name: 'payment', title: 'payment for training', priceMinor: 200_000 },
      ])
    })

    test('leaves nothing behind when the work fails', async () => {
      const shop = await shopOn(make())
      const failing = shop.bulkOrders.write(async (writer) => {
        await writer.put([orderOf()], { update: false })
        throw new Error('in the middle')
      })
      await expect(failing).rejects.toThrow('in the middle')
      expect(await storedOrders(shop)).toEqual([])
      expect(await shop.products.list()).toEqual([])
      expect(await shop.orders.billsOf('buyer@example.com')).toBeUndefined()
    })
  })

  test('an export sees one moment, whatever is written meanwhile', async () => {
    const shop = await shopOn(make())
    const orders = Array.from({ length: 2_500 }, (_, index) => orderOf({ number: index + 1 }))
    await putOrders(shop, ...orders)
    const seen: Order[] = []
    for await (const order of shop.orders.all()) {
      if (order.number === 1)
        await putOrders(shop, orderOf({ number: 2_000, city: 'Riga' }), orderOf({ number: 3_000 }))
      seen.push(order)
    }
    expect(seen).toEqual(orders)
  })
})
