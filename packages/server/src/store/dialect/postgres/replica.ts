/** Reading from a copy of the database that follows it: only while it is known how far behind the copy is. */
import type { Database } from '../../database.ts'
import { StoreUnavailable } from '../../errors.ts'
import { BillReader } from './bill-reader.ts'
import { PostgresPool } from './pool.ts'
import { ReplicaLag } from './replica-lag.ts'
import { kyselyOver, queriesOver } from './statements.ts'

export interface ReplicaOptions {
  /** Of the copy. */
  readonly url: string
  readonly connections: number
  /** In milliseconds; of a copy that is further behind, nothing is read. */
  readonly longestLagMs: number
}

export interface Replica {
  /** As the database itself, but what is only read comes from the copy while that is near enough. */
  readonly database: Database
  /** In milliseconds; undefined while it is not known. */
  lagMs(): number | undefined
  isUsed(): boolean
  close(): Promise<void>
}

/** `primary` is the pool of the database that the copy follows. */
export function openReplica(options: ReplicaOptions, primary: PostgresPool, database: Database): Replica {
  const { url, connections, longestLagMs } = options
  const pool = new PostgresPool({ url, connections, isCopy: true })
  const kysely = kyselyOver(pool)
  const queries = queriesOver(pool, kysely)
  const bills = new BillReader(pool)
  const lag = new ReplicaLag(primary, pool)
  const isUsed = (): boolean => (lag.milliseconds() ?? Infinity) <= longestLagMs

  /** Should the copy fail, the database answers. */
  async function read<Result>(fromCopy: () => Promise<Result>, fromDatabase: () => Promise<Result>): Promise<Result> {
    if (!isUsed()) return fromDatabase()
    try {
      return await fromCopy()
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
      lag.forget()
      return fromDatabase()
    }
  }

  return {
    lagMs: () => lag.milliseconds(),
    isUsed,
    database: {
      ...database,
      get kysely() {
        return isUsed() ? kysely : database.kysely
      },
      all: async (query, args) =>
        read(
          () => queries.all(query, args),
          () => database.all(query, args),
        ),
      get: async (query, args) =>
        read(
          () => queries.get(query, args),
          () => database.get(query, args),
        ),
      billsOf: async (shopId, key, payStatus) =>
        read(
          () => bills.billsOf(shopId, key, payStatus),
          () => database.billsOf(shopId, key, payStatus),
        ),
    },
    async close() {
      await lag.close()
      await pool.close()
    },
  }
}
