/** A table's rows in pieces, so that a table of any size passes through little memory. */
import { type RawBuilder, sql } from 'kysely'
import type { Value } from '../prepared.ts'
import type { CopySide, Row } from './side.ts'
import type { Table } from './tables.ts'

const firstRows = 500
/** Beyond, a piece costs as much a row as a larger one, and what a kill undoes grows. */
const mostRows = 5_000
const sampleRows = 50
/** What a piece is meant to come to, in characters: events and orders may be long. */
const pageLength = 1_000_000

/** In the database's own order of keys, behind the key `after`. */
export async function* pagesOf(
  { kysely }: Pick<CopySide, 'kysely'>,
  table: Table,
  after: readonly Value[] | null = null,
): AsyncGenerator<readonly Row[], undefined> {
  let last = after
  for (let limit = firstRows; ;) {
    const { rows } = await pageQuery(table, last, limit).execute(kysely)
    // SQLite answers at once: without a pause nobody would hear of Ctrl-C between two of them.
    await new Promise(setImmediate)
    if (rows.length > 0) yield rows
    if (rows.length < limit) return
    last = keyOf(table, rows.at(-1))
    limit = Math.min(mostRows, Math.max(1, Math.floor((pageLength * rows.length) / lengthOf(rows))))
  }
}

/** The last row's key, from which a page that follows goes on. */
export function keyOf({ key }: Table, row: Row | undefined): readonly Value[] | null {
  return row === undefined ? null : key.map((column) => row[column] ?? null)
}

function pageQuery({ name, key, columns }: Table, after: readonly Value[] | null, limit: number): RawBuilder<Row> {
  const keys = listOf(key)
  const behind = after === null ? sql`` : sql`where (${keys}) > (${sql.join(after)})`
  return sql<Row>`select ${listOf(columns)} from ${sql.table(name)} ${behind} order by ${keys} limit ${limit}`
}

function listOf(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.ref(column)))
}

/** Estimated from some of them: looking at each took a fifth of a copy's time. */
function lengthOf(rows: readonly Row[]): number {
  const step = Math.ceil(rows.length / sampleRows)
  let length = 0
  let looked = 0
  for (let index = 0; index < rows.length; index += step) {
    length += JSON.stringify(rows[index]).length
    looked += 1
  }
  return (length / looked) * rows.length
}
