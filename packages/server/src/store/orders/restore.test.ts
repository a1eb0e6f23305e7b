import { expect, test } from 'vitest'
import { onEachDatabase } from '../../../test/databases.ts'
import { orderOf, putOrders } from '../../../test/orders.ts'
import { tester } from '../../../test/tester.ts'

onEachDatabase((make) => {
  test('GetBills finds an order again once it is restored', async () => {
    const store = await make().open()
    const shop = store.forShop((await store.shops.create('alice', tester)).id, tester)
    await putOrders(
      shop,
      orderOf({ number: 1, email: 'buyer@example.com' }),
      orderOf({ number: 2, email: 'buyer@example.com' }),
    )
    const { orders } = shop
    const [bills, count] = [await orders.billsOf('buyer@example.com'), await orders.count()]
    await orders.delete(1)
    expect(await orders.billsOf('buyer@example.com')).not.toBe(bills)
    expect(await orders.restore(1)).toBe('restored')
    expect([await orders.billsOf('buyer@example.com'), await orders.count()]).toEqual([bills, count])
    expect(await orders.restore(1)).toBe('same')
    expect(await orders.restore(3)).toBe('unknownOrder')
  })

  test('what a shop notes on an order is kept, and that it did', async () => {
    const store = await make().open()
    const shop = store.forShop((await store.shops.create('alice', tester)).id, tester)
    await putOrders(shop, orderOf({ number: 1 }))
    expect(await shop.orders.note(1, { tag: 'vip' })).toBe('changed')
    expect(await shop.orders.get(1)).toMatchObject({ tag: 'vip' })
    expect(await shop.orders.note(2, { tag: 'vip' })).toBe('unknownOrder')
  })
})
