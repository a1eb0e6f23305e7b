import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeEach, describe, expect, test } from 'vitest'
import { billkeep, billkeepJson, type CommandOptions, type Outcome, startProgram } from '../../../test/command-line.ts'
import { throwAwayFolder } from '../../../test/databases.ts'

let folder: string
let dataDir: string
const inFolder = (name: string): string => join(folder, name)

beforeEach(async () => {
  folder = throwAwayFolder()
  dataDir = inFolder('data')
  await billkeepJson(['shop', 'create', 'anna', '--data', dataDir])
})

async function orders(args: readonly string[], options: CommandOptions = {}): Promise<Outcome> {
  return billkeep(['orders', ...args, '--shop', 'anna'], { ...options, env: { BILLKEEP_DATA: dataDir } })
}

/** What is stored, in the import format. */
async function stored(): Promise<string> {
  return (await orders(['export'])).out
}

/** A line as an export writes it. */
function lineOf(number: number, changes: Readonly<Record<string, unknown>> = {}): string {
  const order = { number, email: `buyer${number}@example.com`, pay_status: 'waiting', created: '2026-01-31T18:00:00Z' }
  const items = [{ product: 1, name: 'course', title: 'Курс', sum: '1500.00', price: '1500.00' }]
  return `${JSON.stringify({ ...order, ...changes, items })}\n`
}

function fileOf(...lines: readonly string[]): string {
  const file = inFolder('orders.ndjson')
  writeFileSync(file, lines.join(''))
  return file
}

describe('import', () => {
  test('a file, and the same again', async () => {
    const file = fileOf(lineOf(1), lineOf(2))
    expect(await orders(['import', file])).toEqual({
      code: 0,
      out: 'Imported into anna: 2 added, 0 updated, 0 already there.\n',
      err: '',
    })
    expect((await orders(['import', file])).out).toContain('0 added, 0 updated, 2 already there.')
    expect(await stored()).toBe(readFileSync(file, 'utf8'))
  })

  test('standard input', async () => {
    const options = { stdin: lineOf(1), env: { BILLKEEP_DATA: dataDir } }
    const report = await billkeepJson(['orders', 'import', '-', '--shop', 'anna'], options)
    expect(report).toEqual({ added: 1, same: 0, updated: 0, bad: 0, first_bad: [] })
  })

  test('all or nothing: bad lines are named', async () => {
    const { code, out, err } = await orders(['import', fileOf(lineOf(1), 'x\n', lineOf(2, { email: 'nobody' }))])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/^billkeep: Nothing was imported: 2 bad lines\.\n {2}line 2: is not JSON\n {2}line 3: email/)
    expect(err).toContain('--skip-bad FILE')
    expect(await stored()).toBe('')
  })

  test('--json tells of bad lines too', async () => {
    const { code, out } = await orders(['import', fileOf('x\n'), '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toEqual({
      added: 0,
      same: 0,
      updated: 0,
      bad: 1,
      first_bad: [{ line: 1, reason: 'is not JSON' }],
    })
  })

  test('--skip-bad passes over bad lines and keeps them, to be mended and imported', async () => {
    const bad = inFolder('bad.ndjson')
    const { code, out } = await orders(['import', fileOf('x\n', lineOf(1)), '--skip-bad', bad])
    expect(code).toBe(0)
    expect(out).toBe(
      `Imported into anna: 1 added, 0 updated, 0 already there.\nPassed over 1 bad line, now in ${bad}:\n  line 1: is not JSON\n`,
    )
    expect(readFileSync(bad, 'utf8')).toBe('# line 1: is not JSON\nx\n')
    expect(await stored()).toBe(lineOf(1))
  })

  test('a changed order is a conflict without --update', async () => {
    await orders(['import', fileOf(lineOf(1))])
    const changed = fileOf(lineOf(1, { pay_status: 'cancel' }))
    const { code, err } = await orders(['import', changed])
    expect(code).toBe(1)
    expect(err).toContain('line 1: order 1 is stored already with another pay_status; --update replaces it')
    expect((await orders(['import', changed, '--update'])).out).toContain('0 added, 1 updated, 0 already there.')
  })

  test.each([
    ['a missing file', () => [inFolder('nope')], 1, 'nope does not exist.'],
    ['a folder', () => [folder], 1, 'is a folder; name a file.'],
    ['--skip-bad on the file itself', () => [fileOf(''), '--skip-bad', inFolder('orders.ndjson')], 2, 'Name another.'],
    ['--skip-bad in no folder', () => [fileOf(''), '--skip-bad', inFolder('no/bad')], 1, 'no/bad cannot be written'],
  ])('refuses %s', async (_, args, expected, message) => {
    const { code, err } = await orders(['import', ...args()])
    expect(code).toBe(expected)
    expect(err).toContain(message)
  })

  test('refuses an unknown shop', async () => {
    const { code, err } = await billkeep(['orders', 'import', fileOf(), '--shop', 'nobody', '--data', dataDir])
    expect(code).toBe(1)
    expect(err).toContain('There is no shop «nobody».')
  })

  test('shows its progress on a terminal only', async () => {
    const file = fileOf(lineOf(1))
    const { err } = await orders(['import', file], { isTerminal: true })
    expect(err.split('\r\u{1b}[K').map((line) => line.replace(/[\d,]+\/s/, 'N/s'))).toEqual([
      '',
      'Reading ████████████████████████ 100 %  1 orders  N/s  0:00 left',
      'Finishing 1 orders…',
      '',
    ])
    expect((await orders(['import', file])).err).toBe('')
  })

  test('Ctrl-C takes everything back', async () => {
    const interrupt = new AbortController()
    const stdin = Readable.from(
      (async function* () {
        yield Buffer.from(`${lineOf(1)}bad\n`)
        interrupt.abort()
        yield Buffer.from(lineOf(2))
      })(),
    )
    const bad = inFolder('bad.ndjson')
    const outcome = await orders(['import', '-', '--skip-bad', bad], { stdin, interrupt: interrupt.signal })
    expect(outcome).toEqual({ code: 130, out: '', err: 'billkeep: Stopped: nothing was imported.\n' })
    expect(await stored()).toBe('')
    expect(readdirSync(folder)).toEqual(['data'])
  })

  test('Ctrl-C on the real program does so too', async () => {
    const program = startProgram([
      'orders',
      'import',
      '-',
      '--shop',
      'anna',
      '--data',
      dataDir,
      '--skip-bad',
      inFolder('bad'),
    ])
    program.process.stdin?.write(`${lineOf(1)}bad\n`)
    await expect.poll(() => draftSize(), { timeout: 10_000 }).toBeGreaterThan(0)
    program.process.kill('SIGINT')
    expect(await program.ended).toBe(130)
    expect(await stored()).toBe('')
    expect(readdirSync(folder)).toEqual(['data'])
  })
})

