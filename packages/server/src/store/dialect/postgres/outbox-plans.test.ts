/** How PostgreSQL finds what is due in a large shop, whatever it believes about the tables. */
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { placeOn, throwAwayFolder } from '../../../../test/databases.ts'
import { recorded, type Statement } from '../../../../test/sql/recorded.ts'
import { tester } from '../../../../test/tester.ts'
import { openStore } from '../../open.ts'

const columns = 'shop_id, event, position, subject, url, origin, state, attempts, due_at, last_problem, last_answer'

/** Events `from` to `to` of a shop, each told to one of two receivers. */
function events(shop: number, from: number, to: number, state: 'pending' | 'delivered'): string {
  const due = state === 'pending' ? 'n' : 'null'
  return `
    insert into events (shop_id, number, type, subject, at, data)
      select ${shop}, n, 'order.created', n, n, '{}' from generate_series(${from}, ${to}) as n;
    insert into deliveries (${columns})
      select ${shop}, n, 0, n, 'http://a.example/', 'http://' || n % 2 || '.example', '${state}', 1, ${due}, '', ''
        from generate_series(${from}, ${to}) as n;`
}

const many = 20_000
const history = events(1, 1, many, 'delivered')
const present = events(1, many + 1, many + 10, 'pending')
const others = Array.from({ length: 20 }, (_, index) => events(index + 2, 1, 100, 'delivered')).join('')
const statistics = 'analyze events; analyze deliveries;'

/** What happened before somebody asks, with the moment at which statistics were taken. */
const states = {
  'no statistics': history + others + present,
  'statistics of today': history + others + present + statistics,
  'statistics of when there was nothing': statistics + history + others + present,
  'statistics of when there was one order':
    events(1, 1, 1, 'delivered') + statistics + events(1, 2, many, 'delivered') + present,
  'statistics of when nothing was on its way': history + others + statistics + present,
  'statistics of other shops': others + statistics + history + present,
  'statistics of when everything was on its way': `${events(1, 1, many, 'pending')} ${others} ${statistics}
    update deliveries set state = 'delivered', due_at = null; ${present}`,
}

async function databaseWith(content: string): Promise<{ readonly url: string; readonly client: Client }> {
  const { database: url = '' } = await placeOn('PostgreSQL')
  const client = new Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  await client.query(
    `alter table events set (autovacuum_enabled = off); alter table deliveries set (autovacuum_enabled = off)`,
  )
  await client.query(content)
  return { url, client }
}

interface Plan {
  readonly 'Node Type': string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Plan[]
}

/** How many rows are looked at, in all steps together. */
function rowsIn({ Plans: steps = [], ...plan }: Plan): number {
  const own = (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
  return steps.reduce((sum, each) => sum + rowsIn(each), own)
}

async function rowsLookedAt(client: Client, { text, values }: Statement, mode: 'custom' | 'generic'): Promise<number> {
  await client.query(`set plan_cache_mode = force_${mode}_plan; deallocate all; prepare looked_at as ${text}`)
  const given = values.map((value) => client.escapeLiteral(String(value))).join()
  const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(
    `explain (analyze, format json) execute looked_at(${given})`,
  )
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan
  if (plan === undefined) throw new Error(`There is no plan for ${text}`)
  return rowsIn(plan)
}

test.each(Object.entries(states))('with %s, what is due is found without reading what is done', async (_, content) => {
  const { url, client } = await databaseWith(content)
  const store = await openStore({
    dataDir: throwAwayFolder(),
    database: url,
    masterKey: '00'.repeat(32),
    clock: Date.now,
  })
  onTestFinished(() => store.close())
  const { deliveries } = store.forShop(1, tester)
  const statements = await recorded(async () => {
    expect(await deliveries.due(Date.now(), 8, new Set())).toHaveLength(10)
    expect(await deliveries.nextDueAt()).toBe(many + 1)
  })
  const broad: string[] = []
  for (const statement of statements.filter(({ text }) => text.includes('deliveries'))) {
    for (const mode of ['custom', 'generic'] as const) {
      const rows = await rowsLookedAt(client, statement, mode)
      if (rows > 100) broad.push(`${mode}, ${rows} rows: ${statement.text} ${JSON.stringify(statement.values)}`)
    }
  }
  expect(broad).toEqual([])
})
