/** GetBills beside a bare handler, by the size of the shop. */
import { sqliteFile } from '../../packages/server/src/store/dialect/sqlite/database.ts'
import { customersOf, shopOf } from '../data.ts'
import { dropFromCache, memoryOf, runLoad, type Server, startBillkeep, startProgram } from '../processes.ts'
import { inTurn, type Pair, percentile } from '../statistics.ts'
import { count, quantiles, row } from '../table.ts'
import { connections, secondsOf, type Settings } from './measure.ts'

const smallShop = 10_000
const hugeShop = 10_000_000

export async function getBills(settings: Settings): Promise<void> {
  const small = await measured(smallShop, settings)
  loss(small, await measured(settings.orders, settings), settings.orders)
  if (!settings.full) return
  loss(small, await measured(hugeShop, settings), hugeShop)
  await coldFile(hugeShop)
}

async function measured(orders: number, { rounds, seconds }: Settings): Promise<Pair> {
  const calls = { name: 'GetBills', customers: customersOf(orders) } as const
  const ours = await startBillkeep(await shopOf(orders))
  const reference = await startProgram('reference.ts', await meanAnswer(ours, orders))
  const saturate = async ({ port }: Server, seed: number): Promise<number> =>
    (await runLoad({ port, seconds: secondsOf(seed, { seconds }), connections, calls, seed })).callsPerSecond
  const pair = await inTurn(
    rounds,
    (round) => saturate(ours, round),
    (round) => saturate(reference, round),
  )
  const half = { connections, seconds: seconds * 3, calls, seed: 99, rate: pair.ours / 2 }
  const ourLatencies = (await runLoad({ ...half, port: ours.port })).latenciesMs
  const referenceLatencies = (await runLoad({ ...half, port: reference.port })).latenciesMs
  const memory = memoryOf(ours.pid)
  await ours.stop()
  await reference.stop()
  row(
    `GetBills, ${count(orders)} orders`,
    `${count(pair.ours)} calls/s`,
    `bare handler: ${count(pair.reference)} calls/s`,
    pair.ratio,
  )
  row('p50 / p99 at half that load', quantiles(ourLatencies), quantiles(referenceLatencies))
  row(
    'memory after that, without mapped files',
    `${count(memory.anonymousMb)} MB (${count(memory.residentMb)} MB resident)`,
  )
  return pair
}

/** Of so many random customers, in bytes. */
export async function meanAnswer({ port }: Server, orders: number): Promise<number> {
  const calls = { name: 'GetBills', customers: customersOf(orders) } as const
  const sizes: number[] = []
  for (let seed = 0; seed < 20; seed += 1) {
    sizes.push((await runLoad({ port, seconds: 0.01, connections: 1, calls, seed: seed + 1_000 })).bodyBytes)
  }
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length)
}

export function loss(small: Pair, large: Pair, orders: number): void {
  const share = (1 - large.ratio / small.ratio) * 100
  row(`loss from ${count(smallShop)} to ${count(orders)} orders, by the ratios`, `${share.toFixed(1)} %`)
}

const coldSeconds = 2

/** A file of which the system keeps nothing in memory. */
async function coldFile(orders: number): Promise<void> {
  const dataDir = await shopOf(orders)
  const what = `GetBills, ${count(orders)} orders, cold file`
  if (!dropFromCache(sqliteFile(dataDir))) return row(what, 'not possible on this machine')
  const server = await startBillkeep(dataDir)
  const load = { port: server.port, connections, calls: { name: 'GetBills', customers: customersOf(orders) } as const }
  const { callsPerSecond, latenciesMs } = await runLoad({ ...load, seed: 7, seconds: coldSeconds })
  await server.stop()
  row(
    what,
    `${count(callsPerSecond)} calls/s in the first ${coldSeconds} s, p99 ${percentile(latenciesMs, 0.99).toFixed(1)} ms`,
  )
}
