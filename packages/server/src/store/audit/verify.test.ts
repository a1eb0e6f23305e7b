import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onEachDatabase, type Place } from '../../../test/databases.ts'
import { rowsAt } from '../../../test/stored-rows.ts'
import { addProduct } from '../../../test/scenario.ts'
import { tester } from '../../../test/tester.ts'
import type { ShopStore, Store } from '../store.ts'
import { hashOf } from './chain.ts'
import type { Fault } from './verify.ts'

/** BILLKEEP_AUDIT_SEED repeats a run, whose seed stands in its output. */
const seed = Number(process.env['BILLKEEP_AUDIT_SEED'] ?? Date.now() % 2 ** 31)

const columns = ['at', 'face', 'actor', 'address', 'action', 'subject', 'details', 'hash'] as const

/** What somebody does to the rows behind the store's back; `at` and `other` are rows, `other` the later one. */
type Tampering =
  | { readonly what: 'change'; readonly column: (typeof columns)[number] }
  | { readonly what: 'remove' | 'swap' | 'add before' | 'add after' | 'rewrite' }

const anyTampering: fc.Arbitrary<Tampering> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...columns).map((column) => ({ what: 'change', column }) as const) },
  {
    weight: 4,
    arbitrary: fc.constantFrom('remove', 'swap', 'add before', 'add after', 'rewrite').map((what) => ({ what })),
  },
)

interface Case {
  /** Of the shop's. */
  readonly rows: number
  readonly at: number
  readonly other: number
  readonly tampering: Tampering
}

const anyCase: fc.Arbitrary<Case> = fc.integer({ min: 2, max: 12 }).chain((rows) =>
  fc.record({
    rows: fc.constant(rows),
    at: fc.integer({ min: 1, max: rows - 1 }),
    other: fc.constant(rows),
    tampering: anyTampering,
  }),
)

interface Target {
  readonly place: Place
  readonly shopId: number
}

async function sql({ place, shopId }: Target, text: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return rowsAt(place, text.replaceAll('$shop', String(shopId)))
}

async function changeColumn(target: Target, number: number, column: (typeof columns)[number]): Promise<void> {
  const value = new Map<string, string>([
    ['at', 'at + 1'],
    ['details', `'{"is":1}'`],
    ['face', `'job'`],
  ]).get(column)
  await sql(
    target,
    `update audit set ${column} = ${value ?? `${column} || 'x'`} where shop_id = $shop and number = ${number}`,
  )
}

const all = 'number, at, face, actor, address, action, subject, details, hash'

/** All from this row on says something else, and fits: whoever can write to the database can do this. */
async function rewrite(target: Target, from: number): Promise<void> {
  const rows = await sql(target, `select ${all} from audit where shop_id = $shop order by number`)
  let last = ''
  for (const row of rows) {
    const link = {
      number: Number(row['number']),
      at: Number(row['at']),
      face: String(row['face']),
      actor: Number(row['number']) < from ? String(row['actor']) : 'somebody else',
      address: String(row['address']),
      action: String(row['action']),
      subject: String(row['subject']),
      details: String(row['details']),
    }
    last = hashOf(last, target.shopId, link)
    await sql(
      target,
      `update audit set actor = '${link.actor}', hash = '${last}' where shop_id = $shop and number = ${link.number}`,
    )
  }
}

/** Gives what verifying must find. */
async function tamper(target: Target, { rows, at, other, tampering }: Case): Promise<Fault> {
  const { what } = tampering
  if (what === 'change') {
    await changeColumn(target, at, tampering.column)
    return { number: at, why: 'changed' }
  }
  if (what === 'remove') {
    await sql(target, `delete from audit where shop_id = $shop and number = ${at}`)
    return { number: at, why: 'missing' }
  }
  if (what === 'swap') {
    for (const [from, to] of [
      [at, -1],
      [other, at],
      [-1, other],
    ]) {
      await sql(target, `update audit set number = ${to} where shop_id = $shop and number = ${from}`)
    }
    return { number: at, why: 'moved' }
  }
  if (what === 'rewrite') {
    await rewrite(target, at)
    return { number: rows, why: 'rewritten' }
  }
  const number = what === 'add before' ? 0 : rows + 1
  await sql(
    target,
    `insert into audit (shop_id, ${all}) select shop_id, ${all.replace('number', String(number))} from audit
       where shop_id = $shop and number = ${at}`,
  )
  return { number, why: 'added' }
}

async function chainOf(store: Store, login: string, rows: number): Promise<{ data: ShopStore; shopId: number }> {
  const { id: shopId } = await store.shops.create(login, tester)
  const data = store.forShop(shopId, tester)
  for (let number = 2; number <= rows; number += 1) await addProduct(data, { name: `p${number}` })
  return { data, shopId }
}

