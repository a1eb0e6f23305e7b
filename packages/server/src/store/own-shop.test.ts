import { expect, test } from 'vitest'
import { onEachDatabase } from '../../test/databases.ts'
import { tester } from '../../test/tester.ts'

onEachDatabase((make) => {
  test('a shop is changed inside a transaction of its own, which takes the change back if it fails', async () => {
    const store = await make().open()
    const { id } = await store.shops.create('alice', tester)
    const key = await store.shops.keyOf(id)
    const seen = await store.transaction(id, tester, async (data) => {
      await data.shop.configure({ title: 'Anna bakes' })
      return data.shop.rotateKey(60_000)
    })
    expect(await store.shops.get('alice')).toEqual(seen)
    expect(seen).toMatchObject({ title: 'Anna bakes', keys: [expect.not.stringContaining(key), key] })
    const failing = store.transaction(id, tester, async (data) => {
      await data.shop.configure({ title: 'Another' })
      await data.shop.addDomain('orders.example.com')
      await data.shop.rotateKey(0)
      throw new RangeError('On second thoughts.')
    })
    await expect(failing).rejects.toThrow('On second thoughts.')
    expect(await store.shops.get('alice')).toEqual(seen)
    expect(await store.shops.findByDomain('orders.example.com')).toBeUndefined()
  })

  test('changes of two processes at the same time lose nothing', async () => {
    const database = make()
    const [one, two] = [await database.open(), await database.open()]
    const { id } = await one.shops.create('alice', tester)
    const changes = Array.from({ length: 10 }, async (_, index) => {
      await one.shops.addDomain('alice', tester, `a${index}.example.com`)
      await two.transaction(id, tester, (data) => data.shop.configure({ title: `Shop ${index}` }))
      await two.forShop(id, tester).shop.addDomain(`b${index}.example.com`)
    })
    await Promise.all([...changes, one.shops.configure('alice', tester, { language: 'ru' })])
    const shop = await two.shops.get('alice')
    expect(shop).toMatchObject({ title: expect.stringMatching(/^Shop \d$/) as string, language: 'ru' })
    expect(shop.domains).toHaveLength(20)
    expect(await one.forShop(id, tester).audit.verify()).toMatchObject({ fault: undefined })
  })

  test('of two shops that link a domain at the same time one gets it, and the other is told', async () => {
    const database = make()
    const [one, two] = [await database.open(), await database.open()]
    await one.shops.create('alice', tester)
    await one.shops.create('bob', tester)
    for (const host of ['a.example.com', 'b.example.com', 'c.example.com']) {
      const results = await Promise.allSettled([
        one.shops.addDomain('alice', tester, host),
        two.shops.addDomain('bob', tester, host),
      ])
      const refused = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []))
      expect(refused).toEqual([expect.stringContaining('is linked to another shop')])
      const owner = await one.shops.findByDomain(host)
      expect(owner?.login).toBe(results[0].status === 'fulfilled' ? 'alice' : 'bob')
    }
  })
})
