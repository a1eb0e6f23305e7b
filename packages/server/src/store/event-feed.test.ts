import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onEachDatabase, type TestDatabase } from '../../test/databases.ts'
import { addProduct, draftOf } from '../../test/scenario.ts'
import { tester } from '../../test/tester.ts'
import { rowsAt } from '../../test/stored-rows.ts'
import type { EventType } from '../rules/event.ts'
import type { EventFilter } from './event-feed.ts'
import type { ShopStore } from './store.ts'

async function shopOn(database: TestDatabase, login = 'alice'): Promise<ShopStore> {
  const store = await database.open()
  return store.forShop((await store.shops.create(login, tester)).id, tester)
}

/** Goes through all pages. */
async function read({ events }: ShopStore, filter: EventFilter): Promise<readonly string[]> {
  const found: string[] = []
  let bounds: Partial<EventFilter> = {}
  for (;;) {
    const page = await events.list({ ...filter, ...bounds })
    expect(page.events.length).toBeLessThanOrEqual(filter.limit)
    found.push(...page.events.map(({ number, type }) => `${number} ${type}`))
    if (page.next === undefined) return found
    bounds = filter.order === 'oldest first' ? { after: page.next } : { before: page.next }
  }
}

onEachDatabase((make) => {
  test('what happened is listed in either direction, and found by its number', async () => {
    const database = make()
    const shop = await shopOn(database)
    expect(await shop.events.list({ order: 'oldest first', limit: 5 })).toEqual({ events: [], next: undefined })
    await addProduct(shop, { name: 'course' })
    await shop.orders.place(draftOf())
    await shop.orders.delete(1)
    const all = ['1 product.created', '2 order.created', '3 order.deleted']
    expect(await read(shop, { order: 'oldest first', limit: 2 })).toEqual(all)
    expect(await read(shop, { order: 'newest first', limit: 2 })).toEqual(all.toReversed())
    expect(await read(shop, { order: 'oldest first', limit: 9, after: 1, before: 3 })).toEqual(all.slice(1, 2))
    const found = await shop.events.find(1)
    expect(found).toMatchObject({
      number: 1,
      subject: -1,
      at: database.clock.now,
      event: { product: { name: 'course' } },
    })
    expect(await shop.events.find(2)).toMatchObject({ subject: 1, event: { order: { number: 1 } } })
    expect(await shop.events.find(4)).toBeUndefined()
  })

  test('nobody sees what happened in another shop', async () => {
    const database = make()
    const [shop, other] = [await shopOn(database), await shopOn(database, 'bob')]
    await addProduct(shop, { name: 'course' })
    expect(await read(other, { order: 'oldest first', limit: 5 })).toEqual([])
    expect(await other.events.find(1)).toBeUndefined()
  })

  test('of an event whose content is gone, it is known that it happened', async () => {
    const database = make()
    const shop = await shopOn(database)
    await addProduct(shop, { name: 'course' })
    database.clock.now += 1_000
    await shop.retention.letGo({ eventsMs: 1, deliveriesMs: 1 }, new AbortController().signal)
    expect(await shop.events.find(1)).toMatchObject({ type: 'product.created', subject: -1, event: undefined })
    expect(await read(shop, { order: 'newest first', limit: 5 })).toEqual(['1 product.created'])
  })

  test('of seldom types, a page looks at so many events and no more, and the next goes on', async () => {
    const database = make()
    const shop = await shopOn(database)
    await shop.products.list()
    const numbers = 'with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < 25000)'
    const type = `case when n % 12000 = 0 then 'order.deleted' else 'order.created' end`
    await rowsAt(database.place, `insert into events ${numbers} select 1, n, ${type}, n, n, '' from numbers`)
    const filter = { types: ['order.deleted'], limit: 5 } as const
    const found = ['12000 order.deleted', '24000 order.deleted']
    expect(await read(shop, { ...filter, order: 'oldest first' })).toEqual(found)
    expect(await read(shop, { ...filter, order: 'newest first' })).toEqual(found.toReversed())
    expect(await shop.events.list({ ...filter, order: 'oldest first' })).toEqual({ events: [], next: 10_000 })
    expect(await shop.events.list({ ...filter, types: [], order: 'oldest first' })).toEqual({
      events: [],
      next: undefined,
    })
  })

  test('whatever happens meanwhile, whoever pages through sees each event that was there once, in order', async () => {
    const database = make()
    const shop = await shopOn(database)
    const anyTypes = fc.constantFrom<readonly EventType[] | undefined>(
      undefined,
      ['product.created'],
      ['product.created', 'product.updated'],
    )
    let names = 0
    const happens = async (): Promise<void> => {
      names += 1
      await addProduct(shop, { name: `p${names}` })
      await shop.products.update(`p${names}`, () => ({ title: `Of day ${names}` }))
    }
    await happens()
    const property = fc.asyncProperty(
      fc.constantFrom('oldest first' as const, 'newest first' as const),
      anyTypes,
      fc.integer({ min: 1, max: 4 }),
      async (order, types, limit) => {
        const wanted = await read(shop, { order: 'oldest first', types, limit: 1_000 })
        const seen: string[] = []
        let next: number | undefined = order === 'oldest first' ? 0 : Number.MAX_SAFE_INTEGER
        while (next !== undefined && seen.length < wanted.length) {
          const bound: Partial<EventFilter> = order === 'oldest first' ? { after: next } : { before: next }
          const page = await shop.events.list({ order, types, limit, ...bound })
          seen.push(...page.events.map(({ number, type }) => `${number} ${type}`))
          next = page.next
          if (names < 20) await happens()
        }
        const expected = order === 'oldest first' ? wanted : wanted.toReversed()
        expect(seen.filter((each) => wanted.includes(each))).toEqual(expected)
        // What came to be meanwhile is at the end, or not seen.
        expect(seen.slice(0, wanted.length)).toEqual(expected)
      },
    )
    await fc.assert(property, { numRuns: 20 })
  })
})
