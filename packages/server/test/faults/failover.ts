/** The primary dies under load, its synchronous standby takes over: what that does to callers. */
import { setTimeout as delay } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import type { Cluster } from './cluster.ts'
import { type Load, startLoad } from './load.ts'
import { startNode } from './node.ts'
import { type PostgresServer, startServer, urlOf } from './postgres-server.ts'
import { faultsIn } from './stored.ts'
import { until } from './until.ts'

export interface Pair {
  readonly primary: PostgresServer
  readonly standby: PostgresServer
}

/** What the primary says is written, the standby has. Both gone when the test ends. */
async function startPair(cluster: Cluster): Promise<Pair> {
  const settings = { synchronous_standby_names: 'standby' }
  const primary = await startServer(cluster.copy(), { settings })
  onTestFinished(() => primary.remove())
  const standby = await startServer(cluster.copy(), { standbyOf: primary })
  onTestFinished(() => standby.remove())
  return { primary, standby }
}

export interface Failover {
  /** How many orders were taken on each side of it. */
  readonly before: number
  readonly after: number
  /** From the end of the primary until every node takes orders again, and finds them again; in milliseconds. */
  readonly untilTakenMs: number
  readonly untilFoundMs: number
  /** The same from the moment at which the standby took writes. */
  readonly sincePromotedMs: number
  readonly longestCallMs: number
  readonly refused: number
  readonly faults: readonly string[]
}

export interface FailoverPlan {
  readonly nodes: number
  readonly callers: number
  /** How many orders are taken before. */
  readonly orders: number
  /** So long after that many the primary goes, in the middle of something else; left out: at once. */
  readonly laterMs?: number
  /** How the primary goes. */
  readonly end: (primary: PostgresServer) => Promise<void>
  /** How long nobody does anything about it. */
  readonly awayMs: number
}

export async function failover(cluster: Cluster, plan: FailoverPlan): Promise<Failover> {
  const { primary, standby } = await startPair(cluster)
  const url = urlOf(primary, standby)
  const nodes = await Promise.all(Array.from({ length: plan.nodes }, () => startNode(url)))
  const ports = nodes.map(({ port }) => port)
  const load = startLoad(ports, plan.callers)
  await until('orders before', () => load.orders.size >= plan.orders)

  await delay(plan.laterMs ?? 0)
  const before = load.orders.size
  const endedAt = performance.now()
  await plan.end(primary)
  await until('the time without a database', () => performance.now() - endedAt > plan.awayMs)
  await standby.promote()
  const promotedAt = performance.now()
  const [takenAt, foundAt] = await Promise.all([
    since(promotedAt, ports, load.lastTaken, 'orders'),
    since(promotedAt, ports, load.lastFound, 'bills'),
  ])
  await until('orders after', () => load.orders.size >= before + plan.orders)
  await load.end()
  return {
    before,
    after: load.orders.size - before,
    untilTakenMs: takenAt - endedAt,
    untilFoundMs: foundAt - endedAt,
    sincePromotedMs: Math.max(takenAt, foundAt) - promotedAt,
    longestCallMs: load.longestMs(),
    refused: load.refused.length,
    faults: [...load.wrong, ...(await faultsIn(standby.url, load.orders))],
  }
}

/** The moment at which the last of the nodes has done it again. */
async function since(moment: number, ports: readonly number[], last: Load['lastTaken'], what: string): Promise<number> {
  const again = new Set<number>()
  await until(`${what} after`, () => {
    for (const port of ports) if ((last.get(port) ?? 0) > moment) again.add(port)
    return again.size === ports.length
  })
  return performance.now()
}
