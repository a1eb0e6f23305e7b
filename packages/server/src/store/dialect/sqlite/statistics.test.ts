import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { throwAwayFolder } from '../../../../test/databases.ts'
import { openStore } from '../../open.ts'
import { sqliteFile } from './database.ts'

function statisticsIn(dataDir: string): readonly unknown[] {
  const database = new DatabaseSync(sqliteFile(dataDir))
  const rows = database.prepare('select tbl, idx, stat from sqlite_stat1 order by tbl, idx').all()
  database.close()
  return rows.map((row) => ({ ...row }))
}

test('an index that a newer Billkeep made gets its statistics when the file is opened', async () => {
  const dataDir = throwAwayFolder()
  const open = async (): Promise<void> => (await openStore({ dataDir, clock: Date.now })).close()
  await open()
  const before = statisticsIn(dataDir)
  expect(before).toContainEqual({ tbl: 'orders', idx: 'orders_by_tag', stat: '100000 10000 10 10' })
  const database = new DatabaseSync(sqliteFile(dataDir))
  database.exec("delete from sqlite_stat1 where idx in ('orders_by_tag', 'orders')")
  database.close()
  expect(statisticsIn(dataDir)).toHaveLength(before.length - 2)
  await open()
  expect(statisticsIn(dataDir)).toEqual(before)
})
