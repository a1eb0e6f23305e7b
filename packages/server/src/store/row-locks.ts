import { type Kysely, type RawBuilder, sql, SqliteAdapter } from 'kysely'
import type { Tables } from './schema.ts'

/** The end of a `select` whose rows nobody else changes meanwhile. On SQLite there is one writer at a time anyway. */
export function forUpdate(db: Kysely<Tables>, others: 'wait' | 'skip locked' = 'wait'): RawBuilder<unknown> {
  if (db.getExecutor().adapter instanceof SqliteAdapter) return sql``
  return others === 'wait' ? sql`for update` : sql`for update skip locked`
}
