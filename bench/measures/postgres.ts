/** GetBills and CreateOrder on PostgreSQL, beside SQLite and bare handlers. PostgreSQL has the servers' core, too. */
import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { databaseOn, runSql, startPostgres } from '../../packages/server/test/postgres.ts'
import type { Calls } from '../calls.ts'
import { checkShop } from '../checked-shop.ts'
import { customersOf, importInto, shopOf, withFolder, withShopOf } from '../data.ts'
import { fillShop } from '../filled-shop.ts'
import { moveToServerCore, runLoad, type Server, startBillkeep, startProgram } from '../processes.ts'
import { inTurn, type Pair } from '../statistics.ts'
import { count, row } from '../table.ts'
import { loss, meanAnswer } from './get-bills.ts'
import { connections, type Settings } from './measure.ts'

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
      const bare: Pair[] = []
      for (const shop of shops) {
        bare.push(await measureGetBills(shop, settings))
        await measureCreateOrder(shop, settings)
        const [small, last] = [bare[0], bare.at(-1)]
        if (small !== undefined && last !== undefined && last !== small) loss(small, last, shop.orders)
      }
    })
  } finally {
    await server.stop()
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

/** Gives that beside the bare handler. */
async function measureGetBills({ url, dataDir, orders }: Shop, settings: Settings): Promise<Pair> {
  const ours = await startBillkeep(dataDir, '--database', url)
  const second = await startBillkeep(dataDir, '--database', url)
  const few = await startBillkeep(dataDir, '--database', url, ...fewConnections)
  const sqlite = await startBillkeep(await shopOf(orders))
  const bare = await startProgram('reference.ts', await meanAnswer(ours, orders))
  const plain = await startProgram('plain-postgres.ts', url, 1)
  const calls = { name: 'GetBills', customers: customersOf(orders) } as const
  const against = comparisons(calls, settings, 'calls/s')
  const what = `GetBills on PostgreSQL, ${count(orders)} orders`
  const pair = await against(what, [ours], 'bare handler', bare)
  await against(what, [ours], 'node:http, one query a call', plain)
  await against(`${what}, 2 connections`, [few], 'bare handler', bare)
  await against(what, [ours], 'on SQLite', sqlite)
  await against(`${what}, two nodes`, [ours, second], 'one node', ours)
  for (const server of [ours, second, few, sqlite, bare, plain]) await server.stop()
  return pair
}

async function measureCreateOrder({ url, dataDir, orders }: Shop, settings: Settings): Promise<void> {
  await withShopOf(orders, async (sqliteDir) => {
    const ours = await startBillkeep(dataDir, '--database', url)
    const second = await startBillkeep(dataDir, '--database', url)
    const few = await startBillkeep(dataDir, '--database', url, ...fewConnections)
    const sqlite = await startBillkeep(sqliteDir)
    const against = comparisons({ name: 'CreateOrder' }, settings, 'orders/s')
    const what = `CreateOrder on PostgreSQL, ${count(orders)} orders before`
    await against(what, [ours], 'on SQLite', sqlite)
    await against(`${what}, 2 connections`, [few], '10 connections', ours)
    await against(`${what}, two nodes`, [ours, second], 'one node', ours)
    for (const server of [ours, second, few, sqlite]) await server.stop()
  })
}

/** Of nodes beside a reference, a row each. All nodes have a core together, so of two only the cost is to be seen. */
function comparisons(calls: Calls, { rounds, seconds }: Settings, unit: string) {
  let seed = 0
  const rateOf = (nodes: readonly Server[]) => async (): Promise<number> => {
    const loads = nodes.map(async ({ port }) => {
      seed += 1
      return runLoad({ port, seconds, connections: connections / nodes.length, calls, seed })
    })
    return (await Promise.all(loads)).reduce((sum, { callsPerSecond }) => sum + callsPerSecond, 0)
  }
  return async (what: string, nodes: readonly Server[], name: string, reference: Server): Promise<Pair> => {
    const pair = await inTurn(rounds, rateOf(nodes), rateOf([reference]))
    row(what, `${count(pair.ours)} ${unit}`, `${name}: ${count(pair.reference)} ${unit}`, pair.ratio)
    return pair
  }
}
