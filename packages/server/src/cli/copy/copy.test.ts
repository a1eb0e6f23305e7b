import { existsSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { billkeep, billkeepJson, type CommandOptions, type Outcome } from '../../../test/command-line.ts'
import { dumpOf } from '../../../test/copy/dump.ts'
import { newPostgres, throwAwayFolder } from '../../../test/databases.ts'
import { orderOf, putOrders } from '../../../test/orders.ts'
import { addressIn } from '../../store/copy/address.ts'
import { copyDatabase } from '../../store/copy/copy.ts'
import { withSides } from '../../store/copy/sides.ts'
import { openStore } from '../../store/open.ts'
import { tester } from '../../../test/tester.ts'

/** A data folder with these shops; each has an order. */
async function folderWith(...logins: readonly string[]): Promise<string> {
  const dataDir = throwAwayFolder()
  const store = await openStore({ dataDir, clock: () => Date.UTC(2026, 0, 1) })
  for (const login of logins) {
    const { id } = await store.shops.create(login, tester)
    await putOrders(store.forShop(id, tester), orderOf())
  }
  await store.close()
  return dataDir
}

async function copy(from: string, to: string, ...more: readonly string[]): Promise<Outcome> {
  return billkeep(['copy', '--from', from, '--to', to, ...more])
}

/** Begins a copy, and leaves it when so many rows are there. */
async function beginCopy(from: string, to: string, rows = 0): Promise<void> {
  const begun = withSides({ from: addressIn(from), to: addressIn(to) }, async (sides) =>
    copyDatabase({
      ...sides,
      restart: false,
      onBegun: () => {},
      onProgress(progress) {
        if (progress.rows >= rows) throw new Error('cut')
      },
    }),
  )
  await expect(begun).rejects.toThrow('cut')
}

/** Changes a folder's database, as a server does that was not stopped. */
function write(dataDir: string, sql: string): void {
  const db = new DatabaseSync(join(dataDir, 'billkeep.db'))
  db.exec(sql)
  db.close()
}

async function keyOfAnna(...place: readonly string[]): Promise<Outcome> {
  return billkeep(['shop', 'key', 'anna', ...place])
}

test('to PostgreSQL: tells what was copied, and how to serve it', async () => {
  const from = await folderWith('anna', 'Bob')
  const to = await newPostgres()
  const { code, out, err } = await copy(from, to)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/^TABLE +ROWS\ncounters +2\n(.*\n)*orders +2\n(.*\n)*shops +2\nin all +18\n/)
  expect(out).toContain(`Copied ${from} to postgres://postgres@127.0.0.1`)
  expect(out).toContain('Both hold the same: each table of 2 shops was counted and hashed in both.')
  expect(out).toContain(`Serve it with the same master key: keep --data ${from} beside --database`)
  expect(await keyOfAnna('--data', from, '--database', to)).toEqual(await keyOfAnna('--data', from))
})

test('to a folder: brings the master key along, for its owner only', async () => {
  const from = await folderWith('anna')
  const to = join(throwAwayFolder(), 'new')
  const env = { BILLKEEP_FROM: join(from, 'billkeep.db'), BILLKEEP_TO: `sqlite:${to}` }
  expect(await billkeepJson(['copy'], { env })).toMatchObject({
    identical: true,
    shops: 1,
    rows: 9,
    copied_rows: 9,
    copied_before_rows: 0,
    tables: { orders: 1, order_items: 1, coupons: 0 },
    differences: [],
  })
  expect(statSync(join(to, 'master.key')).mode & 0o777).toBe(0o600)
  expect(await keyOfAnna('--data', to)).toEqual(await keyOfAnna('--data', from))
  expect(dumpOf(to)).toEqual(dumpOf(from))
})

test('Ctrl-C leaves what is copied, nobody can use it, and the same command goes on', async () => {
  const [from, to] = [await folderWith('anna'), throwAwayFolder()]
  const stop = new AbortController()
  let time = 0
  // Comes when the line is drawn, for which somebody looks at the clock.
  const clock = (): number => {
    if (time > 2) stop.abort()
    return (time += 1)
  }
  const options: CommandOptions = { isTerminal: true, clock, interrupt: stop.signal }
  const { code, out, err } = await billkeep(['copy', '--from', from, '--to', to], options)
  expect({ code, out }).toEqual({ code: 130, out: '' })
  const [, drawn, said] = err.split('\r\u{1b}[K')
  expect(drawn).toBe('Copying ░░░░░░░░░░░░░░░░░░░░░░░░   0 %  0 rows  0/s')
  expect(said).toMatch(/^billkeep: Stopped\..* the same command goes on/)

  const unusable = { code: 1, out: '', err: expect.stringContaining('has not come to its end') as unknown }
  expect(await billkeep(['shop', 'list', '--data', to])).toEqual(unusable)
  expect(await copy(to, throwAwayFolder())).toEqual(unusable)
  expect(await copy(from, to)).toMatchObject({ code: 0, err: '' })
  expect(await billkeep(['shop', 'list', '--data', to])).toEqual(await billkeep(['shop', 'list', '--data', from]))
})

