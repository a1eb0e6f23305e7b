import { expect, test } from 'vitest'
import { onEachDatabase, type TestDatabase } from '../../test/databases.ts'
import { orderOf, putOrders, storedOrders, training } from '../../test/orders.ts'
import { addProduct, products } from '../../test/scenario.ts'
import { plainProduct, type Product } from '../rules/product.ts'
import type { ShopStore } from './store.ts'
import { tester } from '../../test/tester.ts'

async function shopsOn(database: TestDatabase): Promise<readonly [ShopStore, ShopStore]> {
  const store = await database.open()
  const [alice, bob] = [await store.shops.create('alice', tester), await store.shops.create('bob', tester)]
  return [store.forShop(alice.id, tester), store.forShop(bob.id, tester)]
}

const book: Omit<Product, 'number'> = {
  ...plainProduct,
  name: 'book',
  title: 'Книга «Ё»',
  priceMinor: 9_999_999_999_999,
  kind: 'floating',
  timerMs: 60_000,
  prepaymentMinMinor: 1,
  notify: { created: 'http://a/1', paid: 'http://a/2', prepaid: 'http://a/3', cancelled: 'http://a/4', returned: '' },
  fees: [{ sumMinor: 1, basisPoints: 2 }, null],
  extra: { parent_id: '7', 'good_x[a"]': '\u2028' },
}

onEachDatabase((make) => {
  test('a product comes back as it was given', async () => {
    const [shop] = await shopsOn(make())
    expect(await shop.products.add(book)).toEqual({ number: 1, ...book })
    expect(await shop.products.find('book')).toEqual({ number: 1, ...book })
    expect(await shop.products.list()).toEqual([{ number: 1, ...book }])
    const { name, title, priceMinor, kind } = book
    expect(await shop.products.summaries()).toEqual([{ number: 1, name, title, priceMinor, kind }])
  })

  test('each shop has names and numbers of its own', async () => {
    const [alice, bob] = await shopsOn(make())
    await products(alice)
    expect(await bob.products.find('course')).toBeUndefined()
    expect(await bob.products.withNumbers([1, 2, 3])).toEqual([])
    expect(await bob.products.update('course', () => ({ title: 'Mine' }))).toBeUndefined()
    expect(await bob.products.remove('course')).toBe(false)
    expect(await bob.products.add({ ...book, name: 'course' })).toMatchObject({ number: 1 })
    expect((await alice.products.list()).map(({ title }) => title)).toEqual(['The course', 'The apron', 'The gift'])
  })

  test('a name is taken once, however many ask for it together', async () => {
    const [shop] = await shopsOn(make())
    const asked = Array.from({ length: 5 }, () => shop.products.add(book))
    expect((await Promise.all(asked)).filter((product) => product !== undefined)).toHaveLength(1)
    expect(await shop.products.add({ ...book, name: 'Book' })).toMatchObject({ number: 2 })
  })

  test('a number is given once, whatever is removed or imported meanwhile', async () => {
    const [shop] = await shopsOn(make())
    await products(shop)
    expect(await shop.products.remove('gift')).toBe(true)
    expect(await shop.products.remove('gift')).toBe(false)
    expect(await shop.products.add(book)).toMatchObject({ number: 4 })
    await putOrders(shop, orderOf({ items: [{ ...training, product: 12_549 }] }))
    expect(await shop.products.add({ ...book, name: 'another' })).toMatchObject({ number: 12_550 })
  })

  test('products are found by numbers, those that are not there left out', async () => {
    const [shop] = await shopsOn(make())
    await products(shop)
    expect((await shop.products.withNumbers([3, 9, 1, 3])).map(({ name }) => name)).toEqual(['course', 'gift'])
    expect(await shop.products.withNumbers([])).toEqual([])
  })

  test('a change leaves what it does not name', async () => {
    const [shop] = await shopsOn(make())
    await shop.products.add(book)
    const changed = { number: 1, ...book, timerMs: null, extra: {} }
    expect(await shop.products.update('book', () => ({ timerMs: null, extra: {} }))).toEqual(changed)
    expect(await shop.products.find('book')).toEqual(changed)
    expect(await shop.products.update('other', () => ({ timerMs: null }))).toBeUndefined()
  })

  test('a change that is refused changes nothing', async () => {
    const [shop] = await shopsOn(make())
    await shop.products.add(book)
    const refused = shop.products.update('book', () => {
      throw new RangeError('no')
    })
    await expect(refused).rejects.toThrow('no')
    expect(await shop.products.find('book')).toEqual({ number: 1, ...book })
  })

  test('changes that come together are all made', async () => {
    const database = make()
    const [shop] = await shopsOn(database)
    await addProduct(shop, { name: 'book', priceMinor: 0 })
    const store = await database.open()
    const again = store.forShop((await store.shops.get('alice')).id, tester)
    const addOne = ({ priceMinor }: Product): { priceMinor: number } => ({ priceMinor: priceMinor + 1 })
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? shop : again).products.update('book', addOne)),
    )
    expect(await shop.products.find('book')).toMatchObject({ priceMinor: 20 })
  })

  test('orders keep what they say about a product that changes or goes', async () => {
    const [shop] = await shopsOn(make())
    await putOrders(shop, orderOf())
    await shop.products.update(training.name, () => ({ title: 'Another', priceMinor: 1 }))
    await shop.products.remove(training.name)
    expect(await storedOrders(shop)).toEqual([orderOf()])
  })
})
