/** A node dies while it delivers, and another, whose clock says something else, goes on with it. */
import { setTimeout as delay } from 'node:timers/promises'
import { openStore } from '../../src/store/open.ts'
import { throwAwayFolder } from '../databases.ts'
import { alice } from '../service.ts'
import { tester } from '../tester.ts'
import { acknowledged, ask, orderFields } from './caller.ts'
import { masterKey } from './cluster.ts'
import { type Listener, startListener } from './listener.ts'
import { type Node, startNodeAt, type WrongClock } from './node.ts'
import { until } from './until.ts'

export interface TakeoverPlan {
  /** Of the one that dies, and of the one that goes on. */
  readonly clocks: readonly [WrongClock, WrongClock]
  /** Of how many orders the receiver hears from when both are there until the first dies. */
  readonly heard: number
  /** How long an answer of the receiver takes. */
  readonly paceMs: () => number
}

export interface Takeover {
  readonly orders: number
  /** How often somebody was told; what was under way when the node died is told again. */
  readonly told: number
  readonly longestSilenceMs: number
  readonly faults: readonly string[]
}

/** `database` has the shop `alice` as `fill` makes it. */
export async function takeover(database: string, plan: TakeoverPlan): Promise<Takeover> {
  const listener = await startListener(plan.paceMs)
  await haveTold(database, listener.url)
  const [dying, lasting] = plan.clocks
  // Alone, it takes the job, and keeps it while there is something to tell.
  const first = await startNodeAt(dying, database, '--allow-private-targets')
  const nodes: Node[] = [first]
  const orders = new Map<number, string>()
  const ending = new AbortController()
  const ordering = Promise.all(
    Array.from({ length: callers }, (_, caller) => order(nodes, orders, caller, ending.signal)),
  )
  await until('the first is told', () => listener.told.size > 0)
  nodes.push(await startNodeAt(lasting, database, '--allow-private-targets'))
  const before = listener.told.size
  await until('some more are told', () => listener.told.size >= before + plan.heard, patienceMs)
  nodes.splice(0, 1)
  await first.program.kill()
  const taken = orders.size
  await until('orders are taken', () => orders.size >= taken + ordersAfter, patienceMs)
  ending.abort()
  await ordering
  await until('everything is told', async () => (await pendingIn(database)).length === 0, patienceMs)
  return {
    orders: orders.size,
    told: [...listener.told.values()].reduce((sum, times) => sum + times, 0),
    longestSilenceMs: Math.round(listener.longestSilenceMs()),
    faults: faultsOf(listener, orders),
  }
}

const callers = 4
/** Of each: together, somewhat more than the receiver hears in that time, so that there always is something to tell. */
const pauseMs = 100
const ordersAfter = 20
/** A lease, and everything that has gathered meanwhile, on the busiest machine. */
const patienceMs = 90_000

/** Takes orders through whichever nodes there are. */
async function order(
  nodes: readonly Node[],
  orders: Map<number, string>,
  caller: number,
  ending: AbortSignal,
): Promise<void> {
  for (let index = caller; !ending.aborted; index += callers) {
    const email = `customer${index}@example.com`
    for (let number: number | undefined; number === undefined;) {
      const port = nodes[index % nodes.length]?.port ?? 0
      // A node that is gone says nothing.
      const answer = await ask(port, 'CreateOrder', orderFields(email)).catch(() => undefined)
      number = answer && acknowledged(answer)
      if (number !== undefined) orders.set(number, email)
      await delay(pauseMs)
    }
  }
}

function faultsOf({ told, twiceAtOnce }: Listener, orders: ReadonlyMap<number, string>): readonly string[] {
  const forgotten = [...orders.keys()].filter((number) => !told.has(number))
  return [
    ...forgotten.map((number) => `nobody was told of ${number}`),
    ...twiceAtOnce.map((number) => `two told of ${number} at once`),
  ]
}

async function haveTold(database: string, created: string): Promise<void> {
  await withShop(database, async ({ store }) => {
    await store.shops.configure(alice.login, tester, {
      notify: { created, paid: '', prepaid: '', cancelled: '', returned: '' },
    })
  })
}

async function pendingIn(database: string): Promise<readonly unknown[]> {
  return withShop(database, ({ shop }) => shop.deliveries.list({ state: 'pending', limit: 1 }))
}

async function withShop<Result>(database: string, work: (opened: Opened) => Promise<Result>): Promise<Result> {
  const store = await openStore({ dataDir: throwAwayFolder(), database, masterKey, clock: Date.now })
  try {
    const { id } = await store.shops.get(alice.login)
    return await work({ store, shop: store.forShop(id, tester) })
  } finally {
    await store.close()
  }
}

interface Opened {
  readonly store: Awaited<ReturnType<typeof openStore>>
  readonly shop: ReturnType<Opened['store']['forShop']>
}
