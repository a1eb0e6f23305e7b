import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startCommand } from '../command-line.ts'
import { newPostgres, throwAwayFolder } from '../databases.ts'
import { runSql } from '../postgres.ts'
import { AuditedTransaction, effectOf } from './audited.ts'

test.each([
  ['insert into "partners" ("shop_id") values ($1)', 'partners'],
  ['update "orders" set "deleted" = $1 where "shop_id" = $2', 'orders'],
  ['delete from shop_domains where host = $1', 'shop_domains'],
  ['with gone as (delete from events where shop_id = $1 returning 1) select count(*) from gone', 'events'],
  ['delete from "api_tokens" where "shop_id" = $1', 'api_tokens'],
  ['delete from "deliveries" where "shop_id" = $1', 'deliveries'],
  // What comes new is watched from the first day.
  ['insert into "something_new" ("shop_id") values ($1)', 'something_new'],
  ['select 1 from orders where shop_id = $1 for update', undefined],
  ['insert into "jobs" ("shop_id") values ($1) on conflict ("shop_id") do update set "due_at" = $2', undefined],
  ['update "api_tokens" set "last_used" = $1 where "shop_id" = $2', undefined],
  ['update "deliveries" set "state" = $1 where "shop_id" = $2', undefined],
])('«%s» changes %s', (text, table) => {
  expect(effectOf(text).writes).toBe(table)
})

const change = 'update "partners" set "basis_points" = 1 where "shop_id" = 1'
const note = 'insert into "audit" ("shop_id") values (1)'
const start = 'begin; select 1 from counters where shop_id = 1 for update'
const end = 'set local statement_timeout = 0; commit'

/** What is found, one after the other on a connection; each changes a row. */
function found(...texts: readonly string[]): string | undefined {
  const transaction = new AuditedTransaction()
  for (const text of texts) {
    const offence = transaction.before(text) ?? transaction.after(text, 1)
    if (offence !== undefined) return offence
  }
  return undefined
}

test.each([
  ['a change', [start, change, end]],
  ['a change after one that was audited', [start, change, note, end, start, change, end]],
  ['a change outside of transactions', [change]],
  ['a change after a transaction that was undone', [start, note, 'rollback', start, change, end]],
])('%s without its row is found', (_, texts) => {
  expect(found(...texts)).toBe(`«partners» was changed without a row of the audit in the same transaction: ${change}`)
})

test.each([
  ['an audited change', [start, change, note, end]],
  ['a row before its change', [start, note, change, end]],
  ['a change that is undone', [start, change, 'rollback']],
  ['a migration', [start, change, 'alter table partners add column x integer', end]],
])('%s is none', (_, texts) => {
  expect(found(...texts)).toBeUndefined()
})

test('a change of no rows is none', () => {
  const transaction = new AuditedTransaction()
  const all = [start, change, end].map((text) => transaction.before(text) ?? transaction.after(text, 0))
  expect(all).toEqual([undefined, undefined, undefined])
})

const watch = ['--import', join(import.meta.dirname, 'watch-program.ts')]

test.each([
  [[start, change, end], 1],
  [[start, change, note, end], 0],
] as const)('on PostgreSQL, %j ends a program with %i', async (texts, code) => {
  const url = await newPostgres()
  await runSql(
    url,
    'create table counters (shop_id integer); create table partners (shop_id integer, basis_points integer)',
  )
  await runSql(url, 'create table audit (shop_id integer); insert into partners values (1, 0)')
  const offences = join(throwAwayFolder(), 'offences')
  const program = `import { Client } from 'pg'
    const client = new Client(${JSON.stringify({ connectionString: url, application_name: 'billkeep' })})
    await client.connect()
    try { for (const text of ${JSON.stringify(texts)}) await client.query(text) } finally { await client.end() }`
  const started = startCommand(process.execPath, [...watch, '--input-type=module', '--eval', program], {
    BILLKEEP_SQL_OFFENCES: offences,
  })
  expect(await started.ended).toBe(code)
  expect(existsSync(offences)).toBe(code === 1)
  expect(existsSync(offences) ? readFileSync(offences, 'utf8') : '').toMatch(
    code === 0 ? /^$/ : /^«partners» was .*\n$/,
  )
})
