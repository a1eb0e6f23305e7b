/** How long GetBills waits while others write, beside how long it waits when nobody does. */
import { customersOf, withShopOf } from '../data.ts'
import { runLoad, startBillkeep } from '../processes.ts'
import { percentile } from '../statistics.ts'
import { quantiles, row } from '../table.ts'
import { connections, type Settings } from './measure.ts'

const shopOrders = 10_000
const readsPerSecond = 2_000
const writesPerSecond = 300

export async function besideWrites({ rounds, seconds }: Settings): Promise<void> {
  await withShopOf(shopOrders, async (dataDir) => {
    const server = await startBillkeep(dataDir)
    const { port } = server
    const calls = { name: 'GetBills', customers: customersOf(shopOrders) } as const
    const reads = { port, seconds, connections, calls, rate: readsPerSecond }
    const writes = { port, connections, calls: { name: 'CreateOrder' }, rate: writesPerSecond } as const
    const alone: number[] = []
    const beside: number[] = []
    for (let round = 1; round <= rounds; round += 1) {
      alone.push(...(await runLoad({ ...reads, seed: round })).latenciesMs)
      // Longer than what it meets.
      const writing = runLoad({ ...writes, seconds: seconds + 1, seed: round })
      beside.push(...(await runLoad({ ...reads, seed: round })).latenciesMs)
      await writing
    }
    await server.stop()
    row(
      `GetBills, ${readsPerSecond} a second while ${writesPerSecond} orders a second are made, p50 / p99`,
      quantiles(beside),
      `nobody writes: ${quantiles(alone)}`,
      percentile(beside, 0.99) / percentile(alone, 0.99),
    )
  })
}
