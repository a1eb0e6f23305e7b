import { type Kysely, sql, SqliteAdapter } from 'kysely'
import type { Tables } from '../schema.ts'

/** The names of a table's columns, in their order; none where there is no such table. */
export async function columnsOf(kysely: Kysely<Tables>, table: string): Promise<readonly string[]> {
  const isSqlite = kysely.getExecutor().adapter instanceof SqliteAdapter
  const query = isSqlite
    ? sql<{ name: string }>`select name from pragma_table_info(${table}) order by cid`
    : sql<{ name: string }>`select column_name as name from information_schema.columns
        where table_schema = current_schema() and table_name = ${table} order by ordinal_position`
  return (await query.execute(kysely)).rows.map(({ name }) => name)
}
