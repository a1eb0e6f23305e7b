/** More asked than can be answered, beside the same server when it refuses nothing. */
import { customersOf, withShopOf } from '../data.ts'
import type { Calls } from '../calls.ts'
import { runFlood, runLoad, type Server, startBillkeep, startProgram } from '../processes.ts'
import { inTurn, median, percentile } from '../statistics.ts'
import { count, row } from '../table.ts'
import { connections, type Settings } from './measure.ts'

const orders = 10_000
const loads = [1.5, 3]
/** Of an application server's: what it asks of us waits on so many. */
const mostConnections = 4_000
/** What is answered later is of no use to anybody: scripts have gone, pages were left. */
const usefulMs = 500
const seconds = 4

export async function overload({ rounds }: Settings): Promise<void> {
  await withShopOf(orders, async (ours) =>
    withShopOf(orders, async (theirs) => {
      const servers: Servers = [await startBillkeep(ours), await startProgram('unshed-server.ts', theirs)]
      await measured({ name: 'GetBills', customers: customersOf(orders) }, rounds, servers)
      await measured({ name: 'GetAllGoods' }, rounds, servers)
      await measured({ name: 'CreateOrder' }, rounds, servers)
      for (const server of servers) await server.stop()
    }),
  )
}

type Servers = readonly [ours: Server, theirs: Server]

async function measured(calls: Calls, rounds: number, [ours, theirs]: Servers): Promise<void> {
  const saturate = async ({ port }: Server, seed: number): Promise<number> =>
    // No caller of few is refused: then this would throw.
    (await runLoad({ port, seconds: 1, connections, calls, seed })).callsPerSecond
  const capacity = (
    await inTurn(
      rounds,
      (round) => saturate(ours, round),
      (round) => saturate(theirs, round),
    )
  ).ours
  for (const load of loads) {
    const results: (readonly [Result, Result])[] = []
    for (let round = 1; round <= rounds; round += 1) {
      const flood = { seconds, rate: capacity * load, mostConnections, calls, seed: round + load * 1_000 }
      results.push([await flooded(ours, flood), await flooded(theirs, flood)])
    }
    const [shed, plain] = [medians(results.map(([result]) => result)), medians(results.map(([, result]) => result))]
    const what = `${calls.name}, ${load} times the ${count(capacity)} calls/s that are possible`
    const told = ({ useful }: Result): string => `${count(useful)} calls/s within ${usefulMs} ms`
    row(what, told(shed), `refusing nothing: ${told(plain)}`, shed.useful / plain.useful)
    row('p50 / p99 of what is answered', latency(shed), latency(plain), shed.p99 / plain.p99)
    row('refused, p99', `${(shed.refused * 100).toFixed(0)} %, ${shed.refusedP99.toFixed(0)} ms`)
  }
}

interface Result {
  /** Answers a second that came in time. */
  readonly useful: number
  /** Of all that was asked. */
  readonly refused: number
  readonly p50: number
  readonly p99: number
  readonly refusedP99: number
}

async function flooded({ port }: Server, flood: Omit<Parameters<typeof runFlood>[0], 'port'>): Promise<Result> {
  const { wanted, answeredMs, refusedMs } = await runFlood({ ...flood, port })
  return {
    useful: answeredMs.filter((ms) => ms < usefulMs).length / seconds,
    refused: refusedMs.length / wanted,
    p50: percentile(answeredMs, 0.5),
    p99: percentile(answeredMs, 0.99),
    refusedP99: refusedMs.length === 0 ? 0 : percentile(refusedMs, 0.99),
  }
}

function medians(results: readonly Result[]): Result {
  const of = (part: keyof Result): number => median(results.map((result) => result[part]))
  return { useful: of('useful'), refused: of('refused'), p50: of('p50'), p99: of('p99'), refusedP99: of('refusedP99') }
}

function latency({ p50, p99 }: Result): string {
  return `${p50.toFixed(0)} / ${p99.toFixed(0)} ms`
}
