/** The database that is tortured, as a parameter: where it lies, and what can be seen of it without the store. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { DatabaseSync } from 'node:sqlite'
import type { Selectable } from 'kysely'
import { Client } from 'pg'
import { type RunningServer, serve, type ServeOptions } from '../../../../conformance/billkeep.ts'
import { sqliteFile } from '../../src/store/dialect/sqlite/database.ts'
import { types } from '../../src/store/dialect/postgres/types.ts'
import type { StoreOptions } from '../../src/store/open.ts'
import type { Tables } from '../../src/store/schema.ts'

export interface TortureDatabase {
  /** For people. */
  readonly name: string
  /** What opens the store on it, as JSON: other processes are told. */
  readonly storeOptions: Omit<StoreOptions, 'clock'>
  serve(options: ServeOptions): Promise<RunningServer>
  /** All rows of a table, as they lie. Nobody writes meanwhile. */
  rows<Table extends keyof Tables>(table: Table): Promise<readonly Selectable<Tables[Table]>[]>
  /** What the database finds wrong with itself. */
  faults(): Promise<readonly string[]>
  /** As if the time of all leases were over: nobody who held one is alive. */
  endLeases(): Promise<void>
  remove(): Promise<void>
}

export function sqliteDatabase(): TortureDatabase {
  const dataDir = mkdtempSync(join(tmpdir(), 'billkeep-torture-'))
  const file = sqliteFile(dataDir)
  function withFile<Result>(readOnly: boolean, work: (database: DatabaseSync) => Result): Result {
    const database = new DatabaseSync(file, { readOnly })
    try {
      return work(database)
    } finally {
      database.close()
    }
  }
  return {
    name: 'SQLite',
    storeOptions: { dataDir },
    serve: (options) => serve(dataDir, options),
    async rows<Table extends keyof Tables>(table: Table) {
      const rows = withFile(true, (database) => database.prepare(`select * from ${table}`).all())
      // The columns are the migrations' matter, which the store's own types describe.
      return rows as unknown as readonly Selectable<Tables[Table]>[]
    },
    async faults() {
      const found = withFile(true, (database) => database.prepare('pragma integrity_check').all())
      return found.map(({ integrity_check: line }) => String(line)).filter((line) => line !== 'ok')
    },
    async endLeases() {
      withFile(false, (database) => {
        database.exec(`update jobs set lease = '', leased_until = 0, due_at = 0`)
      })
    },
    async remove() {
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** An empty database of the newest shape; its server is somebody else's to stop. */
export function postgresDatabase(url: string): TortureDatabase {
  const dataDir = mkdtempSync(join(tmpdir(), 'billkeep-torture-'))
  async function ask(sql: string): Promise<readonly object[]> {
    const client = new Client({ connectionString: url, types })
    await client.connect()
    try {
      // Whoever was killed may have asked for something that PostgreSQL is still about to do.
      for (let looks = 0; looks < mostLooks; looks += 1) {
        if ((await client.query<{ alive: boolean }>(anybody)).rows[0]?.alive !== true) break
        await delay(10)
      }
      return (await client.query<Record<string, unknown>>(sql)).rows
    } finally {
      await client.end()
    }
  }
  return {
    name: 'PostgreSQL',
    storeOptions: { dataDir, database: url },
    serve: ({ further = [], ...options }) => serve(dataDir, { ...options, further: [...further, '--database', url] }),
    async rows<Table extends keyof Tables>(table: Table) {
      // The columns are the migrations' matter, which the store's own types describe.
      return (await ask(`select * from ${table}`)) as unknown as readonly Selectable<Tables[Table]>[]
    },
    faults: async () => [],
    async endLeases() {
      await ask(`update jobs set lease = '', leased_until = 0, due_at = 0`)
    },
    async remove() {
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A connection of a process that is gone ends once what it was asked for is done. */
const anybody = `select exists (select from pg_stat_activity
  where datname = current_database() and application_name = 'billkeep' and state <> 'idle') as alive`

/** While a server is running, somebody always is. */
const mostLooks = 200
