/** The store on one SQLite file (`node:sqlite`), for any number of processes on one machine. */
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import type { Database, SchemaWords } from '../../database.ts'
import { migrate, type VersionKeeper } from '../../migrate.ts'
import type { Tables } from '../../schema.ts'
import { openBillReader } from './bill-reader.ts'
import { sqliteBulkOrders } from './bulk-orders.ts'
import { kyselyOver, openWriter } from './connection.ts'
import { applicationId, checkFile, damaged } from './file-check.ts'
import { readOrders } from './order-rows.ts'

const words: SchemaWords = { integer: 'integer', clustered: 'without rowid' }

const version: VersionKeeper = {
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

/** Throws StoreError when the file is damaged, another program's, or newer than this program. */
export async function openSqlite(dataDir: string): Promise<Database> {
  const file = sqliteFile(dataDir)
  checkFile(file)
  const kysely = await openKysely(file)
  const bills = openBillReader(file)

  return {
    kysely,
    billsOf: async (shopId, key, payStatus) => bills.billsOf(shopId, key, payStatus),
    async *ordersOf(shopId) {
      yield* readOrders(file, shopId)
    },
    bulkOrders: (shopId) => sqliteBulkOrders(file, shopId, bills.refresh),
    async close() {
      bills.close()
      await kysely.destroy()
    },
  }
}

async function openKysely(file: string): Promise<Kysely<Tables>> {
  try {
    const kysely = kyselyOver(openWriter(file))
    await migrate(kysely, words, version)
    return kysely
  } catch (error) {
    throw isCorrupt(error) ? damaged(file, error.message, error) : error
  }
}

const sqliteCorrupt = 11
const sqliteNotADatabase = 26

function isCorrupt(error: unknown): error is Error {
  if (!(error instanceof Error) || !('errcode' in error)) return false
  return error.errcode === sqliteCorrupt || error.errcode === sqliteNotADatabase
}
