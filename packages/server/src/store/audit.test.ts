import { expect, test } from 'vitest'
import type { ChangedShop } from '../../test/audited-change.ts'
import { auditedChanges, coupon, payment } from '../../test/audited-changes.ts'
import { onEachDatabase, startOfTime } from '../../test/databases.ts'
import { orderOf, putOrders, training } from '../../test/orders.ts'
import { addProduct, draftOf } from '../../test/scenario.ts'
import { tester } from '../../test/tester.ts'
import { auditActions, type AuditRow } from '../rules/audit.ts'
import type { Store } from './store.ts'

async function shopOn(store: Store, login = 'alice'): Promise<ChangedShop> {
  const { id } = await store.shops.create(login, tester)
  return { store, id, data: store.forShop(id, tester) }
}

async function rowsOf({ data }: Pick<ChangedShop, 'data'>): Promise<readonly AuditRow[]> {
  return (await data.audit.list({ limit: 1_000 })).toReversed()
}

onEachDatabase((make) => {
  test('every change writes what was done, to what and by whom, and the chain is sound', async () => {
    const shop = await shopOn(await make().open())
    expect(await rowsOf(shop)).toMatchObject([
      { number: 1, action: 'shop.created', subject: 'shop alice', details: { key: 'random' }, actor: tester },
    ])
    for (const [action, { subject, by = tester, make: change, details }] of auditedChanges) {
      await change(shop)
      const [last] = await shop.data.audit.list({ limit: 1 })
      expect(last).toMatchObject({ action, subject, actor: by, at: startOfTime })
      expect(last?.details).toEqual(details ?? last?.details)
    }
    const rows = await rowsOf(shop)
    expect(new Set(rows.map(({ action }) => action))).toEqual(new Set(auditActions))
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
    expect(await shop.data.audit.verify()).toEqual({
      rows: rows.length,
      last: { number: rows.length, hash: rows.at(-1)?.hash },
      fault: undefined,
    })
  })

  test('what changes nothing writes nothing', async () => {
    const shop = await shopOn(await make().open())
    const { store, id, data } = shop
    const { products, coupons, partners, orders, deliveries, tokens } = data
    await addProduct(data, { name: 'course' })
    await coupons.add(coupon)
    await partners.add({ login: 'bob', basisPoints: 100, parent: null })
    await store.shops.addDomain('alice', tester, 'a.example.com')
    await putOrders(data, orderOf({ number: 9 }))
    await orders.place(draftOf())
    const before = await rowsOf(shop)
    await products.update('course', ({ title }) => ({ title }))
    await products.update('nothing', () => ({ title: 'x' }))
    await products.remove('nothing')
    for (const same of await products.list()) await products.add(same)
    await coupons.update('SPRING', { products: [] })
    await partners.update('bob', {})
    await store.shops.setEnabled('alice', tester, true)
    await store.shops.setAllowedAddresses('alice', tester, [])
    await store.shops.configure('alice', tester, { language: 'en', notify: {} })
    await store.shops.addDomain('alice', tester, 'a.example.com')
    await putOrders(data, orderOf({ number: 9 }))
    await orders.place(draftOf())
    await orders.place(draftOf({ lines: [{ product: 'nothing', sumMinor: 1 }] }))
    await orders.pay(404, payment)
    await orders.change(9, { to: 'paid', at: 0, payway: '' })
    await orders.delete(404)
    await orders.cancelOverdue()
    await deliveries.retry('404-0')
    await tokens.revoke(404)
    await orders.restore(9)
    await orders.restore(404)
    await orders.note(9, { tag: '' })
    await store.members.setRole(id, 'nobody', 'owner', tester)
    await store.members.remove(id, 'nobody', tester)
    expect(await rowsOf(shop)).toEqual(before)
  })

  test('a change that fails leaves no row, and the next one takes its number', async () => {
    const shop = await shopOn(await make().open())
    const { store, data } = shop
    await expect(data.coupons.update('SPRING', {})).rejects.toThrow('no coupon')
    await expect(
      data.bulkOrders.write(async (writer) => {
        await writer.put([orderOf()], { update: false })
        throw new Error('stopped')
      }),
    ).rejects.toThrow('stopped')
    await expect(store.shops.removeDomain('alice', tester, 'a.example.com')).rejects.toThrow('not linked')
    await data.coupons.add(coupon)
    expect((await rowsOf(shop)).map(({ number, action }) => [number, action])).toEqual([
      [1, 'shop.created'],
      [2, 'coupon.added'],
    ])
    expect((await data.audit.verify()).fault).toBeUndefined()
  })

  test('each row says which way the change came', async () => {
    const { store, id, data } = await shopOn(await make().open())
    const actors = [
      { face: 'api', name: 'previous key', address: '192.0.2.1' },
      { face: 'v1', name: '3 «books of Anna»', address: '2001:db8::1' },
      { face: 'account', name: '7', address: '192.0.2.2' },
      { face: 'job', name: 'timers', address: '' },
    ] as const
    for (const actor of actors) await addProduct(store.forShop(id, actor), { name: `of ${actor.face}` })
    expect((await rowsOf({ data })).map(({ actor }) => actor)).toEqual([tester, ...actors])
  })

  test('shops have chains of their own', async () => {
    const store = await make().open()
    const [alice, bob] = [await shopOn(store), await shopOn(store, 'bob')]
    await addProduct(bob.data, { name: 'course' })
    await addProduct(alice.data, { name: 'course' })
    const [hers, his] = [await rowsOf(alice), await rowsOf(bob)]
    expect([hers, his].map((rows) => rows.map(({ number }) => number))).toEqual([
      [1, 2],
      [1, 2],
    ])
    expect(hers[1]?.hash).not.toBe(his[1]?.hash)
  })

  test('several processes that change a shop at once, in every way, keep one chain', async () => {
    const database = make()
    const first = await shopOn(await database.open())
    const stores = [first.store, await database.open(), await database.open()]
    const count = 8
    await Promise.all(
      stores.flatMap((store, node) =>
        Array.from({ length: count }, async (_, index) => {
          const data = store.forShop(first.id, { ...tester, name: `node ${node}` })
          if (index === 0) await putOrders(data, orderOf({ number: 1_000 + node, items: [training] }))
          else if (index % 2 === 0) await addProduct(data, { name: `p${node}-${index}` })
          else await store.shops.rotateKey('alice', tester, index)
        }),
      ),
    )
    const rows = await rowsOf(first)
    expect(rows).toHaveLength(1 + stores.length * count)
    expect((await first.data.audit.verify()).fault).toBeUndefined()
  })

  test('the list goes on where it ended, whatever was added meanwhile', async () => {
    const { data } = await shopOn(await make().open())
    for (const name of ['a', 'b', 'c']) await addProduct(data, { name })
    const [newest, second] = await data.audit.list({ limit: 2 })
    await addProduct(data, { name: 'd' })
    expect([newest?.number, second?.number]).toEqual([4, 3])
    expect((await data.audit.list({ before: second?.number, limit: 9 })).map(({ number }) => number)).toEqual([2, 1])
    expect(await data.audit.list({ before: 1, limit: 9 })).toEqual([])
  })
})
