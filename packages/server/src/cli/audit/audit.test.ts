import { expect, test } from 'vitest'
import { billkeep, billkeepJson, type CommandOptions, type Outcome } from '../../../test/command-line.ts'
import { onEachDatabase, type Place, type TestDatabase } from '../../../test/databases.ts'
import { rowsAt } from '../../../test/stored-rows.ts'
import { shopCommands } from '../../../test/shop-commands.ts'

interface Installation {
  readonly place: Place
  readonly run: (args: readonly string[], options?: CommandOptions) => Promise<Outcome>
  readonly json: (args: readonly string[]) => Promise<unknown>
}

/** With the shops `anna`, who has a product, and `bob`. */
async function installation(database: TestDatabase): Promise<Installation> {
  await database.open()
  const { place } = database
  const where = ['--data', place.dataDir, ...(place.database === undefined ? [] : ['--database', place.database])]
  const run: Installation['run'] = (args, options) => billkeep([...args, ...where], options)
  for (const command of [
    'shop create anna',
    'shop create bob',
    'product add course --title Course --price 1 --shop anna',
  ]) {
    expect((await run(command.split(' '))).code).toBe(0)
  }
  return { place, run, json: (args) => billkeepJson([...args, ...where]) }
}

onEachDatabase((make) => {
  test('each shop is verified, and told which row to keep', async () => {
    const { run, json } = await installation(make())
    const { code, out, err } = await run(['audit', 'verify'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const keep = 'Keep this elsewhere: (\\d+:[0-9a-f]{64})'
    const pattern = new RegExp(`^anna: sound, 2 rows\\. ${keep}\nbob: sound, 1 row\\. ${keep}\n$`)
    const [, annas = '', bobs = ''] = pattern.exec(out) ?? []
    expect(out).toMatch(pattern)
    expect((await run(['audit', 'verify', '--shop', 'anna', '--kept', annas])).code).toBe(0)
    const wrong = await run(['audit', 'verify', '--shop', 'anna', '--kept', bobs])
    expect(wrong.code).toBe(1)
    expect(wrong.out).toBe('anna: BROKEN, row 1 has another hash than was kept: rows up to it were written anew.\n')
    expect(await json(['audit', 'verify', '--shop', 'BOB'])).toEqual([
      { shop: 'bob', rows: 1, last: { number: 1, hash: bobs.slice(2) }, fault: null },
    ])
  })

  test('a chain that is broken ends it with 1 and is named, the others are verified all the same', async () => {
    const { place, run } = await installation(make())
    await rowsAt(place, `update audit set actor = 'nobody' where shop_id = 1 and number = 2`)
    const { code, out, err } = await run(['audit', 'verify'])
    expect(code).toBe(1)
    expect(out).toMatch(/^anna: BROKEN, row 2 does not say what it said when it was written\.\nbob: sound, 1 row/)
    expect(err).toBe('billkeep: The audit is broken of anna. docs/hosting/audit.md says what to do.\n')
    const asJson = await run(['audit', 'verify', '--json'])
    expect(asJson.code).toBe(1)
    expect(JSON.parse(asJson.out)).toMatchObject([
      { shop: 'anna', last: { number: 1 }, fault: { number: 2, why: 'changed' } },
      { shop: 'bob', fault: null },
    ])
    // Who looks must still see what is there.
    await rowsAt(place, `update audit set details = '{' where shop_id = 1 and number = 2`)
    expect((await run(['audit', 'list', '--shop', 'anna'])).out).toContain('cli nobody')
  })

  test('who verifies on a terminal sees how far it has come', async () => {
    const { run } = await installation(make())
    const { err } = await run(['audit', 'verify'], { isTerminal: true })
    expect(err).toContain('Verifying anna ████████████████████████ 100 %  2 rows')
    expect((await run(['audit', 'verify', '--shop', 'carol'])).code).toBe(2)
    expect((await run(['audit', 'verify', '--kept', `1:${'0'.repeat(64)}`])).err).toContain('name it with --shop')
  })
})

test('the list says who changed what, the latest first, a part at a time', async () => {
  const { run, json } = await shopCommands()
  await run('product', 'add', 'course', '--title', 'Course', '--price', '10')
  await run('product', 'set', 'course', '--price', '12.50')
  const { out } = await run('audit', 'list')
  const [header, newest, ...others] = out.split('\n')
  expect(header).toMatch(/^NUMBER +WHEN +WHO +WHAT +OF +DETAILS$/)
  expect(newest).toMatch(
    /^3 +\S+ \S+.* cli tester +product\.changed +product course +\{"priceMinor":\{"was":1000,"is":1250\}\}$/,
  )
  expect(others).toHaveLength(3)
  expect(await json('audit', 'list', '--before', '2', '--limit', '1')).toEqual([
    {
      number: 1,
      at: expect.stringMatching(/^\d{4}-.*Z$/) as unknown,
      face: 'cli',
      actor: 'tester',
      address: '',
      action: 'shop.created',
      subject: 'shop anna',
      details: { key: 'random' },
      hash: expect.stringMatching(/^[\da-f]{64}$/) as unknown,
    },
  ])
  expect((await run('audit', 'list', '--before', '1')).err).toBe('There is nothing.\n')
})

test('a shop that is not there, and what is no row, are wrong use', async () => {
  const { run } = await shopCommands()
  for (const args of [
    ['verify', '--kept', '1:abc'],
    ['verify', '--kept', `0:${'0'.repeat(64)}`],
    ['list', '--before', '0'],
    ['list', '--limit', 'all'],
  ]) {
    expect((await run('audit', ...args)).code).toBe(2)
  }
})
