/** How PostgreSQL goes about what is done for one order of a large shop, with statistics and without. */
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { beforeAll, expect, inject, onTestFinished, test, vi } from 'vitest'
import { template, throwAwayFolder } from '../../../../test/databases.ts'
import { everySearch } from '../../../../test/every-search.ts'
import { everythingForOneOrder } from '../../../../test/one-order.ts'
import { databaseOn, runSql } from '../../../../test/postgres.ts'
import { recorded, type Statement } from '../../../../test/sql/recorded.ts'
import { openStore } from '../../open.ts'
import { BillReader } from './bill-reader.ts'
import { PostgresPool } from './pool.ts'
import { tester } from '../../../../test/tester.ts'

/** Without statistics, PostgreSQL takes its time with a shop of this size. */
vi.setConfig({ testTimeout: 300_000 })

/** Of 3,000 shops, number 1 has 20,000 orders and a hundred others a hundred each; what is not looked at is left empty. */
const fill = `
  insert into shops (id, login, login_key, api_key, api_enabled, allowed_addresses, time_zone, currency, created)
    select s, 's' || s, 's' || s, '', 1, '[]', 'UTC', 'RUB', 0 from generate_series(1, 3000) as s;
  insert into counters select s, 100001, 100001, 1001, 1001, 1001 from generate_series(1, 3000) as s;
  insert into jobs select s, k, 9e15, '', 0 from generate_series(2, 3000) as s, unnest(array['deliveries', 'timers']) as k;
  create temporary table numbers as
    select 1 as s, g as n from generate_series(1, 20000) as g
    union all select s, g from generate_series(2, 101) as s, generate_series(1, 100) as g;
  insert into products (shop_id, number, name, title, price) select s, n, 'p' || n, 'x', 1 from numbers where n <= 1000;
  insert into partners select s, n, 'p' || n, 'p' || n, 100, null from numbers where n <= 1000;
  insert into coupons select s, n, 'c' || n, 'c' || n, 100, null, null, null, '[]', null from numbers where n <= 1000;
  insert into orders (shop_id, number, email, pay_status, created, paid, is_recurrent, first_name, last_name, middle_name,
      phone, city, country, address, region, postalcode, payway, comment, domain, tag, kupon, utm_medium, utm_source,
      utm_campaign, utm_content, utm_term, cancel_at, duplicate_key, retry_key, deleted)
    select s, n, 'b' || n / 4 || '@example.com', case when n % 4 = 0 then 'waiting' else 'paid' end, n, case when n % 4 > 0 then n end,
      0, 'Anna', 'Ivanova', '', '+79000000000', '', '', '', '', '', '', '', '',
      case when n % 100 = 0 then 't' else '' end, '', '', '', '', '', '',
      case when n % 4 = 0 then 9e15 end, 'd' || n, 'r' || n,
      case when n % 997 = 0 then n end from numbers;
  insert into order_items (shop_id, number, position, product, name, title, sum, price)
    select s, n, 0, n % 1000 + 1, 'p', 'x', 1, 1 from numbers;
  insert into payments select s, n, 0, 1, 0, '' from numbers;
  insert into bills select s, 'b' || n / 4 || '@example.com', n, 'paid', repeat('x', 100) from numbers;
  insert into audit select s, n, n, 'api', 'x', '', 'order.created', 'order ' || n, '{}', repeat('0', 64) from numbers;
  update counters set next_audit = 100001;
  insert into events select s, n, 'order.created', n, n, repeat('x', 500) from numbers;
  insert into deliveries select s, n, 0, n, 'http://a.example/', 'http://a.example', 'delivered', 1, null, 0, 200, '', 'OK'
    from numbers;`

const tables = ['shops', 'counters', 'jobs', 'products', 'partners', 'coupons', 'orders', 'order_items', 'payments']
const allTables = [...tables, 'bills', 'events', 'deliveries', 'audit']

/** Nobody but the test says when statistics are taken. */
const withoutVacuum = allTables.map((table) => `alter table ${table} set (autovacuum_enabled = off)`).join(';')

/** Filled once; each test has a copy. */
const filled = `filled_${randomUUID().replaceAll('-', '')}`

beforeAll(async () => {
  const server = inject('postgresUrl')
  await runSql(server, `create database ${filled} template ${template}`)
  await runSql(databaseOn(server, filled), `${withoutVacuum}; ${fill}`)
})

async function largeShop(): Promise<{ readonly url: string; readonly client: Client }> {
  const server = inject('postgresUrl')
  const name = `copy_${randomUUID().replaceAll('-', '')}`
  await runSql(server, `create database ${name} template ${filled}`)
  const url = databaseOn(server, name)
  const client = new Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  return { url, client }
}

const states = ['no statistics', 'statistics of an almost empty shop', 'statistics'] as const

async function takeStatistics(client: Client, state: (typeof states)[number]): Promise<void> {
  if (state === 'statistics') await client.query('analyze')
  if (state !== 'statistics of an almost empty shop') return
  await client.query(`create temporary table kept as select * from bills;
    truncate bills; insert into bills select * from kept where shop_id = 1 and number < 3`)
  await client.query('analyze bills')
  await client.query('insert into bills select * from kept on conflict do nothing')
}

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Cond'?: string
  readonly Plans?: readonly Plan[]
}

/** As for a statement prepared by name, with a plan for these values or one for all. */
async function planOf(client: Client, { text, values }: Statement, mode: 'custom' | 'generic'): Promise<Plan> {
  await client.query(`set plan_cache_mode = force_${mode}_plan; deallocate all; prepare looked_at as ${text}`)
  const given = values.length === 0 ? '' : `(${values.map((value) => literal(client, value)).join()})`
  const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
    `explain (format json) execute looked_at${given}`,
  )
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan
  if (plan === undefined) throw new Error(`There is no plan for ${text}`)
  return plan
}

