/** The database alone, without a store on it: for what concerns its tables. */
import type { Database } from './database.ts'
import { openSqlite } from './dialect/sqlite/database.ts'
import type { StoreOptions } from './open.ts'

/** Makes the tables, or brings them to the newest shape. Needs no master key. */
export async function openDatabase({
  dataDir,
  database: url,
}: Pick<StoreOptions, 'dataDir' | 'database'>): Promise<Database> {
  if (url === undefined) return openSqlite({ dataDir })
  // Loaded here, as most run without it.
  const { openPostgres } = await import('./dialect/postgres/database.ts')
  return openPostgres({ url, connections: 1 })
}
