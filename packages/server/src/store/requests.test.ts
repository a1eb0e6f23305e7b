import { expect, test } from 'vitest'
import { onEachDatabase, startOfTime } from '../../test/databases.ts'
import { tester } from '../../test/tester.ts'
import type { RequestDraft } from '../rules/request.ts'
import { mostRequests } from './requests.ts'

const asked: RequestDraft = {
  at: startOfTime,
  face: 'api',
  operation: 'GetBills',
  outcome: 'ok',
  code: '0',
  status: 200,
  micros: 412,
  address: '203.0.113.7',
  caller: 'present key',
  fault: '',
  skipped: 0,
}
const day = 86_400_000

onEachDatabase((make) => {
  test('requests of several writers get numbers of their own, and come back as they were', async () => {
    const database = make()
    const [one, other] = [await database.open(), await database.open()]
    const { id } = await one.shops.create('alice', tester)
    const stores = [one, other].map((store) => store.forShop(id, tester))
    const drafts = Array.from({ length: 8 }, (_, micros) => ({ ...asked, micros }))
    await Promise.all(drafts.map(async (draft, at) => stores[at % 2]?.requests.add([draft, draft])))
    const found = (await stores[0]?.requests.list({ limit: 100 })) ?? []
    expect(found.map(({ number }) => number)).toEqual(Array.from({ length: 16 }, (_, at) => 16 - at))
    expect(found.map(({ micros }) => micros).toSorted((a, b) => a - b)).toEqual(
      drafts.flatMap(({ micros }) => [micros, micros]),
    )
    expect(found[0]).toEqual({ ...asked, micros: found[0]?.micros, number: 16 })
    expect(await stores[0]?.requests.list({ limit: 1, before: 16 })).toMatchObject([{ number: 15 }])
  })

  test('the oldest make room, in the own shop only', async () => {
    const store = await make().open()
    const shops = await Promise.all(['alice', 'bob'].map(async (login) => store.shops.create(login, tester)))
    const [alice, bob] = shops.map(({ id }) => store.forShop(id, tester))
    await bob?.requests.add([asked])
    const many = Array.from({ length: 500 }, () => asked)
    for (let count = 0; count < mostRequests + 500; count += 500) await alice?.requests.add(many)
    const oldest = await alice?.requests.list({ limit: mostRequests + 1, before: 505 })
    expect(oldest?.map(({ number }) => number)).toEqual([504, 503, 502, 501])
    expect(await bob?.requests.list({ limit: 9 })).toHaveLength(1)
  })

  test('after 30 days they go', async () => {
    const database = make()
    const store = await database.open()
    const { id } = await store.shops.create('alice', tester)
    const { requests, retention } = store.forShop(id, tester)
    await requests.add([asked, { ...asked, at: startOfTime + 1 }])
    database.clock.now = startOfTime + 30 * day + 1
    await retention.letGo({ eventsMs: Infinity, deliveriesMs: Infinity }, new AbortController().signal)
    expect(await requests.list({ limit: 9 })).toMatchObject([{ at: startOfTime + 1 }])
  })
})
