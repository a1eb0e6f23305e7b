/** What may go wrong beneath, with real servers: PostgreSQL with its files on disk, and nodes as processes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cluster, makeCluster } from './faults/cluster.ts'
import { failover } from './faults/failover.ts'

let cluster: Cluster
beforeAll(async () => {
  cluster = await makeCluster()
})
afterAll(() => {
  cluster.remove()
})

test(
  'a primary that is killed under load, with a synchronous standby, costs no acknowledged order',
  { timeout: 60_000 },
  async () => {
    const { faults, ...figures } = await failover(cluster, {
      nodes: 2,
      callers: 3,
      orders: 60,
      end: (primary) => primary.kill(),
      awayMs: 500,
    })
    console.log(`faults: primary killed: ${JSON.stringify(figures)}`)
    expect(faults).toEqual([])
    expect(figures.longestCallMs).toBeLessThan(5_000)
    expect(figures.sincePromotedMs).toBeLessThan(5_000)
  },
)
