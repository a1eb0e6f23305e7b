import { DatabaseSync } from 'node:sqlite'
import { inject, expect, test } from 'vitest'
import { template, throwAwayFolder } from '../../../test/databases.ts'
import { databaseOn, rowsOf } from '../../../test/postgres.ts'
import { sqliteFile } from '../dialect/sqlite/database.ts'
import { openDatabase } from '../open-database.ts'
import { primaryKeys } from './tables.ts'

/** What a database keeps for itself, or about its shape. */
const notCopied = new Set(['schema_version', 'sqlite_stat1'])

/** `column` is the next of the table's primary key, null where it has none. */
function expectCopied(rows: readonly Readonly<Record<string, unknown>>[]): void {
  const columns = Map.groupBy(rows, (row) => String(row['table']))
  const keys = columns.entries().map(([table, found]) => [table, found.map((row) => row['column'])] as const)
  expect(Object.fromEntries(keys.filter(([table]) => !notCopied.has(table)))).toEqual(primaryKeys)
}

test('every table of SQLite is copied, by its primary key', async () => {
  const dataDir = throwAwayFolder()
  await (await openDatabase({ dataDir })).close()
  const db = new DatabaseSync(sqliteFile(dataDir))
  const keys = db.prepare(`select m.name as "table", c.name as "column" from sqlite_schema m
    left join pragma_table_info(m.name) c on c.pk > 0 where m.type = 'table' order by m.name, c.pk`)
  expectCopied(keys.all())
  db.close()
})

test('every table of PostgreSQL is copied, by its primary key', async () => {
  const keys = `select t.relname as "table", a.attname as "column" from pg_class t
    join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
    left join pg_index i on i.indrelid = t.oid and i.indisprimary
    left join lateral unnest(i.indkey) with ordinality as k (number, position) on true
    left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number
    where t.relkind in ('r', 'p') order by t.relname, k.position`
  expectCopied(await rowsOf(databaseOn(inject('postgresUrl'), template), keys))
})
