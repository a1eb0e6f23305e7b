/** What may go wrong beneath, with real servers: PostgreSQL with its files on disk, and nodes as processes. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openStore } from '../src/store/open.ts'
import { throwAwayFolder } from './databases.ts'
import { acknowledged, ask, orderFields } from './faults/caller.ts'
import { type Cluster, makeCluster, masterKey } from './faults/cluster.ts'
import { smallDisk } from './faults/disk.ts'
import { failover, type Failover } from './faults/failover.ts'
import { beginNode, portOf, startNode } from './faults/node.ts'
import { type PostgresServer, type ServerOptions, startServer, urlOf } from './faults/postgres-server.ts'
import { faultsIn } from './faults/stored.ts'
import { until } from './faults/until.ts'
import { freePort } from './postgres.ts'
import { draftOf } from './scenario.ts'
import { alice } from './service.ts'
import { tester } from './tester.ts'

const timeout = 60_000
/** What no call may take, on the busiest machine. */
const longestCallMs = 8_000

let cluster: Cluster
beforeAll(async () => {
  cluster = await makeCluster()
}, timeout)
afterAll(() => {
  cluster.remove()
})

test('a primary that is killed under load costs no acknowledged order', { timeout }, async () => {
  const outcome = await failover(cluster, { ...plan, end: (primary) => primary.kill() })
  expectSound(outcome, 'killed')
})

test('nodes leave a primary that is told to take no more writes', { timeout }, async () => {
  const outcome = await failover(cluster, { ...plan, nodes: 1, end: refuseWrites })
  expectSound(outcome, 'read-only')
})

test('a database that takes no writes for a while is read from all the same', { timeout }, async () => {
  const server = await serverOf()
  const { port } = await startNode(server.url)
  const first = acknowledged(await ask(port, 'CreateOrder', orderFields('first@example.com'))) ?? 0
  await refuseWrites(server)
  await until('writes are refused', async () => {
    return (await ask(port, 'CreateOrder', orderFields('second@example.com'))).status === 500
  })
  expect(await ask(port, 'GetBills', { email: 'first@example.com' })).toMatchObject({ code: 0 })
  await server.sql('alter system reset default_transaction_read_only')
  await server.sql('select pg_reload_conf()')
  let second: number | undefined
  await until('writes are taken', async () => {
    second = acknowledged(await ask(port, 'CreateOrder', orderFields('second@example.com')))
    return second !== undefined
  })
  const orders = new Map([
    [first, 'first@example.com'],
    [second ?? 0, 'second@example.com'],
  ])
  expect(await faultsIn(server.url, orders)).toEqual([])
})

test('a full disk refuses orders whole, and takes them when there is room', { timeout }, async ({ skip }) => {
  const data = cluster.copy()
  const disk = smallDisk(data) ?? skip('This user may not mount a small disk.')
  const server = await serverOf({ data })
  await server.sql(`create tablespace small location '${disk.folder}'`)
  await server.sql('alter table events set tablespace small')
  const { port, program } = await startNode(server.url)
  const orders = new Map<number, string>()
  const codes: number[] = []
  const take = async (email: string): Promise<boolean> => {
    const answer = await ask(port, 'CreateOrder', orderFields(email))
    const number = acknowledged(answer)
    if (number !== undefined) orders.set(number, email)
    codes.push(answer.code)
    return number !== undefined
  }
  await take('customer1@example.com')
  disk.fill()
  let customers = 1
  // What is left of the pages there are takes some more.
  await until('orders are refused', async () => !(await take(`customer${(customers += 1)}@example.com`)))
  expect(codes.at(-1)).toBe(602)
  expect(program.err()).toContain('No space left on device')
  expect(await ask(port, 'GetBills', { email: 'customer1@example.com' })).toMatchObject({ code: 0 })
  disk.clear()
  expect(await take(`customer${customers}@example.com`)).toBe(true)
  expect(await faultsIn(server.url, orders)).toEqual([])
})

// Found here: the time-out for statements ended the waiting, and the order was acknowledged though one machine had it.
test('no time-out acknowledges what the synchronous standby does not have', { timeout }, async () => {
  const server = await serverOf({ settings: { synchronous_standby_names: 'nobody' } })
  const database = `${server.url}?statement_timeout=100`
  const store = await openStore({ dataDir: throwAwayFolder(), database, masterKey, clock: Date.now })
  onTestFinished(() => store.close())
  const { orders } = store.forShop((await store.shops.get(alice.login)).id, tester)
  let isAcknowledged = false
  const placed = orders.place(draftOf()).then((outcome) => {
    isAcknowledged = true
    return outcome
  })
  const waiting = `select 1 from pg_stat_activity
    where wait_event = 'SyncRep' and clock_timestamp() - query_start > interval '1 s'`
  await until('the commit has waited', async () => isAcknowledged || (await server.sql(waiting)).length > 0)
  expect(isAcknowledged).toBe(false)
  await server.sql(`alter system set synchronous_standby_names = ''`)
  await server.sql('select pg_reload_conf()')
  expect(await placed).toEqual({ outcome: 'placed', number: 1 })
})

test('a node that is started before its database waits for it', { timeout }, async () => {
  const port = await freePort()
  const program = beginNode(urlOf({ port }))
  await program.until(/ECONNREFUSED.* Waiting for it/)
  await serverOf({ port })
  const order = await ask(await portOf(program), 'CreateOrder', orderFields('first@example.com'))
  expect(order).toMatchObject({ code: 0 })
  const wrong = beginNode(urlOf({ port }).replace(/:[^:@]+@/, ':wrong@'))
  expect(await wrong.ended).toBe(1)
  expect(wrong.err()).toMatch(/password authentication failed/)
})

const plan = { nodes: 2, callers: 3, orders: 40, awayMs: 300 }

function expectSound({ faults, ...figures }: Failover, how: string): void {
  console.log(`faults: primary ${how}: ${JSON.stringify(figures)}`)
  expect(faults).toEqual([])
  expect(figures.longestCallMs).toBeLessThan(longestCallMs)
}

/** Gone when the test ends. */
async function serverOf({
  data = cluster.copy(),
  ...options
}: ServerOptions & { data?: string } = {}): Promise<PostgresServer> {
  const server = await startServer(data, options)
  onTestFinished(() => server.remove())
  return server
}

async function refuseWrites(server: PostgresServer): Promise<void> {
  await server.sql('alter system set default_transaction_read_only = on')
  await server.sql('select pg_reload_conf()')
}
