/** The seam between the store and a database: what each dialect must offer. */
import type { Kysely } from 'kysely'
import type { Order, PayStatus } from '../rules/order.ts'
import type { BulkOrders } from './bulk-orders.ts'
import type { Tables } from './schema.ts'

/** The words in which databases differ when tables are made. */
export interface SchemaWords {
  /** A whole number of 64 bits. */
  readonly integer: string
  /** What follows a table that is to lie in the order of its primary key; may be empty. */
  readonly clustered: string
}

export interface Database {
  /** For everything that is not hot: one typed vocabulary. Its transactions take the write lock at once. */
  readonly kysely: Kysely<Tables>
  /** The hot look-up, prepared once. `emailKey` is what `emailKey()` made. See `Orders.billsOf`. */
  billsOf(shopId: number, emailKey: string, payStatus: PayStatus | undefined): Promise<string | undefined>
  /** Every order of a shop by number, all from one moment, whatever is written meanwhile. */
  ordersOf(shopId: number): AsyncIterable<Order>
  bulkOrders(shopId: number): BulkOrders
  close(): Promise<void>
}
