/** The store on one SQLite file (`node:sqlite`), for any number of processes on one machine. */
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Commit, Database, SchemaWords } from '../../database.ts'
import { migrate, type VersionKeeper } from '../../migrate.ts'
import { openBillReader } from './bill-reader.ts'
import { sqliteBulkOrders } from './bulk-orders.ts'
import { kyselyOver, openReader, queriesOver, Statements } from './connection.ts'
import { applicationId, checkFile, damaged } from './file-check.ts'
import { GroupWriter, type GroupWriterOptions } from './group-writer.ts'
import { readOrders } from './order-rows.ts'
import { ensureStatistics } from './statistics.ts'

const words: SchemaWords = { integer: 'integer', clustered: 'without rowid', now: 'unixepoch() * 1000' }

export const version: VersionKeeper = {
  async read(db) {
    const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db)
    return rows[0]?.user_version ?? 0
  },
  async write(db, number) {
    await sql.raw(`pragma user_version = ${number}`).execute(db)
    await sql.raw(`pragma application_id = ${applicationId}`).execute(db)
  },
}

/** The database's file in a data folder. */
export function sqliteFile(dataDir: string): string {
  return join(dataDir, 'billkeep.db')
}

export interface SqliteOptions {
  readonly dataDir: string
  /** The most writes that share a commit; other than the default only to measure what sharing is worth. */
  readonly writesPerCommit?: number | undefined
  /** Told of each commit; left out: nobody counts them. */
  readonly onCommit?: ((commit: Commit) => void) | undefined
}

/**
 * With 32 callers no more come together, and 64 take some ten milliseconds: that long nobody else is answered.
 */
const defaultWritesPerCommit = 64

/** Throws StoreError when the file is damaged, another program's, or newer than this program. */
export async function openSqlite({
  dataDir,
  writesPerCommit = defaultWritesPerCommit,
  onCommit: onMeasured,
}: SqliteOptions): Promise<Database> {
  const file = sqliteFile(dataDir)
  checkFile(file)
  const listeners: (() => void)[] = []
  const onCommit = (): void => {
    for (const listener of listeners) listener()
  }
  // First, as it makes the file that the others read.
  const { writer, foundVersion } = await openGroupWriter({ file, writesPerCommit, onCommit, onMeasured })
  const bills = openBillReader(file)
  listeners.push(bills.refresh)
  const reader = openReader(file)
  const statements = new Statements(reader)
  const kysely = kyselyOver(reader, statements)

  return {
    ...queriesOver(kysely, statements),
    foundVersion,
    write: writer.write,
    billsOf: async (shopId, key, payStatus) => bills.billsOf(shopId, key, payStatus),
    async *ordersOf(shopId) {
      yield* readOrders(file, shopId)
    },
    bulkOrders: (shopId, note) => sqliteBulkOrders({ file, shopId, note, onCommit: bills.refresh }),
    now: undefined,
    load: undefined,
    async close() {
      bills.close()
      await kysely.destroy()
      // Last, as only a connection that may write can clear the log away.
      await writer.close()
    },
  }
}

async function openGroupWriter(
  options: GroupWriterOptions,
): Promise<{ readonly writer: GroupWriter; readonly foundVersion: number }> {
  try {
    const writer = new GroupWriter(options)
    const foundVersion = await migrate(writer, words, version)
    await ensureStatistics(writer)
    return { writer, foundVersion }
  } catch (error) {
    throw isCorrupt(error) ? damaged(options.file, error.message, error) : error
  }
}

const sqliteCorrupt = 11
const sqliteNotADatabase = 26

function isCorrupt(error: unknown): error is Error {
  if (!(error instanceof Error) || !('errcode' in error)) return false
  return error.errcode === sqliteCorrupt || error.errcode === sqliteNotADatabase
}
