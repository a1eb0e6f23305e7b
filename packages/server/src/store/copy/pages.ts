/** A table's rows in pieces, so that a table of any size passes through little memory. */
import { type RawBuilder, sql } from 'kysely'
import type { Value } from '../prepared.ts'
import type { CopySide, Row } from './side.ts'
import type { Table } from './tables.ts'

const firstRows = 500
/** Beyond, a piece costs as much a row as a larger one, and what a kill undoes grows. */
const mostRows = 5_000
/** What a piece is meant to come to, in characters: events and orders may be long. */
const pageLength = 2_000_000

/** In the database's own order of keys, behind the key `after`. */
export async function* pagesOf(
  { kysely }: Pick<CopySide, 'kysely'>,
  table: Table,
  after: readonly Value[] | null = null,
): AsyncGenerator<readonly Row[], undefined> {
  let last = after
  for (let limit = firstRows; ;) {
    const { rows } = await pageQuery(table, last, limit).execute(kysely)
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

function lengthOf(rows: readonly Row[]): number {
  let length = 0
  for (const row of rows) for (const value of Object.values(row)) length += typeof value === 'string' ? value.length : 8
  return length
}
