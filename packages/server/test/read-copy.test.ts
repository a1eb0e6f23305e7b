/** Reading from a standby: a real one, whose replay the tests hold up. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../src/store/open.ts'
import type { ShopStore, Store } from '../src/store/store.ts'
import { throwAwayFolder } from './databases.ts'
import { type Cluster, makeCluster, masterKey } from './faults/cluster.ts'
import { type PostgresServer, startServer } from './faults/postgres-server.ts'
import { until } from './faults/until.ts'
import { draftOf } from './scenario.ts'
import { alice } from './service.ts'
import { tester } from './tester.ts'

let cluster: Cluster
let primary: PostgresServer
let standby: PostgresServer
beforeAll(async () => {
  cluster = await makeCluster()
  primary = await startServer(cluster.copy())
  standby = await startServer(cluster.copy(), { standbyOf: primary })
})
afterAll(async () => {
  await standby.remove()
  await primary.remove()
  cluster.remove()
})

interface Node {
  readonly store: Store
  readonly shop: ShopStore
  /** The same shop for what is only read. */
  readonly reading: ShopStore
}

async function nodeWith(readDatabase: string, longestLagMs: number): Promise<Node> {
  const options = { dataDir: throwAwayFolder(), database: primary.url, masterKey, clock: Date.now }
  const store = await openStore({ ...options, readDatabase, longestLagMs })
  onTestFinished(() => store.close())
  const { id } = await store.shops.get(alice.login)
  return { store, shop: store.forShop(id, tester), reading: store.forReading(id) }
}

const copyIsUsed = async (store: Store): Promise<boolean> => (await store.health()).copy?.isUsed === true

/** Of a new customer each time. */
let customers = 0
async function order(shop: ShopStore): Promise<string> {
  customers += 1
  const email = `customer${customers}@example.com`
  const placed = await shop.orders.place(draftOf({ email, lines: [{ product: 'course', sumMinor: undefined }] }))
  expect(placed).toMatchObject({ outcome: 'placed' })
  return email
}

test('a copy answers what is only read, as long as it is near enough', async () => {
  const patient = await nodeWith(standby.url, 60_000)
  const strict = await nodeWith(standby.url, 1_000)
  await until('both read from the copy', async () => (await copyIsUsed(patient.store)) && copyIsUsed(strict.store))
  await standby.sql('select pg_wal_replay_pause()')
  const email = await order(patient.shop)
  expect(await patient.shop.orders.billsOf(email)).toBeDefined()
  // The copy does not have it: so it was the copy that was asked.
  expect(await patient.reading.orders.billsOf(email)).toBeUndefined()
  await until('the copy is left out', async () => !(await copyIsUsed(strict.store)))
  expect(await strict.reading.orders.billsOf(email)).toBeDefined()
  expect(await strict.reading.orders.count()).toBe(await strict.shop.orders.count())
  await standby.sql('select pg_wal_replay_resume()')
  await until('the copy is used again', () => copyIsUsed(strict.store))
  await until('the copy has the order', async () => (await patient.reading.orders.billsOf(email)) !== undefined)
})

test('what is written through the handle for reading goes to the database', async () => {
  const { store, shop, reading } = await nodeWith(standby.url, 60_000)
  await until('the copy is used', () => copyIsUsed(store))
  expect(await shop.orders.billsOf(await order(reading))).toBeDefined()
})

test('a database that follows nobody is no copy', async () => {
  const { store, shop, reading } = await nodeWith(primary.url, 60_000)
  expect(await reading.orders.billsOf(await order(shop))).toBeDefined()
  expect(await copyIsUsed(store)).toBe(false)
})

test('where the copy is gone, the database answers', async () => {
  const { store, shop, reading } = await nodeWith(standby.url, 60_000)
  await until('the copy is used', () => copyIsUsed(store))
  const email = await order(shop)
  await standby.kill()
  expect(await reading.orders.billsOf(email)).toBeDefined()
  expect(await reading.orders.count()).toBe(await shop.orders.count())
})
