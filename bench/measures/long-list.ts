/** A month of 100,000 orders, asked for in one call, and how long GetBills of others waits meanwhile. */
import { signed } from '../calls.ts'
import { customersOf, login, shopOf } from '../data.ts'
import { memoryOf, runLoad, runOnLoadCore, startWatched } from '../processes.ts'
import { percentile } from '../statistics.ts'
import { count, row } from '../table.ts'
import type { Settings } from './measure.ts'

const orders = 100_000
const readsPerSecond = 200
/** The shop's orders lie between these (`data.ts`), within a month. */
const month = 'begin_date=01.09.2020&end_date=30.09.2020'

export async function longList({ rounds }: Settings): Promise<void> {
  const server = await startWatched(await shopOf(orders))
  const calls = { name: 'GetBills', customers: customersOf(orders) } as const
  const load = { port: server.port, connections: 4, calls, rate: readsPerSecond }
  const { latenciesMs: alone } = await runLoad({ ...load, seconds: 3, seed: 0 })
  const idleMs = await server.longestStopMs()
  const beside: number[] = []
  let [seconds, bytes] = [0, 0]
  for (let round = 1; round <= rounds; round += 1) {
    const list = listed(server.port)
    beside.push(...(await runLoad({ ...load, seconds: 2, seed: round })).latenciesMs)
    ;({ seconds, bytes } = await list)
  }
  const stopMs = await server.longestStopMs()
  const memory = memoryOf(server.pid)
  await server.stop()
  row(`getOrdersWithGoods, ${count(orders)} orders`, `${seconds.toFixed(1)} s, ${count(bytes / 1e6)} MB`)
  row('memory after that, without mapped files', `${count(memory.anonymousMb)} MB`)
  row('longest stop of the server meanwhile', `${stopMs.toFixed(1)} ms`, `no list: ${idleMs.toFixed(1)} ms`)
  row(
    'slowest GetBills meanwhile (p99)',
    `${Math.max(...beside).toFixed(1)} ms (${percentile(beside, 0.99).toFixed(1)} ms)`,
    `no list: ${Math.max(...alone).toFixed(1)} ms (${percentile(alone, 0.99).toFixed(1)} ms)`,
    Math.max(...beside) / Math.max(...alone),
  )
}

/** The list goes to the load's core too, where it keeps the load waiting: the stops are the server's own. */
async function listed(port: number): Promise<{ seconds: number; bytes: number }> {
  const url = `http://${login}.localhost:${port}/api/getOrdersWithGoods`
  const output = ['--output', '/dev/null', '--write-out', '%{http_code} %{time_total} %{size_download}']
  const printed = await runOnLoadCore('curl', ['--silent', ...output, '--data', signed(month), url])
  const [status, seconds = NaN, bytes = NaN] = printed.split(' ').map(Number)
  if (status !== 200 || bytes < orders * 100) throw new Error(`The list was not answered: ${printed}`)
  return { seconds, bytes }
}
