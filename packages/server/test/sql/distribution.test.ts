/** What databases that spread shops over machines ask of the tables, and that the rules are held when statements run. */
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { startCommand, startProgram } from '../command-line.ts'
import { template, throwAwayFolder } from '../databases.ts'
import { databaseOn, rowsOf, runSql } from '../postgres.ts'
import { addProduct, draftOf } from '../scenario.ts'
import { allowed, directory } from './allowed.ts'
import { recorded } from './recorded.ts'
import { tester } from '../tester.ts'

const migrated = (): string => databaseOn(inject('postgresUrl'), template)

async function emptyDatabase(): Promise<string> {
  const name = `empty_${randomUUID().replaceAll('-', '')}`
  await runSql(inject('postgresUrl'), `create database ${name}`)
  return databaseOn(inject('postgresUrl'), name)
}

test('every primary key and unique index begins with the shop, but for those of the directory', async () => {
  const indexes = await rowsOf(
    migrated(),
    `select c.relname as table, a.attname as first from pg_index i
       join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
       left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
     where n.nspname = 'public' and (i.indisunique or i.indisexclusion)`,
  )
  const tables = await rowsOf(migrated(), `select tablename as name from pg_tables where schemaname = 'public'`)
  const spread = tables.map(({ name }) => String(name)).filter((name) => !directory.has(name))
  expect(spread.length).toBeGreaterThan(9)
  for (const name of spread) {
    const first = indexes.filter((index) => index['table'] === name).map((index) => index['first'])
    expect({ name, first }).toEqual({ name, first: [...first.keys()].map(() => 'shop_id') })
    // Without a primary key, rows cannot be moved while they are written to.
    expect(first.length).toBeGreaterThan(0)
  }
})

test('there is no sequence, no trigger and no foreign key', async () => {
  const found = await rowsOf(
    migrated(),
    `select relname::text as name from pg_class join pg_namespace n on n.oid = relnamespace
       where n.nspname = 'public' and relkind = 'S'
     union all select tgname::text from pg_trigger
     union all select conname::text from pg_constraint where contype = 'f'
     union all select attrelid::regclass || '.' || attname from pg_attribute where attidentity <> ''`,
  )
  expect(found).toEqual([])
})

test('docs/hosting/scale.md says of every table where it lies on Citus', async () => {
  const text = readFileSync(join(import.meta.dirname, '../../../../docs/hosting/scale.md'), 'utf8')
  const named = (call: string): string[] =>
    Array.from(text.matchAll(new RegExp(`select ${call}\\('(\\w+)'`, 'g')), ([, table = '']) => table)
  const tables = await rowsOf(migrated(), `select tablename as name from pg_tables where schemaname = 'public'`)
  const names = tables.map(({ name }) => String(name))
  expect(named('create_reference_table').toSorted()).toEqual([...directory.keys()].toSorted())
  expect([...named('create_distributed_table'), ...named('citus_add_local_table_to_metadata')].toSorted()).toEqual(
    names.filter((name) => !directory.has(name)).toSorted(),
  )
})

test('what may reach across shops is asked, to the letter', async () => {
  const database = await emptyDatabase()
  const statements = await recorded(async () => {
    const store = await openStore({ dataDir: throwAwayFolder(), database, clock: Date.now })
    const { id } = await store.shops.create('alice', tester)
    await addProduct(store.forShop(id, tester), { name: 'course', timerMs: 1 })
    await store.forShop(id, tester).orders.place(draftOf({ timer: 0 }))
    expect(await store.jobs.take('somebody', { leaseMs: 1_000, limit: 1 })).toHaveLength(1)
    expect(await store.jobs.nextDueAt()).toBeGreaterThan(0)
    expect(await store.pendingDeliveries(1)).toBe(0)
    await store.close()
  })
  const texts = new Set(statements.map(({ text }) => text))
  expect(
    allowed
      .keys()
      .filter((text) => !texts.has(text))
      .toArray(),
  ).toEqual([])
})

const watch = ['--import', join(import.meta.dirname, 'watch-program.ts')]

/** A program that asks this on a connection of that name. */
function asking(text: string, applicationName: string): readonly string[] {
  const connection = { connectionString: migrated(), application_name: applicationName }
  const program = `import { Client } from 'pg'
    const client = new Client(${JSON.stringify(connection)})
    await client.connect()
    try { await client.query(${JSON.stringify(text)}) } finally { await client.end() }`
  return [...watch, '--input-type=module', '--eval', program]
}

test.each([
  ['select 1 from orders', 'billkeep', 1],
  ['select 1 from orders where shop_id = 1', 'billkeep', 0],
  // What tests ask for themselves is their affair.
  ['select 1 from orders', 'test', 0],
])('«%s» on a connection of %s ends a program with %i', async (text, name, code) => {
  const offences = join(throwAwayFolder(), 'offences')
  const program = startCommand(process.execPath, asking(text, name), { BILLKEEP_SQL_OFFENCES: offences })
  expect(await program.ended).toBe(code)
  expect(existsSync(offences) ? readFileSync(offences, 'utf8') : '').toMatch(code === 0 ? /^$/ : /orders.*\n$/)
})

test('a program that a test starts on PostgreSQL is watched', async () => {
  const program = startProgram(['shop', 'list', '--data', throwAwayFolder(), '--database', migrated()])
  expect(program.process.spawnargs).toContain('--import')
  expect(await program.ended).toBe(0)
})
