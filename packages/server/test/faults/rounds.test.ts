/**
 * Faults at random moments. BILLKEEP_FAULTS_ROUNDS says how many rounds; BILLKEEP_FAULTS_SEED, which stands in the output,
 * repeats a run as far as a race can be repeated. `npm run faults` runs twenty.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Random } from '../fuzz/random.ts'
import { type Cluster, makeCluster } from './cluster.ts'
import { failover } from './failover.ts'
import { filledDatabase } from './place.ts'
import type { PostgresServer } from './postgres-server.ts'
import { takeover } from './takeover.ts'

const rounds = Number(process.env['BILLKEEP_FAULTS_ROUNDS'] ?? 1)
const seed = Number(process.env['BILLKEEP_FAULTS_SEED'] ?? Date.now() % 2 ** 31)
const timeout = 240_000
const minute = 60_000

const numbers = Array.from({ length: rounds }, (_, index) => index + 1)
const which = `(seed ${seed}, round %i of ${rounds})`

let cluster: Cluster
beforeAll(async () => {
  cluster = await makeCluster()
}, timeout)
afterAll(() => {
  cluster.remove()
})

const ends = {
  killed: (primary: PostgresServer) => primary.kill(),
  stopped: (primary: PostgresServer) => primary.stop(),
  frozen: (primary: PostgresServer) => primary.freeze(),
}

test.each(numbers)(`no acknowledged order is lost with the primary ${which}`, { timeout }, async (round) => {
  const random = new Random(seed, round)
  const how = random.pick(['killed', 'killed', 'stopped', 'frozen'] as const)
  const { faults, ...figures } = await failover(cluster, {
    nodes: random.between(1, 2),
    callers: random.between(1, 4),
    orders: random.between(5, 60),
    laterMs: random.below(300),
    awayMs: random.below(1_500),
    end: ends[how],
  })
  console.log(`faults: seed ${seed}, round ${round}: primary ${how}: ${JSON.stringify(figures)}`)
  expect(faults).toEqual([])
})

test.each(numbers)(`all is told, and nothing by two at once, when a node dies ${which}`, { timeout }, async (round) => {
  const random = new Random(seed, -round)
  const clock = (sign: number) => ({
    byMs: sign * random.between(1, 10) * minute,
    afterMs: random.once(2) ? 0 : random.between(1, 8_000),
  })
  const sign = random.pick([1, -1])
  const clocks = [clock(sign), clock(-sign)] as const
  const { faults, ...figures } = await takeover(await filledDatabase(), {
    clocks,
    heard: random.between(20, 100),
    paceMs: () => random.below(600),
  })
  console.log(
    `faults: seed ${seed}, round ${round}: a node killed while it delivers: ${JSON.stringify({ clocks, ...figures })}`,
  )
  expect(faults).toEqual([])
  expect(figures.told).toBeGreaterThanOrEqual(figures.orders)
})