function literal(client: Client, value: unknown): string {
  if (Array.isArray(value)) return `array[${value.map((each) => literal(client, each)).join()}]::text[]`
  return value === null ? 'null' : client.escapeLiteral(`${value as string | number}`)
}

/** Steps that read a whole table, or all rows of a shop. */
function broadStepsOf(plan: Plan): readonly string[] {
  const { 'Node Type': type, 'Relation Name': table, 'Index Cond': condition, Plans: others = [] } = plan
  const isScan = type === 'Seq Scan'
  // A shop's counters are one row.
  const isShopWide = condition !== undefined && /^\(shop_id = [^()]*\)$/.test(condition) && table !== 'counters'
  return [
    ...(isScan || isShopWide ? [`${type} of ${table ?? 'an index'} ${condition ?? ''}`] : []),
    ...others.flatMap(broadStepsOf),
  ]
}

/** What reads a shop's rows from one end, and stops. */
const stops = [
  /order by "due_at" limit/,
  /order by "cancel_at" limit/,
  /order by "origin", "due_at" limit/,
  /order by "(?:created|paid)" desc/,
]

test.each(['no statistics', 'statistics'] as const)(
  'with %s, nothing for one order reads through a large shop',
  async (state) => {
    const { url, client } = await largeShop()
    const store = await openStore({
      dataDir: throwAwayFolder(),
      database: url,
      masterKey: '00'.repeat(32),
      clock: Date.now,
    })
    onTestFinished(() => store.close())
    await takeStatistics(client, state)
    const shop = store.forShop(1, tester)
    const statements = await recorded(() => everythingForOneOrder(shop))
    const looked = statements.filter(({ text }) => /^(?:select|update|delete)/.test(text) && text.includes('shop_id'))
    expect(looked.length).toBeGreaterThan(25)
    const broad: string[] = []
    for (const statement of looked) {
      for (const mode of ['custom', 'generic'] as const) {
        const steps = broadStepsOf(await planOf(client, statement, mode))
        if (!stops.some((form) => form.test(statement.text)))
          broad.push(...steps.map((step) => `${mode}: ${step}: ${statement.text}`))
      }
    }
    expect(broad).toEqual([])
  },
)

test.each(['no statistics', 'statistics'] as const)(
  'with %s, what is old goes piece by piece',
  async (state) => {
    const { url, client } = await largeShop()
    const place = { dataDir: throwAwayFolder(), database: url, masterKey: '00'.repeat(32) }
    const store = await openStore({ ...place, clock: Date.now })
    onTestFinished(() => store.close())
    await takeStatistics(client, state)
    const { retention } = store.forShop(1, tester)
    const keep = { eventsMs: 0, deliveriesMs: 0 }
    const statements = await recorded(async () => {
      while (!(await retention.letGo(keep, new AbortController().signal))) continue
    })
    const looked = statements.filter(({ text }) => /events|deliveries/.test(text) && !text.startsWith('insert'))
    expect(looked.length).toBeGreaterThanOrEqual(5)
    const broad: string[] = []
    for (const statement of looked) {
      const steps = broadStepsOf(await planOf(client, statement, 'custom'))
      broad.push(...steps.map((step) => `${step}: ${statement.text}`))
    }
    expect(broad).toEqual([])
  },
  120_000,
)

test.each(states)('with %s, GetBills looks up each customer, however many come together', async (state) => {
  const { url, client } = await largeShop()
  await takeStatistics(client, state)
  const pool = new PostgresPool({ url, connections: 2 })
  onTestFinished(() => pool.close())
  const reader = new BillReader(pool)
  for (const together of [1, 2, 30, 256]) {
    const emails = Array.from({ length: together }, (_, index) => `b${index + 1}@example.com`)
    const statements = await recorded(() =>
      Promise.all(emails.map(async (email) => reader.billsOf(1, email, undefined))),
    )
    const statement = statements.find(({ text }) => text.includes('bills'))
    if (statement === undefined) throw new Error('Nothing was asked.')
    for (const mode of ['custom', 'generic'] as const) {
      expect({ together, mode, steps: broadStepsOf(await planOf(client, statement, mode)) }).toEqual({
        together,
        mode,
        steps: [],
      })
    }
  }
})

/** Steps that read a table from its beginning, or all that there is before they give the first row. */
function wholeStepsOf(plan: Plan): readonly string[] {
  const { 'Node Type': type, 'Relation Name': table = '', Plans: others = [] } = plan
  return [...(/^(?:Seq Scan|Sort|Bitmap)/.test(type) ? [`${type} ${table}`] : []), ...others.flatMap(wholeStepsOf)]
}

// Without statistics PostgreSQL takes every shop for a small one, until it has gathered some, a minute later.
test('each search goes along an index of a large shop, and sorts nothing but what is few', async () => {
  const { url, client } = await largeShop()
  const place = { dataDir: throwAwayFolder(), database: url, masterKey: '00'.repeat(32) }
  const store = await openStore({ ...place, clock: Date.now })
  onTestFinished(() => store.close())
  await takeStatistics(client, 'statistics')
  const statements = await recorded(() => everySearch(store.forShop(1, tester)))
  const looked = statements.filter(({ text }) => /^select .* from "(?:orders|bills)".* limit \$\d+$/.test(text))
  expect(looked.length).toBeGreaterThan(40)
  const whole: string[] = []
  for (const statement of looked) {
    const steps = wholeStepsOf(await planOf(client, statement, 'custom'))
    whole.push(...steps.map((step) => `${step}: ${statement.text} ${JSON.stringify(statement.values)}`))
  }
  expect(whole).toEqual([])
})