test('goes on where it was, as long as it is the same source', async () => {
  const [from, other, to] = [await folderWith('anna'), await folderWith('bob'), await newPostgres()]
  await beginCopy(from, to, 3)
  expect(await copy(other, to)).toMatchObject({
    code: 1,
    err: expect.stringContaining('of another database') as unknown,
  })
  const { out } = await copy(from, to)
  expect(out).toMatch(/: 6 rows in \d+ s, after 3 by earlier runs\.\n/)
})

test('with --restart what an unfinished copy has brought is gone', async () => {
  const [from, other, to] = [await folderWith('anna'), await folderWith('bob'), await folderWith()]
  await beginCopy(from, to, 9)
  expect(await copy(other, to, '--restart')).toMatchObject({
    code: 1,
    err: expect.stringContaining(join(to, 'master.key')) as unknown,
  })
  rmSync(join(to, 'master.key'))
  expect(await copy(other, to, '--restart')).toMatchObject({ code: 0 })
  expect(dumpOf(to)).toEqual(dumpOf(other))
})

test.each([
  ['a row that changed', "update orders set comment = 'new'", 'orders of anna: 1 rows in both, with another content'],
  [
    'a row that came',
    'insert into payments values (1, 258367, 0, 1, 1, char(49))',
    'payments of anna: 1 rows in the source, 0 in the target',
  ],
  ['a row that went', 'delete from products', 'products of anna: 0 rows in the source, 1 in the target'],
  ['a number for its text', 'update bills set answer = 5', 'bills of anna: 1 rows in both'],
])('a source that is written to does not pass for copied: %s', async (_, sql, difference) => {
  const [from, to] = [await folderWith('anna', 'bob'), throwAwayFolder()]
  await beginCopy(from, to, 18)
  write(from, `${sql} where shop_id = 1`.replace(/(values .*) where.*/, '$1'))
  const { code, out, err } = await copy(from, to, '--json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({ identical: false, differences: [{ shop: 'anna' }] })
  expect(err).toContain(`The two are not the same:\n  ${difference}`)
  expect(err).toContain('a server that still runs on the source')
  expect(await keyOfAnna('--data', to)).toMatchObject({ code: 1 })

  expect(await copy(from, to, '--restart')).toMatchObject({ code: 0 })
  expect(dumpOf(to)).toEqual(dumpOf(from))
})

test('of two copies into one target, one at least goes on, and nothing is there twice', async () => {
  const [from, to] = [await folderWith('anna', 'bob'), await newPostgres()]
  await beginCopy(from, to)
  await Promise.all([copy(from, to), copy(from, to)])
  const { code, err } = await copy(from, to)
  expect(code === 0 || err.includes('it is a finished copy')).toBe(true)
  const back = throwAwayFolder()
  writeFileSync(join(back, 'master.key'), readFileSync(join(from, 'master.key')))
  expect(await copy(to, back)).toMatchObject({ code: 0 })
  expect(dumpOf(back)).toEqual(dumpOf(from))
})

test('is refused, and nothing changed', async () => {
  const [anna, bob] = [await folderWith('anna'), await folderWith('bob')]
  const postgres = await newPostgres()
  await copy(anna, postgres)
  const before = [dumpOf(anna), dumpOf(bob)]
  const link = join(throwAwayFolder(), 'link')
  symlinkSync(anna, link)
  const old = await folderWith('old')
  write(old, 'pragma user_version = 2')
  const [keyless, empty] = [throwAwayFolder(), throwAwayFolder()]
  const refusals: readonly (readonly [string, string, string])[] = [
    [anna, anna, 'would be copied to itself'],
    [anna, link, 'would be copied to itself'],
    [postgres, postgres.replace('postgres:postgres@', 'anna@'), 'would be copied to itself'],
    [anna, bob, 'is not the master key that the key of anna is sealed with'],
    [bob, postgres, 'The target has other shops already'],
    [anna, postgres, 'The target has these shops already: it is a finished copy'],
    [empty, bob, `There is no Billkeep database at ${empty}`],
    [await newPostgres(), bob, 'There is no Billkeep database at postgres://postgres@'],
    [old, keyless, `Bring them there first: billkeep migrate --data ${old}`],
    [postgres, keyless, `${join(keyless, 'master.key')} is missing`],
    [anna, 'mysql://localhost/x', 'A database is given as a data folder, or as postgres://'],
    [anna, 'postgres://nobody:x@127.0.0.1:1/x', 'PostgreSQL cannot be used at the given address'],
  ]
  for (const [from, to, message] of refusals) {
    expect(await copy(from, to)).toEqual({ code: 1, out: '', err: expect.stringContaining(message) as unknown })
  }
  expect([dumpOf(anna), dumpOf(bob)]).toEqual(before)
  expect(existsSync(join(keyless, 'master.key'))).toBe(false)
})
