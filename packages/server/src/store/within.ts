import type { Database, Transaction } from './database.ts'

/** A database as it is inside a transaction: what is read is as written so far, and all that is written is part of it. */
export function within(database: Database, transaction: Transaction): Database {
  return {
    ...database,
    kysely: transaction.kysely,
    all: transaction.all.bind(transaction),
    get: transaction.get.bind(transaction),
    write: (_claim, work) => work(transaction),
    bulkOrders() {
      throw new Error('Orders cannot be written in bulk inside a transaction.')
    },
  }
}
