import { expect, test } from 'vitest'
import { onEachDatabase, type TestDatabase } from '../../test/databases.ts'
import { StoreError } from './errors.ts'
import type { ShopStore } from './store.ts'
import { tester } from '../../test/tester.ts'

async function shopsOn(database: TestDatabase): Promise<readonly [ShopStore, ShopStore]> {
  const store = await database.open()
  const [alice, bob] = [await store.shops.create('alice', tester), await store.shops.create('bob', tester)]
  return [store.forShop(alice.id, tester), store.forShop(bob.id, tester)]
}

/** `dora` was brought by `carol`, and she by `bob`. */
async function chain({ partners }: ShopStore): Promise<void> {
  for (const [index, login] of ['Bob', 'carol', 'dora'].entries()) {
    await partners.add({ login, basisPoints: index, parent: index === 0 ? null : index })
  }
}

onEachDatabase((make) => {
  test('partners come back as they were given, by number', async () => {
    const [shop] = await shopsOn(make())
    await chain(shop)
    expect(await shop.partners.list()).toEqual([
      { number: 1, login: 'Bob', basisPoints: 0, parent: null },
      { number: 2, login: 'carol', basisPoints: 1, parent: 1 },
      { number: 3, login: 'dora', basisPoints: 2, parent: 2 },
    ])
  })

  test('a login is found and unique without regard to case', async () => {
    const [shop] = await shopsOn(make())
    await chain(shop)
    await expect(shop.partners.add({ login: ' BOB ', basisPoints: 0, parent: null })).rejects.toThrow(StoreError)
    await expect(shop.partners.update('carol', { login: 'BOB' })).rejects.toThrow('There is a partner «BOB» already.')
    await expect(shop.partners.update('carol', { login: 'a b' })).rejects.toThrow(RangeError)
    expect(await shop.partners.update('bOB', { login: 'bob' })).toEqual({
      number: 1,
      login: 'bob',
      basisPoints: 0,
      parent: null,
    })
  })

  test('nobody is brought by whom they brought, or by nobody known', async () => {
    const [shop] = await shopsOn(make())
    await chain(shop)
    const before = await shop.partners.list()
    for (const parent of [1, 2, 3]) {
      await expect(shop.partners.update('bob', { parent })).rejects.toThrow('somebody whom they brought')
    }
    await expect(shop.partners.update('bob', { parent: 9 })).rejects.toThrow('There is no partner number 9.')
    await expect(shop.partners.add({ login: 'x', basisPoints: 0, parent: 9 })).rejects.toThrow(StoreError)
    expect(await shop.partners.list()).toEqual(before)
    expect(await shop.partners.update('dora', { parent: 1 })).toMatchObject({ parent: 1, basisPoints: 2 })
    expect(await shop.partners.update('carol', { parent: 3 })).toMatchObject({ parent: 3 })
  })

  test('who is removed leaves those whom they brought, and coupons, to nobody', async () => {
    const [shop] = await shopsOn(make())
    await chain(shop)
    const coupon = { code: 'x', discount: { sumMinor: 1 }, validFrom: null, validUntil: null, products: [] }
    await shop.coupons.add({ ...coupon, partner: 2 })
    await shop.coupons.add({ ...coupon, code: 'y', partner: 1 })
    await shop.partners.remove('CAROL')
    await expect(shop.partners.remove('carol')).rejects.toThrow('There is no partner «carol».')
    expect(await shop.partners.list()).toMatchObject([{ number: 1 }, { number: 3, parent: null }])
    expect(await shop.coupons.list()).toMatchObject([{ partner: null }, { partner: 1 }])
    expect(await shop.partners.add({ login: 'carol', basisPoints: 0, parent: null })).toMatchObject({ number: 4 })
  })

  test('each shop has its own', async () => {
    const [alice, bob] = await shopsOn(make())
    await chain(alice)
    await expect(bob.partners.remove('bob')).rejects.toThrow(StoreError)
    await expect(bob.partners.add({ login: 'x', basisPoints: 0, parent: 1 })).rejects.toThrow('no partner number 1')
    await bob.partners.add({ login: 'bob', basisPoints: 0, parent: null })
    await bob.partners.remove('bob')
    expect(await alice.partners.list()).toHaveLength(3)
    expect(await alice.partners.list()).toMatchObject([{}, { parent: 1 }, { parent: 2 }])
  })
})
