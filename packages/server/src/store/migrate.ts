/** Brings the tables to the newest shape; several processes may do so at once. */
import { sql, type Kysely } from 'kysely'
import type { Database, SchemaWords } from './database.ts'
import { StoreError } from './errors.ts'
import type { Migration } from './migration.ts'
import { shopsAndOrders } from './migrations/0001-shops-and-orders.ts'
import { orderApi } from './migrations/0002-order-api.ts'
import { ownCounters } from './migrations/0003-counters.ts'
import { staleReads } from './migrations/0004-stale-reads.ts'
import { retention } from './migrations/0005-retention.ts'
import { apiV1 } from './migrations/0006-api-v1.ts'
import { audit } from './migrations/0007-audit.ts'
import { users } from './migrations/0008-users.ts'
import { orderSearch } from './migrations/0009-order-search.ts'
import { endpoints } from './migrations/0010-endpoints.ts'
import { longTags } from './migrations/0011-long-tags.ts'
import { requestLog } from './migrations/0012-request-log.ts'
import type { Tables } from './schema.ts'

const migrations: readonly Migration[] = [
  shopsAndOrders,
  orderApi,
  ownCounters,
  staleReads,
  retention,
  apiV1,
  audit,
  users,
  orderSearch,
  endpoints,
  longTags,
  requestLog,
]

/** The shape that this program knows. */
export const newestVersion = migrations.length

/** How a database tells and keeps the number of the last migration that was applied to it. */
export interface VersionKeeper {
  read(db: Kysely<Tables>): Promise<number>
  write(db: Kysely<Tables>, version: number): Promise<void>
}

/**
 * Applies what is missing in one transaction, which waits for other writers, and looks again inside it: whoever comes
 * second finds the work done. A database that needs nothing is only read, so a start never waits for a long import.
 * Gives the version that it found; 0 is a database without tables.
 */
export async function migrate(
  { kysely, write }: Pick<Database, 'kysely' | 'write'>,
  words: SchemaWords,
  version: VersionKeeper,
): Promise<number> {
  if (isNewest(await version.read(kysely))) return newestVersion
  return write('shops', async ({ kysely: db }) => {
    const from = await version.read(db)
    if (isNewest(from)) return from
    for (const migration of migrations.slice(from)) {
      for (const statement of migration.statements(words)) await sql.raw(statement).execute(db)
      await migration.fill?.(db)
    }
    await version.write(db, newestVersion)
    return from
  })
}

function isNewest(version: number): boolean {
  if (version > newestVersion) throw newerDatabase(version)
  return version === newestVersion
}

/** The refusal to open what a later Billkeep wrote. */
export function newerDatabase(version: number): StoreError {
  return new StoreError(
    `This database has schema version ${version}, but this Billkeep knows versions up to ${newestVersion}. ` +
      'It was left untouched. Start it with the newer Billkeep that wrote it, or restore a backup made before the upgrade.',
  )
}