onEachDatabase((make) => {
  test('each row that is changed, removed, moved or added is found, and the first of them is named', async () => {
    console.log(`audit: seed ${seed}`)
    const database = make()
    const store = await database.open()
    let shops = 0
    const property = fc.asyncProperty(anyCase, async (given) => {
      shops += 1
      const { data, shopId } = await chainOf(store, `shop${shops}`, given.rows)
      const before = await data.audit.verify()
      expect(before).toMatchObject({ rows: given.rows, last: { number: given.rows }, fault: undefined })
      const kept = before.last
      expect((await data.audit.verify({ kept })).fault).toBeUndefined()
      const fault = await tamper({ place: database.place, shopId }, given)
      // A chain that was written anew is sound in itself.
      const alone = await data.audit.verify()
      expect(alone.fault).toEqual(fault.why === 'rewritten' ? undefined : fault)
      expect((await data.audit.verify({ kept })).fault).toEqual(fault)
    })
    await fc.assert(property, { seed, numRuns: 60 })
  })

  test('rows that are gone from the end are missed, however many', async () => {
    const database = make()
    const { data, shopId } = await chainOf(await database.open(), 'alice', 5)
    const target = { place: database.place, shopId }
    await sql(target, 'delete from audit where shop_id = $shop and number >= 4')
    expect(await data.audit.verify()).toMatchObject({
      rows: 3,
      last: { number: 3 },
      fault: { number: 4, why: 'missing' },
    })
    await sql(target, 'delete from audit where shop_id = $shop')
    expect(await data.audit.verify()).toEqual({ rows: 0, last: undefined, fault: { number: 1, why: 'missing' } })
  })

  test('work goes on after a row was taken away, and verifying goes on telling of it', async () => {
    const database = make()
    const { data, shopId } = await chainOf(await database.open(), 'alice', 3)
    await sql({ place: database.place, shopId }, 'delete from audit where shop_id = $shop and number = 3')
    await addProduct(data, { name: 'next' })
    expect((await data.audit.list({ limit: 1 }))[0]?.number).toBe(4)
    expect((await data.audit.verify()).fault).toEqual({ number: 3, why: 'missing' })
  })

  test('a kept hash of a row that is not there any more is missed, though the counter was set back too', async () => {
    const database = make()
    const { data, shopId } = await chainOf(await database.open(), 'alice', 4)
    const { last: kept } = await data.audit.verify()
    const target = { place: database.place, shopId }
    await sql(target, 'delete from audit where shop_id = $shop and number = 4')
    await sql(target, 'update counters set next_audit = 4 where shop_id = $shop')
    expect((await data.audit.verify()).fault).toBeUndefined()
    expect((await data.audit.verify({ kept })).fault).toEqual({ number: 4, why: 'missing' })
  })

  test('a long chain is read in pieces, between which others get their turn and may write', async () => {
    const database = make()
    const { data, shopId } = await chainOf(await database.open(), 'alice', 1)
    const target = { place: database.place, shopId }
    const [first] = await sql(target, 'select hash from audit where shop_id = $shop')
    const rows = 2_500
    const values: string[] = []
    let last = String(first?.['hash'])
    for (let number = 2; number <= rows; number += 1) {
      const link = {
        number,
        at: 0,
        face: 'cli',
        actor: 'x',
        address: '',
        action: 'order.paid',
        subject: 'y',
        details: '{}',
      }
      last = hashOf(last, shopId, link)
      values.push(`(${shopId}, ${number}, 0, 'cli', 'x', '', 'order.paid', 'y', '{}', '${last}')`)
    }
    await sql(target, `insert into audit (shop_id, ${all}) values ${values.join()}`)
    await sql(target, `update counters set next_audit = ${rows + 1} where shop_id = $shop`)
    const seen: (readonly [number, number])[] = []
    let turns = 0
    let written: Promise<unknown> | undefined
    const onProgress = (done: number, total: number): void => {
      seen.push([done, total])
      setImmediate(() => (turns += 1))
      written ??= addProduct(data, { name: 'meanwhile' })
    }
    const verdict = await data.audit.verify({ onProgress })
    await written
    expect(verdict.fault).toBeUndefined()
    expect(seen.slice(0, 3)).toEqual([
      [1_000, rows],
      [2_000, rows],
      [expect.any(Number), rows],
    ])
    expect(turns).toBeGreaterThanOrEqual(2)
    expect((await data.audit.verify()).rows).toBe(rows + 1)
    await sql(target, `update audit set actor = 'z' where shop_id = $shop and number = 2400`)
    expect((await data.audit.verify()).fault).toEqual({ number: 2_400, why: 'changed' })
  })
})
