/** Connections to the SQLite file, and Kysely on top of one. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely'
import type { Queries, Transaction } from '../../database.ts'
import { StoreError } from '../../errors.ts'
import type { Arguments, Prepared } from '../../prepared.ts'
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

/** Lets `beginWriting` fail at once instead of stopping this process while another one writes. */
export function waitForNobody(connection: DatabaseSync): void {
  connection.exec('pragma busy_timeout = 0')
}

/**
 * Begins a transaction that writes, on a connection that waits for nobody. While another process has the lock, or another connection of this one, it asks again
 * and again, and this process goes on meanwhile. Throws StoreError when that takes longer than `patienceMs`.
 */
export async function beginWriting(connection: DatabaseSync, patienceMs = defaultPatienceMs): Promise<void> {
  const deadline = performance.now() + patienceMs
  for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      // At once: a transaction that reads first and writes later would fail if another process wrote in between.
      connection.exec('begin immediate')
      return
    } catch (cause) {
      if (!isBusy(cause)) throw cause
      if (performance.now() > deadline) throw new StoreError(busyText, { cause })
      await delay(pauseMs)
    }
  }
}

/** Shorter than callers of the old API are patient: their programs wait for thirty seconds. */
const defaultPatienceMs = 10_000
const longestPauseMs = 20
const busyText = 'Another command, such as a long import, is writing. Wait until it is done and start again.'

/** A connection's statements, each prepared once. */
export class Statements {
  readonly #connection: DatabaseSync
  readonly #prepared = new Map<string, StatementSync>()

  constructor(connection: DatabaseSync) {
    this.#connection = connection
  }

  of(sql: string): StatementSync {
    const known = this.#prepared.get(sql)
    if (known !== undefined) return known
    if (this.#prepared.size >= mostStatements) this.#prepared.clear()
    const statement = this.#connection.prepare(sql)
    this.#prepared.set(sql, statement)
    return statement
  }
}

/** Far more than this program has; bounds what lists of many lengths (`in (?, ?, …)`) leave behind. */
const mostStatements = 500

export function kyselyOver(connection: DatabaseSync, statements: Statements): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: asKyselyExpects(connection, statements) }) })
}

export function queriesOver(kysely: Kysely<Tables>, statements: Statements): Queries {
  function rowsOf<Args extends Arguments, Row>(query: Prepared<Args, Row>, args: Args): Row[] {
    const { sql, bind } = query.compiledFor(kysely)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what Kysely says of a statement's rows is what comes
    return statements.of(sql).all(...bind(args)) as Row[]
  }
  return {
    kysely,
    all: async (query, args) => rowsOf(query, args),
    get: async (query, args) => rowsOf(query, args)[0],
  }
}

/** On a connection on which somebody else begins and ends it. */
export function transactionOver(kysely: Kysely<Tables>, statements: Statements): Transaction {
  return {
    ...queriesOver(kysely, statements),
    async run(query, args) {
      const { sql, bind } = query.compiledFor(kysely)
      statements.of(sql).run(...bind(args))
    },
  }
}

function asKyselyExpects(connection: DatabaseSync, statements: Statements): SqliteDatabase {
  return {
    close: () => connection.close(),
    prepare(sql): SqliteStatement {
      const statement = statements.of(sql)
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...parameters.map(toSql)),
        run: (parameters) => statement.run(...parameters.map(toSql)),
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
