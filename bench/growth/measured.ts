/** What orders and look-ups cost on a real PostgreSQL of this machine, with many shops at once. */
import type { Keep } from '../../packages/server/src/rules/keep.ts'
import { openStore } from '../../packages/server/src/store/open.ts'
import type { ShopStore, Store } from '../../packages/server/src/store/store.ts'
import { rowsOf, runSql, startPostgres } from '../../packages/server/test/postgres.ts'
import { addProduct, draftOf } from '../../packages/server/test/scenario.ts'
import { randomFrom, withFolder } from '../data.ts'
import type { Cost } from './model.ts'
import { familySeconds } from './processor-time.ts'
import { tester } from '../../packages/server/test/tester.ts'

/** So many that writes of one shop seldom share a commit. */
const shopCount = 200
const atOnce = 32
const ordersPerCustomer = 4
const lookUps = 30_000
/** Everything of a call but the store takes Billkeep so much of a core: 27,000 a second (`bench/README.md`). */
const edgeSeconds = 1 / 27_000

export interface TableSize {
  readonly table: string
  readonly rows: number
  readonly tableBytes: number
  readonly indexBytes: number
}

export interface Measured {
  readonly orders: number
  readonly sizes: readonly TableSize[]
  readonly walBytesPerOrder: number
  readonly cost: Cost
}

export async function measured(orders: number): Promise<Measured> {
  return withFolder('growth', async (dataDir) => {
    const postgres = await startPostgres({ shared_buffers: '256MB' })
    try {
      const store = await openStore({ dataDir, database: postgres.url, connections: 16, clock: Date.now })
      const shops = await openShops(store)
      const before = await walPosition(postgres.url)
      const writing = await costOf(postgres.pid, orders, (index) => order(shops[index % shopCount], index))
      const walBytesPerOrder = ((await walPosition(postgres.url)) - before) / orders
      await runSql(postgres.url, 'vacuum analyze')
      const random = randomFrom(1)
      const reading = await costOf(postgres.pid, lookUps, async () => {
        const buyer = Math.floor(random() * orders)
        if ((await shops[buyer % shopCount]?.orders.billsOf(buyerOf(buyer))) === undefined) throw new Error('No bills.')
      })
      const sizes = await sizesOf(postgres.url)
      const gone = await retained(postgres.url, shops)
      await store.close()
      return {
        orders,
        sizes,
        walBytesPerOrder,
        cost: {
          bytesPerOrder: bytesIn(sizes) / orders,
          bytesOfDeliveries: gone.deliveries / orders,
          bytesOfContents: gone.contents / orders,
          databasePerOrder: writing.database,
          databasePerLookUp: reading.database,
          nodePerOrder: writing.node + edgeSeconds,
          nodePerLookUp: reading.node + edgeSeconds,
        },
      }
    } finally {
      await postgres.stop()
    }
  })
}

/** What retention makes free, in bytes: first of deliveries, then of the contents of events. */
async function retained(
  url: string,
  shops: readonly ShopStore[],
): Promise<{ readonly deliveries: number; readonly contents: number }> {
  const bytesAfter = async (keep: Keep): Promise<number> => {
    for (const { retention } of shops) while (!(await retention.letGo(keep, untilStopped))) continue
    await runSql(url, 'vacuum full analyze')
    return bytesIn(await sizesOf(url))
  }
  const whole = await bytesAfter({ eventsMs: Infinity, deliveriesMs: Infinity })
  const withoutDeliveries = await bytesAfter({ eventsMs: Infinity, deliveriesMs: nothing })
  const withoutContents = await bytesAfter({ eventsMs: nothing, deliveriesMs: nothing })
  return { deliveries: whole - withoutDeliveries, contents: withoutDeliveries - withoutContents }
}

/** In milliseconds: what happened at this very moment goes, too. */
const nothing = -1
const untilStopped = new AbortController().signal

async function openShops(store: Store): Promise<readonly ShopStore[]> {
  const shops: ShopStore[] = []
  const url = 'https://shop.example/told.php'
  for (let number = 1; number <= shopCount; number += 1) {
    const shop = store.forShop((await store.shops.create(`shop${number}`, tester)).id, tester)
    await addProduct(shop, {
      name: 'course',
      notify: { created: url, paid: url, prepaid: '', cancelled: '', returned: '' },
    })
    shops.push(shop)
  }
  return shops
}

/** Buyers of the same shop follow one another by `shopCount`. */
function buyerOf(index: number): string {
  return `buyer${Math.floor(index / shopCount / ordersPerCustomer)}@mail.example.com`
}

/** What becomes of an order: it is taken, its shop is told, most are paid, and the shop is told again. */
async function order(shop: ShopStore | undefined, index: number): Promise<void> {
  if (shop === undefined) throw new Error('There are no shops.')
  const texts = { ...draftOf().texts, first_name: 'Anna', last_name: 'Ivanova', phone: '+79000000000', city: 'Moscow' }
  const placed = await shop.orders.place(
    draftOf({
      email: buyerOf(index),
      texts,
      utm: { ...draftOf().utm, medium: 'cpc', source: 'news', campaign: 'spring' },
      lines: [{ product: 'course', sumMinor: 100_000 + index }],
      created: Date.now(),
    }),
  )
  if (placed.outcome !== 'placed') throw new Error(`An order was not taken: ${placed.outcome}.`)
  if (index % 10 < 7) await shop.orders.change(placed.number, { to: 'paid', at: Date.now(), payway: 'card' })
  for (const { id } of await shop.deliveries.due(Date.now(), 8, new Set())) {
    await shop.deliveries.note(id, { at: Date.now(), status: 200, problem: '', answer: 'OK' }, 'delivered')
  }
}

/** Seconds of a core each time that `work` is done, of the database and of this process. */
async function costOf(
  postmaster: number,
  times: number,
  work: (index: number) => Promise<void>,
): Promise<{ readonly database: number; readonly node: number }> {
  const before = { database: familySeconds(postmaster), node: process.cpuUsage() }
  let next = 0
  const worker = async (): Promise<void> => {
    for (let index = (next += 1) - 1; index < times; index = (next += 1) - 1) await work(index)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const { user, system } = process.cpuUsage(before.node)
  return { database: (familySeconds(postmaster) - before.database) / times, node: (user + system) / 1e6 / times }
}

/** Bytes of the log of changes so far. */
async function walPosition(url: string): Promise<number> {
  const [row] = await rowsOf(url, "select pg_current_wal_lsn() - '0/0' as position")
  return Number(row?.['position'])
}

function bytesIn(sizes: readonly TableSize[]): number {
  return sizes.reduce((sum, { tableBytes, indexBytes }) => sum + tableBytes + indexBytes, 0)
}

async function sizesOf(url: string): Promise<readonly TableSize[]> {
  const rows = await rowsOf(
    url,
    `select relname as table, reltuples as rows, pg_table_size(oid) as table_bytes, pg_indexes_size(oid) as index_bytes
       from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       order by pg_total_relation_size(oid) desc`,
  )
  return rows.map((row) => ({
    table: String(row['table']),
    rows: Number(row['rows']),
    tableBytes: Number(row['table_bytes']),
    indexBytes: Number(row['index_bytes']),
  }))
}
