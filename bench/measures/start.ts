/** The time until a server listens. */
import { shopOf } from '../data.ts'
import { startBillkeep, startProgram } from '../processes.ts'
import { inTurn } from '../statistics.ts'
import { count, row } from '../table.ts'
import type { Settings } from './measure.ts'

export async function start({ orders, rounds }: Settings): Promise<void> {
  const dataDir = await shopOf(orders)
  const pair = await inTurn(
    rounds,
    async () => {
      const server = await startBillkeep(dataDir)
      await server.stop()
      return server.startMs
    },
    async () => {
      const server = await startProgram('reference.ts', 500)
      await server.stop()
      return server.startMs
    },
  )
  row('start, until it listens', `${count(pair.ours)} ms`, `bare handler: ${count(pair.reference)} ms`, pair.ratio)
}
