import { hash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { onEachDatabase } from '../../../test/databases.ts'
import { orderOf, putOrders, training } from '../../../test/orders.ts'
import { anySearch, anyShop, everything, fits, numbersFound, sorted } from '../../../test/searches.ts'
import { tester } from '../../../test/tester.ts'
import type { ShopStore } from '../store.ts'

/** BILLKEEP_SEARCH_SEED repeats those of a run, which stands in its output. */
const seed = Number(process.env['BILLKEEP_SEARCH_SEED'] ?? Date.now() % 2 ** 31)
const runs = 40

const madeUp = [
  '',
  'x',
  '%%%',
  '0',
  'bnVsbA',
  Buffer.from(`1700000000000.2.${'0'.repeat(32)}`).toString('base64url'),
  Buffer.from('{"time":0,"number":1}').toString('base64url'),
  'A'.repeat(10_000),
]

onEachDatabase((make) => {
  async function aShop(): Promise<ShopStore> {
    const store = await make().open()
    return store.forShop((await store.shops.create('alice', tester)).id, tester)
  }

  test(`${runs} searches give what a plain filter gives, in its order, page by page`, async () => {
    console.log(`searches: seed ${seed}`)
    const shop = await aShop()
    const [{ orders, deleted } = { orders: [], deleted: [] }] = fc.sample(anyShop, { seed, numRuns: 1 })
    await putOrders(shop, ...orders)
    for (const number of deleted) await shop.orders.delete(number)
    const effort = fc.record({ lookedAt: fc.constantFrom(1, 10, 10_000), few: fc.constantFrom(0, 20, 2_000) })
    const found: number[] = []
    await fc.assert(
      fc.asyncProperty(anySearch, fc.integer({ min: 5, max: 50 }), effort, async (search, limit, given) => {
        const fitting = orders.filter((order) => fits(order, search, deleted.includes(order.number)))
        const expected = sorted(fitting, search.sort)
        expect(await numbersFound(shop, search, { limit, effort: given })).toEqual(expected)
        found.push(expected.length)
      }),
      { seed, numRuns: runs },
    )
    // Otherwise nothing was compared.
    expect(found.filter((count) => count > 1).length).toBeGreaterThan(runs / 10)
  })

  test('all pages together are the same', async () => {
    const shop = await aShop()
    await putOrders(
      shop,
      ...Array.from({ length: 450 }, (_, index) => orderOf({ number: index + 1, created: index % 7 })),
    )
    const pages = await Array.fromAsync(shop.orders.searchAll(everything))
    expect(pages.flat().map(({ number }) => number)).toEqual(await numbersFound(shop, everything, { limit: 77 }))
    expect(pages.map((page) => page.length)).toEqual([200, 200, 50])
  })

  describe('a cursor', () => {
    const search = { ...everything, text: 'anna' }

    async function cursorOf(shop: ShopStore): Promise<string> {
      const { next } = (await shop.orders.search(search, { cursor: undefined, limit: 1 })) ?? {}
      return next ?? ''
    }

    test('is good for the filters, sort and shop that it was made for, and for any size of page', async () => {
      const store = await make().open()
      const shop = store.forShop((await store.shops.create('alice', tester)).id, tester)
      const other = store.forShop((await store.shops.create('bob', tester)).id, tester)
      for (const each of [shop, other]) await putOrders(each, orderOf({ number: 1 }), orderOf({ number: 2 }))
      const cursor = await cursorOf(shop)
      expect(cursor).toMatch(/^[\w-]+$/)
      expect(await shop.orders.search(search, { cursor, limit: 9 })).toMatchObject({
        orders: [{ number: 1 }],
        next: null,
      })
      for (const changed of [
        { text: 'ann' },
        { deleted: true },
        { tag: 'x' },
        { statuses: ['paid'] as const },
        { created: { from: 0, until: undefined } },
        { paid: { from: 0, until: undefined } },
        { sort: { by: 'created', descending: false } as const },
      ]) {
        expect(await shop.orders.search({ ...search, ...changed }, { cursor, limit: 9 })).toBeUndefined()
      }
      expect(await other.orders.search(search, { cursor, limit: 9 })).toBeUndefined()
    })

    test('that was made up is not good', async () => {
      const shop = await aShop()
      await putOrders(shop, orderOf())
      for (const cursor of madeUp) expect(await shop.orders.search(search, { cursor, limit: 9 })).toBeUndefined()
    })

    test('of which one character was changed is not good', async () => {
      const shop = await aShop()
      await putOrders(shop, orderOf({ number: 1 }), orderOf({ number: 2 }))
      const text = Buffer.from(await cursorOf(shop), 'base64url').toString()
      const changed = text.replace(/\.2\./, '.3.')
      expect(changed).not.toBe(text)
      const cursor = Buffer.from(changed).toString('base64url')
      expect(await shop.orders.search(search, { cursor, limit: 9 })).toBeUndefined()
    })
  })

  test('a page ends after a bounded look, with what was found and where to go on', async () => {
    const shop = await aShop()
    const numbers = Array.from({ length: 600 }, (_, index) => index + 1)
    await putOrders(
      shop,
      ...numbers.map((number) =>
        orderOf({
          number,
          created: number,
          items: [number === 5 ? { ...training, product: 7, name: 'rare' } : training],
        }),
      ),
    )
    const search = { ...everything, product: 'rare' }
    const effort = { lookedAt: 100, few: 0 }
    const lengths: number[] = []
    let cursor: string | undefined
    do {
      const page = await shop.orders.search(search, { cursor, limit: 10, effort })
      lengths.push(page?.orders.length ?? NaN)
      cursor = page?.next ?? undefined
    } while (cursor !== undefined)
    expect(lengths.length).toBeGreaterThan(2)
    expect(lengths.filter((length) => length > 0)).toEqual([1])
  })

  test('an order is kept, and found, with the longest tag and address that it may have, of any characters', async () => {
    const shop = await aShop()
    // What repeats itself would be stored small.
    const long = Array.from({ length: 400 }, (_, index) => hash('sha256', `${index}`, 'hex')).join('')
    const tag = `😀${long}`.slice(0, 10_000)
    const email = `${long.slice(0, 308)}@example.com`
    const same = `${tag.slice(0, -1)}!`
    await putOrders(shop, orderOf({ number: 1, tag, email }), orderOf({ number: 2, tag: same, email }))
    for (const [search, numbers] of [
      [{ tag }, [1]],
      [{ tag: same }, [2]],
      [{ email }, [2, 1]],
    ] as const) {
      const page = await shop.orders.search({ ...everything, ...search }, { cursor: undefined, limit: 9 })
      expect(page?.orders.map(({ number }) => number)).toEqual(numbers)
    }
  })

  test('an order that is paid between two looks is no longer among those that wait', async () => {
    const shop = await aShop()
    const waiting = { pay_status: 'waiting', paid: null } as const
    await putOrders(shop, orderOf({ number: 1, ...waiting }), orderOf({ number: 2, ...waiting }))
    const search = { ...everything, statuses: ['waiting'] as const }
    const first = await shop.orders.search(search, { cursor: undefined, limit: 1 })
    await shop.orders.change(1, { to: 'paid', at: 0, payway: '' })
    expect(first?.orders.map(({ number }) => number)).toEqual([2])
    expect(await shop.orders.search(search, { cursor: first?.next ?? '', limit: 1 })).toEqual({
      orders: [],
      next: null,
    })
  })
})
