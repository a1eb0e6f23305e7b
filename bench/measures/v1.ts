/** API v1 beside the same of the order API, and beside the bare handler: one order, and a list of fifty. */
import { openStore } from '../../packages/server/src/store/open.ts'
import { tester } from '../../packages/server/test/tester.ts'
import type { OrderCalls } from '../calls.ts'
import { login, shopOf } from '../data.ts'
import { runLoad, type Server, startBillkeep, startProgram } from '../processes.ts'
import { inTurn } from '../statistics.ts'
import { count, quantiles, row } from '../table.ts'
import { connections, secondsOf, type Settings } from './measure.ts'

const pairs = [
  ['getOrder', 'getOrderDetails'],
  ['listOrders', 'GetOrders'],
] as const

export async function v1({ orders, rounds, seconds }: Settings): Promise<void> {
  const dataDir = await shopOf(orders)
  const token = await tokenIn(dataDir)
  const server = await startBillkeep(dataDir)
  const load = (name: OrderCalls['name']) => ({ calls: { name, orders, token }, connections, seconds })
  for (const [ours, theirs] of pairs) {
    const rate = async (name: OrderCalls['name'], { port }: Server, seed: number): Promise<number> =>
      (await runLoad({ ...load(name), port, seed, seconds: secondsOf(seed, { seconds }) })).callsPerSecond
    const old = await inTurn(
      rounds,
      (round) => rate(ours, server, round),
      (round) => rate(theirs, server, round),
    )
    const { bodyBytes } = await runLoad({ ...load(ours), port: server.port, seed: 1, seconds: 0.01 })
    const reference = await startProgram('reference.ts', bodyBytes)
    const bare = await inTurn(
      rounds,
      (round) => rate(ours, server, round),
      (round) => rate(ours, reference, round),
    )
    await reference.stop()
    const what = `${ours} of API v1, ${count(orders)} orders, ${count(bodyBytes)} bytes`
    row(what, `${count(old.ours)} calls/s`, `${theirs}: ${count(old.reference)} calls/s`, old.ratio)
    row(what, `${count(bare.ours)} calls/s`, `bare handler: ${count(bare.reference)} calls/s`, bare.ratio)
    const half = { port: server.port, seconds: seconds * 3, seed: 99, rate: Math.min(old.ours, old.reference) / 2 }
    const { latenciesMs } = await runLoad({ ...load(ours), ...half })
    const { latenciesMs: theirMs } = await runLoad({ ...load(theirs), ...half })
    row('p50 / p99 at half the load that both bear', quantiles(latenciesMs), quantiles(theirMs))
  }
  const one = { ...load('search'), port: server.port, seed: 1, connections: 1, seconds: seconds * 3 }
  row('a page that looks for a word which no order has, p50 / p99', quantiles((await runLoad(one)).latenciesMs))
  await server.stop()
}

/** A new one in that shop, which may read orders. */
async function tokenIn(dataDir: string): Promise<string> {
  const store = await openStore({ dataDir, clock: Date.now })
  try {
    const { id } = await store.shops.get(login)
    const draft = { name: 'bench', scopes: ['orders:read'], allowedAddresses: [], expires: null } as const
    return (await store.forShop(id, tester).tokens.create(draft)).text
  } finally {
    await store.close()
  }
}
