import { expect, test } from 'vitest'
import { onEachDatabase, type TestDatabase } from '../../test/databases.ts'
import type { Coupon } from '../rules/coupon.ts'
import { StoreError } from './errors.ts'
import type { ShopStore } from './store.ts'
import { tester } from '../../test/tester.ts'

async function shopsOn(database: TestDatabase): Promise<readonly [ShopStore, ShopStore]> {
  const store = await database.open()
  const [alice, bob] = [await store.shops.create('alice', tester), await store.shops.create('bob', tester)]
  return [store.forShop(alice.id, tester), store.forShop(bob.id, tester)]
}

const spring: Omit<Coupon, 'number'> = {
  code: 'Весна',
  discount: { basisPoints: 1_250 },
  validFrom: 1_700_000_000_000,
  validUntil: 1_800_000_000_000,
  products: [3, 1],
  partner: 7,
}
const friend: Omit<Coupon, 'number'> = {
  code: 'FRIEND',
  discount: { sumMinor: 50_000 },
  validFrom: null,
  validUntil: null,
  products: [],
  partner: null,
}

onEachDatabase((make) => {
  test('coupons come back as they were given, by number', async () => {
    const [shop] = await shopsOn(make())
    expect(await shop.coupons.add(spring)).toEqual({ number: 1, ...spring })
    expect(await shop.coupons.add(friend)).toEqual({ number: 2, ...friend })
    expect(await shop.coupons.list()).toEqual([
      { number: 1, ...spring },
      { number: 2, ...friend },
    ])
  })

  test('a code is found and unique without regard to case, beyond ASCII too', async () => {
    const [shop] = await shopsOn(make())
    await shop.coupons.add(spring)
    await expect(shop.coupons.add({ ...friend, code: ' ВЕСНА ' })).rejects.toThrow(StoreError)
    expect(await shop.coupons.update('вЕСНА', { code: 'весна' })).toEqual({ number: 1, ...spring, code: 'весна' })
    await shop.coupons.remove('ВЕСНА')
    expect(await shop.coupons.list()).toEqual([])
  })

  test('a change leaves what it does not name', async () => {
    const [shop] = await shopsOn(make())
    await shop.coupons.add(spring)
    const changed = { number: 1, ...spring, discount: friend.discount, partner: null }
    expect(await shop.coupons.update('весна', { discount: friend.discount, partner: null })).toEqual(changed)
    expect(await shop.coupons.update('весна', { discount: spring.discount })).toEqual({
      ...changed,
      discount: spring.discount,
    })
  })

  test('a change does not take the code of another', async () => {
    const [shop] = await shopsOn(make())
    await shop.coupons.add(spring)
    await shop.coupons.add(friend)
    await expect(shop.coupons.update('friend', { code: 'весна' })).rejects.toThrow('There is a coupon «весна» already.')
    await expect(shop.coupons.update('friend', { code: '' })).rejects.toThrow(RangeError)
    await expect(shop.coupons.update('весна', { validFrom: 1_800_000_000_000 })).rejects.toThrow(RangeError)
    expect(await shop.coupons.list()).toEqual([
      { number: 1, ...spring },
      { number: 2, ...friend },
    ])
  })

  test('a number is given once', async () => {
    const [shop] = await shopsOn(make())
    await shop.coupons.add(spring)
    await shop.coupons.remove('весна')
    await expect(shop.coupons.remove('весна')).rejects.toThrow('There is no coupon «весна».')
    expect(await shop.coupons.add(spring)).toMatchObject({ number: 2 })
  })

  test('each shop has its own', async () => {
    const [alice, bob] = await shopsOn(make())
    await alice.coupons.add(spring)
    await expect(bob.coupons.update('весна', { partner: null })).rejects.toThrow(StoreError)
    await expect(bob.coupons.remove('весна')).rejects.toThrow(StoreError)
    expect(await bob.coupons.add(spring)).toMatchObject({ number: 1 })
    await bob.coupons.remove('весна')
    expect(await alice.coupons.list()).toHaveLength(1)
  })
})
