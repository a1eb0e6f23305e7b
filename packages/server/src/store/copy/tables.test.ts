import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newPostgres, throwAwayFolder } from '../../../test/databases.ts'
import { openDatabase } from '../open-database.ts'
import { primaryKeys } from './tables.ts'

interface KeyColumn {
  readonly name: string
  readonly column: string
}

/** What a database keeps for itself, or about its shape. */
const notCopied = new Set(['schema_version', 'sqlite_stat1'])

const places = [
  {
    name: 'SQLite',
    place: async () => ({ dataDir: throwAwayFolder() }),
    query: sql<KeyColumn>`select m.name, c.name as "column" from sqlite_schema m, pragma_table_info(m.name) c
      where m.type = 'table' and c.pk > 0 order by m.name, c.pk`,
  },
  {
    name: 'PostgreSQL',
    place: async () => ({ dataDir: '', database: await newPostgres() }),
    query: sql<KeyColumn>`select t.relname as name, a.attname as "column" from pg_index i
      join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
      cross join unnest(i.indkey) with ordinality as k (number, position)
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number
      where i.indisprimary and n.nspname = 'public' order by t.relname, k.position`,
  },
]

test.each(places)('every table of $name is copied, by its primary key', async ({ place, query }) => {
  const database = await openDatabase(await place())
  const { rows } = await query.execute(database.kysely)
  const tables = await database.kysely.introspection.getTables()
  await database.close()
  const keys = Map.groupBy(rows, ({ name }) => name)
  const found = tables.map(({ name }) => [name, (keys.get(name) ?? []).map(({ column }) => column)] as const)
  expect(Object.fromEntries(found.filter(([name]) => !notCopied.has(name)))).toEqual(primaryKeys)
})
