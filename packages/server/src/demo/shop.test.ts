import { describe, expect, test } from 'vitest'
import { onEachDatabase, startOfTime } from '../../test/databases.ts'
import { storedOrders } from '../../test/orders.ts'
import { payStatuses } from '../rules/order.ts'
import { demoOrders } from './orders.ts'
import { demoShop } from './shop.ts'
import { tester } from '../../test/tester.ts'

const yearMs = 365 * 86_400_000

describe('the orders', () => {
  const orders = demoOrders(startOfTime)
  const people = new Map(orders.map(({ email, first_name, last_name }) => [email, `${first_name} ${last_name}`]))

  test('are the same each time', () => {
    expect(demoOrders(startOfTime)).toEqual(orders)
  })

  test('fill two years up to now, ascending by number and time', () => {
    expect(orders).toHaveLength(1_000)
    expect(orders.map(({ number }) => number)).toEqual(orders.map((_, index) => (orders[0]?.number ?? 0) + index))
    const times = orders.map(({ created }) => created)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(Math.min(...times)).toBeGreaterThan(startOfTime - 2 * yearMs)
    expect(Math.min(...times)).toBeLessThan(startOfTime - 1.9 * yearMs)
    expect(Math.max(...times)).toBeGreaterThan(startOfTime - 7 * 86_400_000)
  })

  test('are in all states, paid after they were made and before now', () => {
    expect(new Set(orders.map(({ pay_status }) => pay_status))).toEqual(new Set(payStatuses))
    for (const { pay_status, created, paid } of orders) {
      expect(paid === null).toBe(pay_status === 'waiting' || pay_status === 'cancel')
      const at = paid ?? startOfTime
      expect([at > created, at <= startOfTime, at % 1_000]).toEqual([true, true, 0])
    }
  })

  test('are by invented people, of whom many come back', () => {
    for (const email of people.keys()) expect(email).toMatch(/^[a-z0-9.-]+@example\.(com|org|net)$/)
    expect(people.size).toBeGreaterThan(250)
    expect(people.size).toBeLessThan(400)
    expect([...people.values()].join()).toMatch(/\p{Script=Cyrillic}/u)
    for (const { email, first_name, last_name } of orders) expect(people.get(email)).toBe(`${first_name} ${last_name}`)
  })

  test('differ in what may be empty', () => {
    for (const field of ['phone', 'comment', 'tag', 'kupon'] as const) {
      const filled = orders.filter((order) => order[field] !== '').length
      expect({ field, isUsual: filled > 20 && filled < 900 }).toEqual({ field, isUsual: true })
    }
    expect(orders.filter(({ utm }) => utm.source !== '').length).toBeGreaterThan(200)
    const discounted = orders.filter(({ items }) => items.some(({ sumMinor, priceMinor }) => sumMinor < priceMinor))
    expect(discounted).toEqual(orders.filter(({ kupon }) => kupon !== ''))
  })
})

onEachDatabase((make) => {
  test('is made in an empty folder, once', async () => {
    const database = make()
    const store = await database.open()
    const shop = await demoShop(store, startOfTime, tester)
    expect(shop).toMatchObject({ login: 'username', keys: [expect.stringMatching(/^[A-Za-z0-9]{40}$/)] })
    const data = store.forShop(shop?.id ?? 0, tester)
    expect(await data.products.list()).toHaveLength(5)
    expect(await data.orders.billsOf('buyer@example.com')).toBe(
      '"258367":{"12549":{"good_name":"payment","good_title":"payment for training"}},' +
        '"258368":{"13011":{"good_name":"sales","good_title":"sales in cinemas"},' +
        '"28363":{"good_name":"222","good_title":"222 ways"}}',
    )
    expect(await data.orders.billsOf('buyer@example.com', 'paid')).toMatch(/^"258367":/)
    const orders = await storedOrders(data)
    expect(await demoShop(store, startOfTime + yearMs, tester)).toEqual(shop)
    expect(await storedOrders(data)).toEqual(orders)
  })

  test('is filled at the next start when a start died before', async () => {
    const store = await make().open()
    const { id } = await store.shops.create('username', tester)
    await demoShop(store, startOfTime, tester)
    expect(await store.forShop(id, tester).orders.count()).toBe(1_000)
  })

  test('is neither made nor filled beside shops of the operator', async () => {
    const store = await make().open()
    const { id } = await store.shops.create('username', tester)
    await store.shops.create('anna', tester)
    expect(await demoShop(store, startOfTime, tester)).toMatchObject({ id })
    expect(await store.forShop(id, tester).orders.count()).toBe(0)

    const other = await make().open()
    await other.shops.create('anna', tester)
    expect(await demoShop(other, startOfTime, tester)).toBeUndefined()
    expect(await other.shops.list()).toHaveLength(1)
  })
})
