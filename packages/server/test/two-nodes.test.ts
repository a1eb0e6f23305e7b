/** Two nodes on one database: what is done at one holds at the other within a second. Time is moved, not waited for. */
import { expect, onTestFinished, test } from 'vitest'
import { openEdge } from '../src/http/edge.ts'
import { createLog } from '../src/log.ts'
import { onEachDatabase, type TestDatabase } from './databases.ts'
import { orderOf, putOrders } from './orders.ts'
import { addProduct, draftOf } from './scenario.ts'
import { alice, call, type Reply, type Service, signed } from './service.ts'
import { tester } from './tester.ts'
import { callV1 } from './v1.ts'

const email = 'buyer@example.com'
const own = 'orders.alice.example'

async function nodeOn(database: TestDatabase, callsPerMinute = 0): Promise<Service> {
  const store = await database.open()
  const log: string[] = []
  const edge = await openEdge({
    store,
    hosts: ['127.0.0.1'],
    port: 0,
    trustProxy: false,
    baseDomains: ['localhost'],
    callsPerMinute,
    checkOutput: true,
    clock: () => database.clock.now,
    log: createLog('silent', { write: (line) => log.push(line) }),
  })
  onTestFinished(() => edge.close())
  return { ...edge, store, clock: database.clock, log }
}

/** The shop has an order of the buyer, and a domain of its own. */
async function twoNodes(database: TestDatabase, callsPerMinute?: number): Promise<readonly [Service, Service]> {
  const nodes = [await nodeOn(database, callsPerMinute), await nodeOn(database, callsPerMinute)] as const
  const { shops } = nodes[0].store
  const { id } = await shops.create(alice.login, tester, { key: alice.key })
  await shops.addDomain(alice.login, tester, own)
  await putOrders(nodes[0].store.forShop(id, tester), orderOf())
  return nodes
}

const codeOf = async (reply: Promise<Reply>): Promise<number> => (await reply).code

interface Asked {
  readonly host?: string
  /** That the call is signed with, and that the answer is, where they are not the shop's first. */
  readonly key?: string
  readonly answerKey?: string
}

/** The number of the error that GetBills answers with; 0: none. */
async function ask(node: Service, { host, key = alice.key, answerKey = key }: Asked = {}): Promise<number> {
  const body = signed({ email }, { ...alice, key })
  return codeOf(call(node, { ...(host === undefined ? {} : { host }), body }, answerKey))
}

onEachDatabase((make) => {
  test('a key that was changed at one node is changed at the other within a second', async () => {
    const database = make()
    const [one, other] = await twoNodes(database)
    expect([await ask(one), await ask(other)]).toEqual([0, 0])
    const [key] = (await one.store.shops.rotateKey(alice.login, tester, 0)).keys
    database.clock.now += 1_000
    for (const node of [one, other]) {
      expect(await ask(node, { key })).toBe(0)
      expect(await ask(node, { answerKey: key })).toBe(4)
    }
  })

  test('both keys count at both nodes until the overlap ends, and no longer', async () => {
    const database = make()
    const [one, other] = await twoNodes(database)
    expect(await ask(other)).toBe(0)
    const [key] = (await one.store.shops.rotateKey(alice.login, tester, 60_000)).keys
    database.clock.now += 1_000
    for (const node of [one, other]) expect([await ask(node), await ask(node, { key })]).toEqual([0, 0])
    database.clock.now += 59_000 + 1_000
    for (const node of [one, other]) expect(await ask(node, { answerKey: key })).toBe(4)
  })

  test('a shop that one node switches off is off at the other within a second, and on again', async () => {
    const database = make()
    const [one, other] = await twoNodes(database)
    expect(await ask(other)).toBe(0)
    await one.store.shops.setEnabled(alice.login, tester, false)
    database.clock.now += 1_000
    expect(await ask(other)).toBe(7)
    await one.store.shops.setEnabled(alice.login, tester, true)
    database.clock.now += 1_000
    expect(await ask(other)).toBe(0)
  })

  test('an address that one node shuts out stays out at the other within a second', async () => {
    const database = make()
    const [one, other] = await twoNodes(database)
    expect(await ask(other)).toBe(0)
    await one.store.shops.setAllowedAddresses(alice.login, tester, ['203.0.113.0/24'])
    database.clock.now += 1_000
    expect(await ask(other)).toBe(6)
    await one.store.shops.setAllowedAddresses(alice.login, tester, ['203.0.113.0/24', '127.0.0.1'])
    database.clock.now += 1_000
    expect(await ask(other)).toBe(0)
  })

  test('a domain that one node takes away leads nowhere at the other within a second; a new one is there at once', async () => {
    const database = make()
    const [one, other] = await twoNodes(database)
    expect(await ask(other, { host: own })).toBe(0)
    await one.store.shops.removeDomain(alice.login, tester, own)
    database.clock.now += 1_000
    expect(await ask(other, { host: own, answerKey: '' })).toBe(5)
    await one.store.shops.addDomain(alice.login, tester, own)
    expect(await ask(other, { host: own })).toBe(0)
  })

  test('a token that one node revokes is refused by the other within a second', async () => {
    const database = make()
    const [one, other] = await twoNodes(database)
    const { tokens } = one.store.forShop((await one.store.shops.get(alice.login)).id, tester)
    const draft = { name: 'till', scopes: ['orders:read'], allowedAddresses: [], expires: null } as const
    const { token, text } = await tokens.create(draft)
    const statusAt = async (node: Service): Promise<number> =>
      (await callV1(node, { at: '/orders/258367', token: text })).status
    expect([await statusAt(one), await statusAt(other)]).toEqual([200, 200])
    await tokens.revoke(token.number)
    database.clock.now += 1_000
    expect([await statusAt(one), await statusAt(other)]).toEqual([401, 401])
  })

  test('an order that one node has taken is answered by the other at once, and none gets the number of another', async () => {
    const database = make()
    const nodes = await twoNodes(database)
    const { id } = await nodes[0].store.shops.get(alice.login)
    const shops = [nodes[0].store.forShop(id, tester), nodes[1].store.forShop(id, tester)] as const
    await addProduct(shops[0], { name: 'course' })
    const placed = await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        shops[index % 2 === 0 ? 0 : 1].orders.place(draftOf({ email: `b${index}@example.com` })),
      ),
    )
    const numbers = placed.map((each) => ('number' in each ? each.number : 0))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => 258_368 + index))
    for (const node of nodes) {
      for (const index of [0, 1]) {
        const reply = await call(node, { body: signed({ email: `b${index}@example.com` }) })
        expect(Object.keys(reply.result as object)).toEqual([String(numbers[index])])
      }
    }
  })

  // As docs/hosting says: with N processes up to N times as much gets through.
  test('each node counts the calls that it answers itself', async () => {
    const [one, other] = await twoNodes(make(), 2)
    expect([await ask(one), await ask(one), await ask(one)]).toEqual([0, 0, 8])
    expect([await ask(other), await ask(other), await ask(other)]).toEqual([0, 0, 8])
  })
})
