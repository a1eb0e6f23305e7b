/** What lies in a database, seen without the store. */
import { DatabaseSync } from 'node:sqlite'
import { sqliteFile } from '../src/store/dialect/sqlite/database.ts'
import type { Place } from './databases.ts'
import { rowsOf } from './postgres.ts'

/** The rows that a statement gives, which both databases understand; whole numbers may come as text. */
export async function rowsAt(
  { dataDir, database }: Place,
  sql: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  if (database !== undefined) return rowsOf(database, sql)
  const file = new DatabaseSync(sqliteFile(dataDir))
  try {
    return file.prepare(sql).all()
  } finally {
    file.close()
  }
}
