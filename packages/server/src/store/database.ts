/** The seam between the store and a database: what each dialect must offer. */
import type { Kysely } from 'kysely'
import type { Order, PayStatus } from '../rules/order.ts'
import type { BulkCounts, BulkOrders } from './bulk-orders.ts'
import type { Arguments, Prepared } from './prepared.ts'
import type { Tables } from './schema.ts'

/** The words in which databases differ when tables are made. */
export interface SchemaWords {
  /** A whole number of 64 bits. */
  readonly integer: string
  /** What follows a table that is to lie in the order of its primary key; may be empty. */
  readonly clustered: string
  /** An expression for the present, in Unix milliseconds. */
  readonly now: string
}

/** A way to ask: for what is not hot in one typed vocabulary, and for the rest with statements prepared once. */
export interface Queries {
  readonly kysely: Kysely<Tables>
  all<Args extends Arguments, Row>(query: Prepared<Args, Row>, args: Args): Promise<Row[]>
  get<Args extends Arguments, Row>(query: Prepared<Args, Row>, args: Args): Promise<Row | undefined>
}

/** A transaction that is under way. Work in it must not wait for anything but the transaction itself. */
export interface Transaction extends Queries {
  run<Args extends Arguments>(query: Prepared<Args, unknown>, args: Args): Promise<void>
}

/** Writes what the audit says of orders that were written in bulk, in the transaction that wrote them. */
export type ImportNote = (transaction: Transaction, counts: BulkCounts) => Promise<void>

/**
 * What nobody else changes while a transaction runs: the data of the shop with this number; the list of shops and the
 * tables themselves; or nothing, for statements that bear others beside them.
 */
export type Claim = number | 'shops' | 'nothing'

/** Of a database on other machines. */
export interface Outage {
  readonly isOver: boolean
  /** Why it is thought to be away. */
  readonly cause?: unknown
}

/** Connections of this process to a database on another machine. */
export interface PoolLoad {
  readonly inUse: number
  readonly idle: number
  /** Whoever has none yet. */
  readonly waiting: number
}

/** A commit that has just come to disk: how many writes shared it, and how long it took from its first word. */
export interface Commit {
  readonly writes: number
  readonly milliseconds: number
}

/** Asked directly, it tells what is committed; writing is for `write` only. */
export interface Database extends Queries {
  /** The version of the tables that opening it found, and brought to the newest; 0: there were none. */
  readonly foundVersion: number
  /**
   * Runs `work` in a transaction of its own to everybody else: it is undone if `work` throws. Resolves when it is on
   * disk. Those that arrive together share one commit. Throws StoreError if another process writes for too long. Where
   * somebody came in between, `work` is undone and run again, so it must leave nothing behind but what it writes.
   */
  readonly write: <Result>(claim: Claim, work: (transaction: Transaction) => Promise<Result>) => Promise<Result>
  /** The hot look-up, prepared once. `emailKey` is what `emailKey()` made. See `Orders.billsOf`. */
  billsOf(shopId: number, emailKey: string, payStatus: PayStatus | undefined): Promise<string | undefined>
  /** Every order of a shop by number, all from one moment, whatever is written meanwhile. */
  ordersOf(shopId: number): AsyncIterable<Order>
  bulkOrders(shopId: number, note: ImportNote): BulkOrders
  /** What time it is to the database, in Unix milliseconds; undefined: it has no clock of its own. */
  readonly now: (() => Promise<number>) | undefined
  /** Undefined where there are no connections to count. */
  readonly load: (() => PoolLoad) | undefined
  close(): Promise<void>
}
