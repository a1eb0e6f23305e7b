/** GetBills and CreateOrder on PostgreSQL, beside SQLite and bare handlers. PostgreSQL has the servers' core, too. */
import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { databaseOn, runSql, startPostgres } from '../../packages/server/test/postgres.ts'
import { checkShop } from '../checked-shop.ts'
import { compare, type Side } from '../compared.ts'
import { customersOf, importInto, shopOf, withFolder, withShopOf } from '../data.ts'
import { fillShop } from '../filled-shop.ts'
import { moveToServerCore, startBillkeep, startProgram } from '../processes.ts'
import type { Pair } from '../statistics.ts'
import { count, row } from '../table.ts'
import { loss, meanAnswer } from './get-bills.ts'
import type { Settings } from './measure.ts'

const smallShop = 10_000
const imported = 100_000
/** Fewer than callers, so that calls wait for a connection. */
const fewConnections = ['--database-connections', '2']
/** An order takes 2.6 kB, and SQLite's shops and a copy of one another 0.8. */
const bytesPerOrder = 3_600

interface Shop {
  readonly url: string
  readonly dataDir: string
  readonly orders: number
}

export async function postgres(settings: Settings): Promise<void> {
  const sizes = [smallShop, 100_000, ...(settings.full ? [settings.orders, 10_000_000] : [])]
  refuseIfTooLarge(sizes.reduce((sum, orders) => sum + orders, 0) * bytesPerOrder)
  // What the shops are filled with need not go to the log of changes, which would be as large again.
  const server = await startPostgres({ shared_buffers: '256MB', wal_level: 'minimal', max_wal_senders: '0' })
  try {
    await withFolder('postgres', async (folder) => {
      await measureImport(`${folder}/imported`, server.url)
      const shops: Shop[] = []
      for (const orders of sizes) shops.push(await filled(`${folder}/${orders}`, server.url, orders))
      moveToServerCore(server.pid)
      await runSql(server.url, 'checkpoint')
      await measureAll(shops, server.pid, settings)
    })
  } finally {
    await server.stop()
  }
}

async function measureAll(shops: readonly Shop[], database: number, settings: Settings): Promise<void> {
  let small: Pair | undefined
  for (const shop of shops) {
    const pair = await measureGetBills(shop, database, settings)
    if (small !== undefined) loss(small, pair, shop.orders)
    small ??= pair
    await measureCreateOrder(shop, database, settings)
  }
}

function refuseIfTooLarge(bytes: number): void {
  const { bavail, bsize } = statfsSync(tmpdir())
  if (bavail * bsize > bytes) return
  throw new Error(`${tmpdir()} has no room for ${count(bytes / 1e9)} GB. TMPDIR names another folder.`)
}

async function measureImport(dataDir: string, server: string): Promise<void> {
  await runSql(server, 'create database imported')
  const seconds = await importInto(dataDir, imported, databaseOn(server, 'imported'))
  row(`import of ${count(imported)} orders into PostgreSQL`, `${count(imported / seconds)} orders/s`)
  await runSql(server, 'drop database imported')
}

async function filled(dataDir: string, server: string, orders: number): Promise<Shop> {
  const url = databaseOn(server, `orders_${orders}`)
  await runSql(server, `create database orders_${orders}`)
  const seconds = await fillShop(dataDir, url, orders)
  await checkShop(dataDir, url, orders)
  await shopOf(orders)
  row(`PostgreSQL filled with ${count(orders)} orders, and checked`, `${count(seconds)} s`)
  return { url, dataDir, orders }
}

/** Gives that beside the bare handler. Two nodes have a core together, so that only their cost is to be seen. */
async function measureGetBills({ url, dataDir, orders }: Shop, database: number, settings: Settings): Promise<Pair> {
  const one = await startBillkeep(dataDir, '--database', url)
  const second = await startBillkeep(dataDir, '--database', url)
  const few = await startBillkeep(dataDir, '--database', url, ...fewConnections)
  const sqlite = await startBillkeep(await shopOf(orders))
  const bare = await startProgram('reference.ts', await meanAnswer(one, orders))
  const plain = await startProgram('plain-postgres.ts', url, 1)
  const calls = { name: 'GetBills', customers: customersOf(orders) } as const
  const what = `GetBills on PostgreSQL, ${count(orders)} orders`
  const ours: Side = { name: 'one node', nodes: [one], database }
  const handler: Side = { name: 'bare handler', nodes: [bare] }
  const pair = await compare(what, calls, [ours, handler], settings)
  await compare(what, calls, [ours, { name: 'node:http, one query a call', nodes: [plain], database }], settings)
  await compare(`${what}, 2 connections`, calls, [{ ...ours, nodes: [few] }, handler], settings)
  await compare(what, calls, [ours, { name: 'on SQLite', nodes: [sqlite] }], settings)
  await compare(`${what}, two nodes`, calls, [{ ...ours, nodes: [one, second] }, ours], settings)
  for (const server of [one, second, few, sqlite, bare, plain]) await server.stop()
  return pair
}

async function measureCreateOrder({ url, dataDir, orders }: Shop, database: number, settings: Settings): Promise<void> {
  await withShopOf(orders, async (sqliteDir) => {
    const one = await startBillkeep(dataDir, '--database', url)
    const second = await startBillkeep(dataDir, '--database', url)
    const few = await startBillkeep(dataDir, '--database', url, ...fewConnections)
    const sqlite = await startBillkeep(sqliteDir)
    const calls = { name: 'CreateOrder' } as const
    const what = `CreateOrder on PostgreSQL, ${count(orders)} orders before`
    const ours: Side = { name: 'one node, 10 connections', nodes: [one], database }
    await compare(what, calls, [ours, { name: 'on SQLite', nodes: [sqlite] }], settings)
    await compare(`${what}, 2 connections`, calls, [{ ...ours, nodes: [few] }, ours], settings)
    await compare(`${what}, two nodes`, calls, [{ ...ours, nodes: [one, second] }, ours], settings)
    for (const server of [one, second, few, sqlite]) await server.stop()
  })
}
