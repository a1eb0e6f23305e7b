import { expect, test } from 'vitest'
import { onEachDatabase } from '../../test/databases.ts'
import { orderOf, putOrders, storedOrders } from '../../test/orders.ts'
import { StoreError } from './errors.ts'
import { tester } from '../../test/tester.ts'

const day = 86_400_000

onEachDatabase((make) => {
  test('a new shop has a random key of 40 letters and digits, is switched on and lets everybody in', async () => {
    const { shops } = await make().open()
    const alice = await shops.create('Alice', tester)
    expect(alice).toMatchObject({
      login: 'Alice',
      enabled: true,
      allowedAddresses: [],
      domains: [],
      previousKeyUntil: null,
    })
    expect(alice.keys).toEqual([expect.stringMatching(/^[A-Za-z0-9]{40}$/)])
    expect((await shops.create('bob', tester)).keys).not.toEqual(alice.keys)
  })

  test('a key of the old platform is kept, whatever characters it has', async () => {
    const { shops } = await make().open()
    expect((await shops.create('alice', tester, { key: ' demo-key-#1=[%]-ключ ' })).keys).toEqual([
      'demo-key-#1=[%]-ключ',
    ])
  })

  test.for(['', ' ', 'a\nb', 'x'.repeat(256)])('the key %j is refused', async (key) => {
    const { shops } = await make().open()
    await expect(shops.create('alice', tester, { key })).rejects.toThrow(RangeError)
    expect(await shops.list()).toEqual([])
  })

  test.for(['', '-a', 'a-', 'a.b', 'a b', 'ä', 'x'.repeat(64), 'OK', 'ok'])(
    'the login %j is refused',
    async (login) => {
      const { shops } = await make().open()
      await expect(shops.create(login, tester)).rejects.toThrow(RangeError)
    },
  )

  test('a login is found and unique without regard to case', async () => {
    const { shops } = await make().open()
    const alice = await shops.create('Alice', tester)
    expect(await shops.find('aLICE')).toEqual(alice)
    await expect(shops.create('ALICE', tester)).rejects.toThrow(StoreError)
    expect(await shops.find('bob')).toBeUndefined()
    await expect(shops.get('bob')).rejects.toThrow('shop list')
  })

  test('another process sees a change', async () => {
    const database = make()
    const { shops } = await database.open()
    await shops.create('alice', tester)
    await (await database.open()).shops.setEnabled('alice', tester, false)
    expect(await shops.get('alice')).toMatchObject({ enabled: false })
  })

  test('after a rotation both keys verify until the overlap ends', async () => {
    const database = make()
    const { shops } = await database.open()
    const [old] = (await shops.create('alice', tester)).keys
    const rotated = await shops.rotateKey('alice', tester, 7 * day)
    expect(rotated.keys).toEqual([expect.not.stringMatching(old), old])
    expect(rotated.previousKeyUntil).toBe(database.clock.now + 7 * day)

    database.clock.now += 7 * day - 1
    expect((await shops.get('alice')).keys).toEqual(rotated.keys)
    database.clock.now += 1
    expect(await shops.get('alice')).toMatchObject({ keys: [rotated.keys[0]], previousKeyUntil: null })
  })

  test('a domain belongs to one shop', async () => {
    const { shops } = await make().open()
    const alice = await shops.create('alice', tester)
    await shops.create('bob', tester)
    expect((await shops.addDomain('alice', tester, 'Shop.Example.com.')).domains).toEqual(['shop.example.com'])
    expect((await shops.addDomain('alice', tester, 'shop.example.com')).domains).toEqual(['shop.example.com'])
    expect(await shops.findByDomain('shop.example.com')).toMatchObject({ id: alice.id })
    await expect(shops.addDomain('bob', tester, 'shop.example.com')).rejects.toThrow('another shop')
    await expect(shops.removeDomain('bob', tester, 'shop.example.com')).rejects.toThrow('not linked')
    expect((await shops.removeDomain('alice', tester, 'shop.example.com')).domains).toEqual([])
    expect(await shops.findByDomain('shop.example.com')).toBeUndefined()
  })

  test.for(['http://example.com', 'example.com/x', 'example.com:80', '', 'a..b', '127.0.0.1'])(
    'the domain %j is refused',
    async (host) => {
      const { shops } = await make().open()
      await shops.create('alice', tester)
      await expect(shops.addDomain('alice', tester, host)).rejects.toThrow(RangeError)
    },
  )

  test('the address list is replaced as a whole, or not at all', async () => {
    const { shops } = await make().open()
    await shops.create('alice', tester)
    const list = ['203.0.113.7', '198.51.100.0/24', '2001:db8::/32']
    expect((await shops.setAllowedAddresses('alice', tester, list)).allowedAddresses).toEqual(list)
    for (const bad of ['203.0.113.256', '203.0.113.0/33', 'example.com', '1.2.3.4/', '1.2.3.4/8/8', '']) {
      await expect(shops.setAllowedAddresses('alice', tester, ['192.0.2.1', bad])).rejects.toThrow(RangeError)
    }
    expect((await shops.get('alice')).allowedAddresses).toEqual(list)
    expect((await shops.setAllowedAddresses('alice', tester, [])).allowedAddresses).toEqual([])
  })

  test('settings are changed one by one, or not at all', async () => {
    const database = make()
    const { shops } = await database.open()
    const made = await shops.create('alice', tester)
    const nobody = { created: '', paid: '', prepaid: '', cancelled: '', returned: '' }
    const plain = { language: 'en', title: '', paymentUrl: '', notify: nobody, timeZone: 'UTC', currency: 'RUB' }
    expect(made).toMatchObject(plain)

    const paid = 'https://shop.example.com/paid'
    expect(await shops.configure('Alice', tester, { language: 'ru', notify: { paid } })).toEqual({
      ...made,
      language: 'ru',
      notify: { ...nobody, paid },
    })
    const all = {
      title: 'Алиса',
      paymentUrl: 'https://pay.example.com/{number}',
      timeZone: 'Europe/Moscow',
      currency: 'EUR',
    }
    const changed = await shops.configure('alice', tester, { ...all, notify: { created: paid, paid: '' } })
    expect(changed).toEqual({ ...made, ...all, language: 'ru', notify: { ...nobody, created: paid } })
    expect(await (await database.open()).shops.get('alice')).toEqual(changed)

    for (const bad of [
      { currency: 'XYZ' },
      { timeZone: 'Mars' },
      { paymentUrl: 'x' },
      { notify: { paid: 'x' } },
      { title: 'a\nb' },
    ]) {
      await expect(shops.configure('alice', tester, { language: 'en', ...bad })).rejects.toThrow(RangeError)
    }
    expect(await shops.get('alice')).toEqual(changed)
    expect(await shops.configure('alice', tester, {})).toEqual(changed)
    await expect(shops.configure('nobody', tester, {})).rejects.toThrow(StoreError)
  })

  test("a shop's handle reaches nothing of another shop", async () => {
    const store = await make().open()
    const alice = store.forShop((await store.shops.create('alice', tester)).id, tester)
    const bob = store.forShop((await store.shops.create('bob', tester)).id, tester)
    const hers = orderOf()
    await putOrders(alice, hers)
    expect(await storedOrders(bob)).toEqual([])
    expect(await bob.orders.billsOf(hers.email)).toBeUndefined()
    expect(await bob.products.list()).toEqual([])

    const his = orderOf({
      first_name: 'Bob',
      items: [{ ...orderOf().items[0], title: 'his' } as (typeof hers.items)[0]],
    })
    await putOrders(bob, his)
    expect(await storedOrders(alice)).toEqual([hers])
    expect(await storedOrders(bob)).toEqual([his])
  })
})
