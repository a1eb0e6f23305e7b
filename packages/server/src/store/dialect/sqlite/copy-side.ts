import { existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import type { CopySide } from '../../copy/side.ts'
import { beginWriting, kyselyOver, openReader, openWriter, Statements } from './connection.ts'
import { sqliteFile, version } from './database.ts'
import { checkFile } from './file-check.ts'

/** In KiB: room for the pages that go on changing while rows come in the order of another database. */
const cacheKib = 65_536

/** Undefined where the folder has no database. */
export function openSqliteSide(dataDir: string, { mayWrite }: { mayWrite: boolean }): CopySide | undefined {
  const file = sqliteFile(dataDir)
  if (!existsSync(file)) return undefined
  checkFile(file)
  const connection = mayWrite ? openWriter(file, cacheKib) : openReader(file)
  const statements = new Statements(connection)
  const kysely = kyselyOver(connection, statements)
  return {
    kysely,
    version: async () => version.read(kysely),
    async reading(work) {
      connection.exec('begin')
      return ended(connection, work)
    },
    async writing(work) {
      await beginWriting(connection)
      return ended(connection, work)
    },
    async insert(table, columns, rows) {
      const statement = statements.of(
        `insert into ${table} (${columns.join()}) values (${columns.map(() => '?').join()})`,
      )
      for (const row of rows) statement.run(...columns.map((column) => row[column] ?? null))
    },
    async settle() {
      // Otherwise the log stays as long as the copy was.
      connection.exec('pragma wal_checkpoint(truncate)')
    },
    close: async () => kysely.destroy(),
  }
}

async function ended<Result>(connection: DatabaseSync, work: () => Promise<Result>): Promise<Result> {
  try {
    const result = await work()
    connection.exec('commit')
    return result
  } catch (error) {
    if (connection.isTransaction) connection.exec('rollback')
    throw error
  }
}
