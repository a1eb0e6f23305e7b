import type { Database } from '../../database.ts'
import { openPostgres } from './database.ts'
import { type PostgresOptions, PostgresPool } from './pool.ts'
import { openReplica, type Replica, type ReplicaOptions } from './replica.ts'

/** The database and, if there is one, the copy to read from. */
export async function openPostgresWithReplica(
  options: PostgresOptions,
  replicaOptions: ReplicaOptions | undefined,
): Promise<{ database: Database; replica: Replica | undefined; close: () => Promise<void> }> {
  const database = await openPostgres(options)
  if (replicaOptions === undefined) return { database, replica: undefined, close: () => database.close() }
  // Of its own, so that the lag is known however busy the others are.
  const watch = new PostgresPool({ ...options, connections: 1 })
  const replica = openReplica(replicaOptions, watch, database)
  return {
    database,
    replica,
    async close() {
      await replica.close()
      await watch.close()
      await database.close()
    },
  }
}
