import { expect, test } from 'vitest'
import { onEachDatabase } from '../../test/databases.ts'
import { addProduct } from '../../test/scenario.ts'
import { tester } from '../../test/tester.ts'
import type { ProductSearch } from './catalogue.ts'
import type { ShopStore } from './store.ts'

onEachDatabase((make) => {
  async function shops(): Promise<readonly [ShopStore, ShopStore]> {
    const store = await make().open()
    const alice = await store.shops.create('alice', tester)
    const bob = await store.shops.create('bob', tester)
    return [store.forShop(alice.id, tester), store.forShop(bob.id, tester)]
  }

  const everything: ProductSearch = { words: '', kind: undefined, after: 0, limit: 200 }

  test('a name is looked for before a number, in the own shop only', async () => {
    const [alice, bob] = await shops()
    await addProduct(alice, { name: 'course' })
    await addProduct(alice, { name: '1' })
    await alice.partners.add({ login: 'Peter', basisPoints: 0, parent: null })
    const bounds = { validFrom: null, validUntil: null, products: [], partner: null }
    await alice.coupons.add({ code: 'Spring', discount: { basisPoints: 1 }, ...bounds })
    const { catalogue } = alice
    expect(await catalogue.product('course')).toMatchObject({ number: 1 })
    expect(await catalogue.product('1')).toMatchObject({ number: 2 })
    expect(await catalogue.product('2')).toMatchObject({ name: '1' })
    expect(await catalogue.product('Course')).toBeUndefined()
    expect(await catalogue.partner('pETER')).toMatchObject({ number: 1 })
    expect(await catalogue.partner('1')).toMatchObject({ login: 'Peter' })
    expect(await catalogue.coupon('sPRING')).toMatchObject({ number: 1 })
    expect(await catalogue.coupon('1')).toMatchObject({ code: 'Spring' })
    expect(await catalogue.partnersWithNumbers([1, 2])).toMatchObject([{ login: 'Peter' }])
    for (const name of ['course', '1', 'Peter', 'Spring']) {
      expect(await bob.catalogue.product(name)).toBeUndefined()
      expect(await bob.catalogue.partner(name)).toBeUndefined()
      expect(await bob.catalogue.coupon(name)).toBeUndefined()
    }
    expect(await bob.catalogue.partnersWithNumbers([1])).toEqual([])
  })

  test('pages have what is wanted, by number, and say whether there is more', async () => {
    const [alice, bob] = await shops()
    for (const name of ['a', 'b', 'c', 'd']) {
      await addProduct(alice, {
        name,
        title: name === 'c' ? 'Other' : 'Курс',
        kind: name === 'd' ? 'floating' : 'digital',
      })
      await alice.partners.add({ login: `${name}-${name === 'c' ? 'other' : 'КУРС'}`, basisPoints: 0, parent: null })
      const bounds = { validFrom: null, validUntil: null, products: [], partner: null }
      const code = `${name}-${name === 'c' ? 'other' : 'курс'}`
      await alice.coupons.add({ code, discount: { sumMinor: 1 }, ...bounds })
    }
    const { catalogue } = alice
    const productsPage = (search: ProductSearch) => catalogue.productsPage(search)
    const partnersPage = (search: ProductSearch) => catalogue.partnersPage(search)
    const couponsPage = (search: ProductSearch) => catalogue.couponsPage(search)
    for (const page of [productsPage, partnersPage, couponsPage]) {
      const numbers = async (search: Partial<ProductSearch>): Promise<unknown> => {
        const { items, next } = await page({ ...everything, ...search })
        return [items.map(({ number }) => number), next]
      }
      expect(await numbers({})).toEqual([[1, 2, 3, 4], null])
      expect(await numbers({ limit: 4 })).toEqual([[1, 2, 3, 4], null])
      expect(await numbers({ words: 'курс', limit: 2 })).toEqual([[1, 2], 2])
      expect(await numbers({ words: 'курс', limit: 3 })).toEqual([[1, 2, 4], null])
    }
    expect(await catalogue.productsPage({ ...everything, after: 1, limit: 2 })).toMatchObject({
      items: [{ name: 'b' }, { name: 'c' }],
      next: 3,
    })
    expect(await catalogue.productsPage({ ...everything, kind: 'floating' })).toMatchObject({ items: [{ name: 'd' }] })
    expect(await bob.catalogue.productsPage(everything)).toEqual({ items: [], next: null })
    expect(await bob.catalogue.partnersPage(everything)).toEqual({ items: [], next: null })
    expect(await bob.catalogue.couponsPage(everything)).toEqual({ items: [], next: null })
  })
})
