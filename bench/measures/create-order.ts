/** Durable orders: writes that share a commit beside one commit each, by the same program. */
import { withShopOf } from '../data.ts'
import { runLoad, type Server, startProgram } from '../processes.ts'
import { inTurn } from '../statistics.ts'
import { count, row } from '../table.ts'
import { connections, secondsOf, type Settings } from './measure.ts'

const shopOrders = 10_000
/** As `serve` has it. */
const grouped = 64

export async function createOrder({ rounds, seconds }: Settings): Promise<void> {
  await withShopOf(shopOrders, async (sharedDir) =>
    withShopOf(shopOrders, async (singleDir) => {
      const shared = await startProgram('order-server.ts', sharedDir, grouped)
      const single = await startProgram('order-server.ts', singleDir, 1)
      const pair = await inTurn(
        rounds,
        async (round) => ordersPerSecond(shared, round, secondsOf(round, { seconds })),
        async (round) => ordersPerSecond(single, round, secondsOf(round, { seconds })),
      )
      await shared.stop()
      await single.stop()
      row(
        `CreateOrder, ${connections} callers`,
        `${count(pair.ours)} orders/s`,
        `one commit an order: ${count(pair.reference)} orders/s`,
        pair.ratio,
      )
    }),
  )
}

async function ordersPerSecond({ port }: Server, seed: number, seconds: number): Promise<number> {
  return (await runLoad({ port, seconds, connections, calls: { name: 'CreateOrder' }, seed })).callsPerSecond
}