describe('export', () => {
  beforeEach(async () => {
    await orders(['import', fileOf(lineOf(2, { comment: 'a "b", c' }), lineOf(1))])
  })

  test('gives the import format, by number, that gives itself again', async () => {
    const first = await stored()
    expect(first).toBe(lineOf(1) + lineOf(2, { comment: 'a "b", c' }))
    await billkeepJson(['shop', 'create', 'boris', '--data', dataDir])
    await billkeep(['orders', 'import', '-', '--shop', 'boris', '--data', dataDir], { stdin: first })
    expect((await billkeep(['orders', 'export', '--shop', 'boris', '--data', dataDir])).out).toBe(first)
  })

  test('CSV has a row a product', async () => {
    const { out } = await orders(['export', '--format', 'csv'])
    const rows = out.split('\r\n')
    expect(rows).toHaveLength(4)
    expect(rows[0]).toMatch(/^number,email,pay_status,created/)
    expect(rows[2]).toContain('"a ""b"", c"')
  })

  test('--out writes a whole file that only its owner can read', async () => {
    const file = inFolder('out.ndjson')
    writeFileSync(file, 'older')
    expect(await orders(['export', '--out', file])).toEqual({ code: 0, out: `Wrote 2 orders to ${file}.\n`, err: '' })
    expect(readFileSync(file, 'utf8')).toBe(await stored())
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const json = await billkeepJson(['orders', 'export', '--out', file, '--shop', 'anna', '--data', dataDir])
    expect(json).toEqual({ orders: 2, file })
  })

  test('a pipe may be left early', async () => {
    const program = startProgram(['orders', 'export', '--shop', 'anna', '--data', dataDir])
    program.process.stdout?.destroy()
    expect(await program.ended).toBe(0)
    expect(program.err()).toBe('')
  })

  test('refuses an unknown shop', async () => {
    const { code, err } = await billkeep(['orders', 'export', '--shop', 'nobody', '--data', dataDir])
    expect(code).toBe(1)
    expect(err).toContain('There is no shop «nobody».')
  })
})

/** Of what will be the file of bad lines, once an import reads. */
function draftSize(): number {
  const draft = readdirSync(folder).find((name) => name.endsWith('.part'))
  return draft === undefined ? 0 : statSync(inFolder(draft)).size
}
