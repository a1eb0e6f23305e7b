/** The store on PostgreSQL, for any number of processes on any number of machines. */
import { type Kysely, sql } from 'kysely'
import type { Order } from '../../../rules/order.ts'
import type { Database, SchemaWords } from '../../database.ts'
import { StoreError, StoreUnavailable } from '../../errors.ts'
import { migrate, type VersionKeeper } from '../../migrate.ts'
import { storedOrdersOf } from '../../orders/stored.ts'
import type { Tables } from '../../schema.ts'
import { BillReader } from './bill-reader.ts'
import { postgresBulkOrders } from './bulk-orders.ts'
import { stateOf } from './connections.ts'
import { ClaimedWriter } from './claimed-writer.ts'
import { noLimit, type PostgresOptions, PostgresPool } from './pool.ts'
import { kyselyOn, kyselyOver, queriesOver } from './statements.ts'

const words: SchemaWords = {
  integer: 'bigint',
  clustered: '',
  now: '(extract(epoch from now()) * 1000)::bigint',
}

export const version: VersionKeeper = {
  async read(db) {
    const { rows } = await sql<{ version: number }>`select version from schema_version`.execute(db)
    return rows[0]?.version ?? 0
  },
  async write(db, number) {
    await sql`update schema_version set version = ${number}`.execute(db)
  },
}

/** Throws StoreError when the database cannot be used, and says why and what to do. */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const pool = new PostgresPool(options)
  const kysely = kyselyOver(pool)
  const writer = new ClaimedWriter(pool, kysely, { onCommit: options.onCommit })
  let foundVersion
  try {
    await makeVersionTable(kysely)
    foundVersion = await migrate({ kysely, write: writer.write }, words, version)
  } catch (error) {
    await pool.close()
    throw explained(error)
  }
  const bills = new BillReader(pool)
  return {
    ...queriesOver(pool, kysely),
    foundVersion,
    write: writer.write,
    billsOf: (shopId, key, payStatus) => bills.billsOf(shopId, key, payStatus),
    ordersOf: (shopId) => ordersOf(pool, shopId),
    now: async () => {
      const { rows } = await sql<{ now: number }>`select extract(epoch from clock_timestamp()) * 1000 as now`.execute(
        kysely,
      )
      return rows[0]?.now ?? Date.now()
    },
    load: () => pool.load(),
    bulkOrders: (shopId, note) => postgresBulkOrders({ pool, kysely, shopId, note }),
    async close() {
      await writer.close()
      await pool.close()
    },
  }
}

/** One row, which is also what those who change the tables or the list of shops wait for. */
async function makeVersionTable(kysely: Kysely<Tables>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await sql`create table if not exists schema_version (id integer primary key, version integer not null)`.execute(
        kysely,
      )
      await sql`insert into schema_version values (1, 0) on conflict do nothing`.execute(kysely)
      return
    } catch (error) {
      // Two that make a table at once: one of them is told that it is there (https://www.postgresql.org/docs/current/errcodes-appendix.html).
      if (attempt === 5 || !isMadeMeanwhile(error)) throw error
    }
  }
}

function isMadeMeanwhile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['23505', '42P07', '42710'].includes(String(error.code))
}

/** At the beginning, what is wrong is most likely the address that was given. */
export function explained(error: unknown): unknown {
  if (!(error instanceof StoreUnavailable)) return error
  const text = `PostgreSQL cannot be used at the given address: ${reasonOf(error.cause)}.`
  return isLasting(error.cause) ? new StoreError(text, { cause: error }) : new StoreUnavailable({ cause: error }, text)
}

/** SQLSTATE classes: authorization, no such database. Waiting mends neither; a host that is not there may come. */
function isLasting(cause: unknown): boolean {
  return /^(?:28|3D)/.test(stateOf(cause))
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'it does not answer'
  // A name with several addresses: each says the same, and the whole nothing.
  if (cause instanceof AggregateError && cause.message === '') return reasonOf(cause.errors[0])
  return cause.message
}

const pageOrders = 1_000

/** See `Database.ordersOf`. */
async function* ordersOf(pool: PostgresPool, shopId: number): AsyncGenerator<Order> {
  const client = await pool.connect(noLimit)
  let isSound = false
  try {
    await client.query(
      'begin isolation level repeatable read read only; set local idle_in_transaction_session_timeout = 0',
    )
    const kysely = kyselyOn(client)
    for (let last = -1; ;) {
      const numbers = kysely.selectFrom('orders').select('number').where('shop_id', '=', shopId)
      const page = await numbers
        .where('number', '>', last)
        .where('deleted', 'is', null)
        .orderBy('number')
        .limit(pageOrders)
        .execute()
      const highest = page.at(-1)?.number
      if (highest === undefined) break
      last = highest
      const stored = await storedOrdersOf(
        kysely,
        shopId,
        page.map(({ number }) => number),
      )
      for (const { order } of stored) yield order
    }
    await client.query('commit')
    isSound = true
  } finally {
    // Also when whoever reads has stopped in the middle: then the transaction ends with the connection.
    client.release(!isSound)
  }
}
