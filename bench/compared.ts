/** One side beside another under load: by calls a second, and by what a call takes of a core, which other work on the machine changes less. */
import { existsSync } from 'node:fs'
import type { Calls } from './calls.ts'
import { familySeconds } from './growth/processor-time.ts'
import { connections, secondsOf, type Settings } from './measures/measure.ts'
import { runLoad, type Server } from './processes.ts'
import { inTurn, type Pair } from './statistics.ts'
import { count, row } from './table.ts'

export interface Side {
  readonly name: string
  /** All get the same number of callers. */
  readonly nodes: readonly Server[]
  /** Of the PostgreSQL that works for them: its first process. */
  readonly database?: number
}

/** What was used of cores in all counted rounds, in seconds. */
interface Used {
  calls: number
  nodes: number
  database: number
}

const canTellTime = existsSync('/proc/self/stat')

/** Customers of an earlier load, or an earlier run on the same shop, have their orders already. */
let seed = Date.now() % 1_000_000_000

/** Prints two rows; gives the pair of the first. */
export async function compare(
  what: string,
  calls: Calls,
  [ours, reference]: readonly [Side, Side],
  { rounds, seconds }: Pick<Settings, 'rounds' | 'seconds'>,
): Promise<Pair> {
  const measured = (side: Side, used: Used) => async (round: number) => {
    const before = usedBy(side)
    const loads = side.nodes.map(async ({ port }) => {
      seed += 1
      return runLoad({
        port,
        seconds: secondsOf(round, { seconds }),
        connections: connections / side.nodes.length,
        calls,
        seed,
      })
    })
    const results = await Promise.all(loads)
    const after = usedBy(side)
    if (round > 0) {
      used.calls += results.reduce((sum, { latenciesMs }) => sum + latenciesMs.length, 0)
      used.nodes += after.nodes - before.nodes
      used.database += after.database - before.database
    }
    return results.reduce((sum, { callsPerSecond }) => sum + callsPerSecond, 0)
  }
  const [usedByUs, usedByReference] = [nothing(), nothing()]
  const pair = await inTurn(rounds, measured(ours, usedByUs), measured(reference, usedByReference))
  const unit = calls.name === 'CreateOrder' ? 'orders/s' : 'calls/s'
  row(what, `${count(pair.ours)} ${unit}`, `${reference.name}: ${count(pair.reference)} ${unit}`, pair.ratio)
  if (canTellTime) {
    const ratio = perCall(usedByReference) / perCall(usedByUs)
    row('… by time of a core', timeText(usedByUs), timeText(usedByReference), ratio)
  }
  return pair
}

function nothing(): Used {
  return { calls: 0, nodes: 0, database: 0 }
}

function usedBy({ nodes, database }: Side): { readonly nodes: number; readonly database: number } {
  if (!canTellTime) return { nodes: 0, database: 0 }
  return {
    nodes: nodes.reduce((sum, { pid }) => sum + familySeconds(pid), 0),
    database: database === undefined ? 0 : familySeconds(database),
  }
}

function perCall({ calls, nodes, database }: Used): number {
  return (nodes + database) / calls
}

function timeText(used: Used): string {
  const { calls, database } = used
  const ofDatabase = database === 0 ? '' : `, ${count((database / calls) * 1e6)} of them PostgreSQL`
  return `${count(perCall(used) * 1e6)} µs a call${ofDatabase}`
}
