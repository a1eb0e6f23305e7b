import { type Kysely, sql, SqliteAdapter } from 'kysely'
import type { Tables } from '../schema.ts'

/** The names of a table's columns, in their order. */
export async function columnsOf(kysely: Kysely<Tables>, table: string): Promise<readonly string[]> {
  const query = isSqlite(kysely)
    ? sql<{ name: string }>`select name from pragma_table_info(${table}) order by cid`
    : sql<{ name: string }>`select column_name as name from information_schema.columns
        where table_schema = current_schema() and table_name = ${table} order by ordinal_position`
  return (await query.execute(kysely)).rows.map(({ name }) => name)
}

export async function hasTable(kysely: Kysely<Tables>, table: string): Promise<boolean> {
  const query = isSqlite(kysely)
    ? sql<{ name: string | null }>`select name from sqlite_schema where name = ${table}`
    : sql<{ name: string | null }>`select to_regclass(${table}) as name`
  return ((await query.execute(kysely)).rows[0]?.name ?? null) !== null
}

function isSqlite(kysely: Kysely<Tables>): boolean {
  return kysely.getExecutor().adapter instanceof SqliteAdapter
}
