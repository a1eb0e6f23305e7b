import { DatabaseSync } from 'node:sqlite'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { billkeep, billkeepJson } from '../../test/command-line.ts'
import { newPostgres, throwAwayFolder } from '../../test/databases.ts'
import { runSql } from '../../test/postgres.ts'
import { sqliteFile } from '../store/dialect/sqlite/database.ts'
import { applicationId } from '../store/dialect/sqlite/file-check.ts'
import { newestVersion } from '../store/migrate.ts'
import { shopsAndOrders } from '../store/migrations/0001-shops-and-orders.ts'

const places: readonly {
  readonly name: string
  /** The options that name a database: without tables or, `asIn` version 1, with those of that. */
  readonly make: (asIn?: 1) => Promise<readonly string[]>
}[] = [
  {
    name: 'SQLite',
    async make(asIn) {
      const dataDir = throwAwayFolder()
      const db = new DatabaseSync(sqliteFile(dataDir))
      if (asIn === 1) {
        const tables = shopsAndOrders.statements({ integer: 'integer', clustered: 'without rowid', now: '0' })
        db.exec([...tables, `pragma user_version = 1; pragma application_id = ${applicationId}`].join(';'))
      }
      db.close()
      return ['--data', dataDir]
    },
  },
  {
    name: 'PostgreSQL',
    async make(asIn) {
      const url = await newPostgres()
      if (asIn === 1) {
        const tables = shopsAndOrders.statements({ integer: 'bigint', clustered: '', now: '0' })
        const version = 'create table schema_version (id integer primary key, version integer not null)'
        await runSql(url, [...tables, version, 'insert into schema_version values (1, 1)'].join(';'))
      }
      // The folder is there for the master key, which nobody needs for this.
      return ['--data', throwAwayFolder(), '--database', url]
    },
  },
]

for (const { name, make } of places) {
  describe(name, () => {
    test('tables are made, brought to the newest shape, or left alone', async () => {
      const empty = await make()
      const made = { code: 0, out: `Made the tables, of version ${newestVersion}.\n`, err: '' }
      expect(await billkeep(['migrate', ...empty])).toEqual(made)
      const old = await make(1)
      const brought = { code: 0, out: `Brought the tables from version 1 to ${newestVersion}.\n`, err: '' }
      expect(await billkeep(['migrate', ...old])).toEqual(brought)
      const nothing = `The tables have version ${newestVersion}, the newest: there is nothing to do.\n`
      expect(await billkeep(['migrate', ...old])).toEqual({ code: 0, out: nothing, err: '' })
      expect(await billkeep(['shop', 'create', 'anna', ...old])).toMatchObject({ code: 0 })
    })

    test('of several at once one does it, and each tells what it did', async () => {
      const place = await make(1)
      const all = await Promise.all([1, 2, 3, 4].map(async () => billkeepJson(['migrate', ...place])))
      const done = { from: 1, to: newestVersion }
      const nothing = { from: newestVersion, to: newestVersion }
      expect(all).toHaveLength(4)
      expect(all.filter((each) => isDeepStrictEqual(each, done))).toHaveLength(1)
      expect(all.filter((each) => isDeepStrictEqual(each, nothing))).toHaveLength(3)
    })
  })
}

test('a folder that is not there is not made', async () => {
  const { code, err } = await billkeep(['migrate', '--data', '/nowhere/data'])
  expect(code).toBe(1)
  expect(err).toContain('There is no data folder /nowhere/data.')
})
