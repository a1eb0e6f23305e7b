import { expect, test } from 'vitest'
import { onEachDatabase } from '../../test/databases.ts'
import { addProduct, draftOf } from '../../test/scenario.ts'
import { tester } from '../../test/tester.ts'
import type { Commit } from './database.ts'
import { openStore } from './open.ts'
import type { ShopStore } from './store.ts'

const url = 'http://127.0.0.1:9/n.php'
const notify = { created: url, paid: url, prepaid: url, cancelled: url, returned: url }

async function takeOrders(shop: ShopStore, count: number): Promise<void> {
  await addProduct(shop, { name: 'course', notify })
  for (let order = 0; order < count; order += 1)
    await shop.orders.place(draftOf({ email: `buyer${order}@example.com` }))
}

onEachDatabase((make) => {
  test('what is on its way is counted over all shops, and no further than asked', async () => {
    const store = await make().open()
    expect(await store.pendingDeliveries(10)).toBe(0)
    const [alice, bob] = await Promise.all(
      ['alice', 'bob'].map(async (login) => store.forShop((await store.shops.create(login, tester)).id, tester)),
    )
    if (alice === undefined || bob === undefined) throw new Error('There are no shops.')
    await takeOrders(alice, 3)
    await takeOrders(bob, 2)
    expect(await store.pendingDeliveries(10)).toBe(5)
    expect(await store.pendingDeliveries(4)).toBe(4)
    expect(await store.pendingDeliveries(1)).toBe(1)
    const [delivery] = await alice.deliveries.list({ limit: 1 })
    await alice.deliveries.note(delivery?.id ?? '', { at: 0, status: 200, problem: '', answer: '' }, 'delivered')
    expect(await store.pendingDeliveries(10)).toBe(4)
  })

  test('commits are told of, with how many writes shared each', async () => {
    const database = make()
    const { place, clock } = database
    // Empties it, and makes the master key.
    await database.open()
    const commits: Commit[] = []
    const store = await openStore({ ...place, clock: () => clock.now, onCommit: (commit) => commits.push(commit) })
    try {
      const shop = store.forShop((await store.shops.create('alice', tester)).id, tester)
      await addProduct(shop, { name: 'course' })
      commits.length = 0
      const drafts = Array.from({ length: 5 }, (_, at) => draftOf({ email: `buyer${at}@example.com` }))
      await Promise.all(drafts.map((draft) => shop.orders.place(draft)))
      expect(commits.reduce((sum, { writes }) => sum + writes, 0)).toBe(5)
      expect(commits.length).toBeLessThan(5)
      for (const { milliseconds } of commits) expect(milliseconds).toBeGreaterThan(0)
      const { pool } = store.load()
      expect(pool === undefined || pool.inUse + pool.idle > 0).toBe(true)
      expect(pool === undefined).toBe(place.database === undefined)
    } finally {
      await store.close()
    }
  })
})
