import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { sqliteFile } from '../src/store/dialect/sqlite/database.ts'
import { openDatabase } from '../src/store/open-database.ts'
import { openStore } from '../src/store/open.ts'
import { nextTurn } from '../../../conformance/raw-http.ts'
import { billkeepJson, type Program, startProgram } from './command-line.ts'
import { dumpOf } from './copy/dump.ts'
import { newPostgres, throwAwayFolder } from './databases.ts'
import { orderOf, putOrders } from './orders.ts'
import { tester } from './tester.ts'

/** Tables of several pages each. */
const orders = 4_000
const rows = 3 * orders + 6

async function largeFolder(): Promise<string> {
  const dataDir = throwAwayFolder()
  const store = await openStore({ dataDir, clock: Date.now })
  const { id } = await store.shops.create('anna', tester)
  await putOrders(
    store.forShop(id, tester),
    ...Array.from({ length: orders }, (_, index) => orderOf({ number: index + 1 })),
  )
  await store.close()
  return dataDir
}

/** Asks until there is something; fails when the program has ended before. */
async function found<Thing>(program: Program, look: () => Promise<Thing | undefined>): Promise<Thing> {
  for (;;) {
    const thing = await look().catch(() => undefined)
    if (thing !== undefined) return thing
    if (program.process.exitCode !== null) throw new Error(`It ended too early: ${program.out()}${program.err()}`)
    await nextTurn()
  }
}

test('a copy to PostgreSQL that is killed in a statement goes on where it was', async () => {
  const [from, to] = [await largeFolder(), await newPostgres()]
  await (await openDatabase({ dataDir: '', database: to })).close()
  const client = new Client({ connectionString: to })
  await client.connect()
  onTestFinished(() => client.end())
  // Whoever writes to it waits, and so the copy stops before the items.
  await client.query('begin; lock table order_items in exclusive mode')

  const program = startProgram(['copy', '--from', from, '--to', to])
  await found(program, async () => {
    const locks = `select 1 from pg_locks where relation = 'order_items'::regclass and not granted`
    const { rows: waiting } = await client.query<object>(locks)
    return waiting[0]
  })
  await program.kill()
  await client.query('rollback')

  const report = { identical: true, rows, copied_rows: rows - orders - 2, copied_before_rows: orders + 2 }
  expect(await billkeepJson(['copy', '--from', from, '--to', to])).toMatchObject(report)
})

test('a copy to a folder that is killed in the middle of a table goes on where it was', async () => {
  const [from, to] = [await largeFolder(), throwAwayFolder()]
  const program = startProgram(['copy', '--from', from, '--to', to])
  const ordersIn = async (): Promise<number> => {
    const db = new DatabaseSync(sqliteFile(to), { readOnly: true })
    try {
      return Number(db.prepare('select count(*) as count from orders').get()?.['count'])
    } finally {
      db.close()
    }
  }
  await found(program, async () => ((await ordersIn()) > 0 ? true : undefined))
  await program.kill()
  const copied = await ordersIn()

  const report = await billkeepJson(['copy', '--from', from, '--to', to])
  expect(report).toMatchObject({ identical: true, rows })
  const { copied_rows = 0, copied_before_rows = 0 } = report as Readonly<Record<string, number>>
  expect(copied_before_rows).toBeGreaterThanOrEqual(copied)
  expect(copied_rows).toBeGreaterThan(0)
  expect(copied_rows + copied_before_rows).toBe(rows)
  expect(dumpOf(to)).toEqual(dumpOf(from))
})
