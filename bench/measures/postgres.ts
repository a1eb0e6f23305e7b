/** GetBills and CreateOrder on PostgreSQL, beside SQLite and bare handlers. PostgreSQL has the servers' core, too. */
import { databaseOn, runSql, startPostgres } from '../../packages/server/test/postgres.ts'
import type { Calls } from '../calls.ts'
import { customersOf, importInto, shopOf, withFolder, withShopOf } from '../data.ts'
import { moveToServerCore, runLoad, type Server, startBillkeep, startProgram } from '../processes.ts'
import { inTurn } from '../statistics.ts'
import { count, row } from '../table.ts'
import { connections, type Settings } from './measure.ts'

const smallShop = 10_000
/** Fewer than callers, so that calls wait for a connection. */
const fewConnections = ['--database-connections', '2']

export async function postgres(settings: Settings): Promise<void> {
  const server = await startPostgres({ shared_buffers: '256MB' })
  moveToServerCore(server.pid)
  try {
    const sizes = [smallShop, ...(settings.full ? [settings.orders, 10_000_000] : [100_000])]
    for (const orders of sizes) {
      const url = databaseOn(server.url, `orders_${orders}`)
      await runSql(server.url, `create database orders_${orders}`)
      await withFolder(`postgres-${orders}`, async (dataDir) => {
        const seconds = await importInto(dataDir, orders, url)
        row(`import of ${count(orders)} orders into PostgreSQL`, `${count(orders / seconds)} orders/s`)
        await runSql(url, 'vacuum analyze')
        await measureGetBills({ url, dataDir, orders }, settings)
        if (orders === smallShop) await measureCreateOrder({ url, dataDir, orders }, settings)
      })
    }
  } finally {
    await server.stop()
  }
}

interface Shop {
  readonly url: string
  readonly dataDir: string
  readonly orders: number
}

async function measureGetBills(shop: Shop, { rounds, seconds }: Settings): Promise<void> {
  const { url, dataDir, orders } = shop
  const calls = { name: 'GetBills', customers: customersOf(orders) } as const
  const ours = await startBillkeep(dataDir, '--database', url)
  const few = await startBillkeep(dataDir, '--database', url, ...fewConnections)
  const sqlite = await startBillkeep(await shopOf(orders))
  const bare = await startProgram('reference.ts', 400)
  const plain = await startProgram('plain-postgres.ts', url, 1)
  const against = async (what: string, name: string, one: Server, other: Server): Promise<void> => {
    const pair = await inTurn(rounds, rateOf(one, calls, seconds), rateOf(other, calls, seconds))
    row(what, `${count(pair.ours)} calls/s`, `${name}: ${count(pair.reference)} calls/s`, pair.ratio)
  }
  const what = `GetBills on PostgreSQL, ${count(orders)} orders`
  await against(what, 'bare handler', ours, bare)
  await against(what, 'node:http, one query a call', ours, plain)
  await against(`${what}, 2 connections`, 'bare handler', few, bare)
  await against(what, 'on SQLite', ours, sqlite)
  if (orders === smallShop) await twoNodes(ours, few, calls, { rounds, seconds })
  for (const server of [ours, few, sqlite, bare, plain]) await server.stop()
}

/** Both nodes at once, half of the callers each. On a machine of two cores they share one, so no gain is to be seen. */
async function twoNodes(
  one: Server,
  two: Server,
  calls: Calls,
  { rounds, seconds }: Pick<Settings, 'rounds' | 'seconds'>,
): Promise<void> {
  const half = { seconds, connections: connections / 2, calls }
  const both = async (seed: number): Promise<number> => {
    const loads = [one, two].map(async ({ port }) => runLoad({ ...half, port, seed }))
    return (await Promise.all(loads)).reduce((sum, { callsPerSecond }) => sum + callsPerSecond, 0)
  }
  const pair = await inTurn(rounds, both, rateOf(one, calls, seconds))
  row('two nodes', `${count(pair.ours)} calls/s`, `one node: ${count(pair.reference)} calls/s`, pair.ratio)
}

async function measureCreateOrder({ url, dataDir, orders }: Shop, { rounds, seconds }: Settings): Promise<void> {
  await withShopOf(orders, async (sqliteDir) => {
    const ours = await startBillkeep(dataDir, '--database', url)
    const sqlite = await startBillkeep(sqliteDir)
    const calls = { name: 'CreateOrder' } as const
    const pair = await inTurn(rounds, rateOf(ours, calls, seconds), rateOf(sqlite, calls, seconds))
    await ours.stop()
    await sqlite.stop()
    const reference = `on SQLite: ${count(pair.reference)} orders/s`
    row(`CreateOrder on PostgreSQL, ${connections} callers`, `${count(pair.ours)} orders/s`, reference, pair.ratio)
  })
}

function rateOf({ port }: Server, calls: Calls, seconds: number): (seed: number) => Promise<number> {
  return async (seed) => (await runLoad({ port, seconds, connections, calls, seed })).callsPerSecond
}
