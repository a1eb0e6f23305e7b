/** The store on one SQLite file (`node:sqlite`), for any number of processes on one machine. */
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import type { Database, SchemaWords } from '../../database.ts'
import { migrate, type VersionKeeper } from '../../migrate.ts'
import type { Tables } from '../../schema.ts'
import { sqliteBulkOrders } from './bulk-orders.ts'
import { kyselyOver, openReader, openWriter } from './connection.ts'
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
  const reader = openReader(file)

  // One row and one text cross into JavaScript: a row an order would cost 1.6 times as much (`bench/README.md`).
  const answers = 'select answer from bills where shop_id = ? and email_key = ?'
  const all = reader.prepare(`select group_concat(answer) from (${answers} order by number)`)
  const some = reader.prepare(`select group_concat(answer) from (${answers} and pay_status = ? order by number)`)
  all.setReturnArrays(true)
  some.setReturnArrays(true)

  return {
    kysely,
    async billsOf(shopId, emailKey, payStatus) {
      return textIn(payStatus === undefined ? all.get(shopId, emailKey) : some.get(shopId, emailKey, payStatus))
    },
    async *ordersOf(shopId) {
      yield* readOrders(file, shopId)
    },
    bulkOrders: (shopId) => sqliteBulkOrders(file, shopId),
    async close() {
      reader.close()
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

/** The only column of the only row; with `setReturnArrays`, node:sqlite hands rows over as arrays. */
function textIn(row: unknown): string | undefined {
  const value: unknown = Array.isArray(row) ? row[0] : undefined
  return typeof value === 'string' ? value : undefined
}
