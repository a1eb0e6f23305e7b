import type { Kysely } from 'kysely'
import type { Value } from '../prepared.ts'
import type { Tables } from '../schema.ts'

export type Row = Readonly<Record<string, Value>>

/** A database as a copy sees it: rows in tables, on one connection that nobody else uses. */
export interface CopySide {
  readonly kysely: Kysely<Tables>
  /** Of the tables' shape; 0: there are none of Billkeep's. */
  version(): Promise<number>
  /** All that `work` reads is of one moment. */
  reading<Result>(work: () => Promise<Result>): Promise<Result>
  /** Runs `work` in a transaction, again where somebody came in between. */
  writing<Result>(work: () => Promise<Result>): Promise<Result>
  /** Each row has a value for each column. */
  insert(table: string, columns: readonly string[], rows: readonly Row[]): Promise<void>
  /** After much was written to these tables, makes it as quick to read as what has long been there. */
  settle(tables: readonly string[]): Promise<void>
  close(): Promise<void>
}
