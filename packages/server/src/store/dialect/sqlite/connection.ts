/** Connections to the SQLite file, and Kysely on top of one. */
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely'
import { StoreError } from '../../errors.ts'
import type { Tables } from '../../schema.ts'

/** How long a statement waits for another process's write, in milliseconds. */
const busyTimeoutMs = 5_000

/** In KiB, a connection; the operating system keeps the rest of the file. */
const cacheKib = 16_384

export function openReader(file: string): DatabaseSync {
  const connection = new DatabaseSync(file, { readOnly: true, timeout: busyTimeoutMs })
  connection.exec(`pragma cache_size = -${cacheKib}`)
  return connection
}

/** @param cache In KiB. */
export function openWriter(file: string, cache = cacheKib): DatabaseSync {
  const connection = new DatabaseSync(file, { timeout: busyTimeoutMs })
  enterWal(connection)
  // FULL: a commit is on disk before it is acknowledged (https://sqlite.org/pragma.html#pragma_synchronous).
  connection.exec(`pragma synchronous = full; pragma cache_size = -${cache}`)
  return connection
}

/** SQLite does not wait for others on this one change, so that processes which start at once must try again. */
function enterWal(connection: DatabaseSync): void {
  const deadline = Date.now() + busyTimeoutMs
  for (;;) {
    try {
      connection.exec('pragma journal_mode = wal')
      return
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

const sqliteBusy = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy
}

/** Begins a transaction that writes. Throws StoreError when another process holds the lock for longer than five seconds. */
export function beginWriting(connection: DatabaseSync): void {
  try {
    // At once: a transaction that reads first and writes later would fail if another process wrote in between.
    connection.exec('begin immediate')
  } catch (cause) {
    if (!isBusy(cause)) throw cause
    throw new StoreError('Another command, such as a long import, is writing. Wait until it is done and start again.', {
      cause,
    })
  }
}

export function kyselyOver(connection: DatabaseSync): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: asKyselyExpects(connection) }) })
}

function asKyselyExpects(connection: DatabaseSync): SqliteDatabase {
  return {
    close: () => connection.close(),
    prepare(sql): SqliteStatement {
      const statement = connection.prepare(sql)
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...parameters.map(toSql)),
        run(parameters) {
          if (sql !== 'begin') return statement.run(...parameters.map(toSql))
          beginWriting(connection)
          return { changes: 0, lastInsertRowid: 0 }
        },
        iterate: (parameters) => statement.iterate(...parameters.map(toSql)),
      }
    },
  }
}

function toSql(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value
  throw new TypeError(`A value of type ${typeof value} cannot be stored.`)
}
