import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { billkeep, billkeepJson } from '../../test/command-line.ts'
import { throwAwayFolder } from '../../test/databases.ts'
import { messageFor } from './error-message.ts'
import { processIo } from './io.ts'
import { billkeep as program } from './program.ts'

describe('help', () => {
  test.each(namesOf(program(processIo())))('billkeep%s --help', async (name) => {
    const { code, out, err } = await billkeep([...name.split(' ').filter(Boolean), '--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('Usage: billkeep')
  })

  test.each(leavesOf(program(processIo())))('billkeep%s shows examples', async (name) => {
    const { out } = await billkeep([...name.trim().split(' '), '--help'])
    expect(out).toContain(`\nExamples:\n`)
    expect(out).toContain(`billkeep${name}`)
  })
})

describe('wrong usage ends with 2 and says what is wrong', () => {
  test.each([
    [[], 'Usage: billkeep'],
    [['shop'], 'Usage: billkeep shop'],
    [['sell'], "unknown command 'sell'"],
    [['shop', 'list', '--jsn'], "unknown option '--jsn'"],
    [['shop', 'create'], "missing required argument 'login'"],
    [['shop', 'create', 'a', 'b'], 'too many arguments'],
    [['shop', 'rotate-key', 'anna', '--overlap', '7 days'], '7d, 12h, 30m or 45s'],
    [['orders', 'import', 'x'], "required option '--shop <login>' not specified"],
    [['orders', 'export', '--shop', 'anna', '--format', 'xml'], 'Allowed choices are ndjson, csv'],
    [['bills', 'a@example.com', '--url', 'http://a.localhost', '--login', 'a'], "required option '--key <key>'"],
    [['bills', 'a@example.com', '--url', 'a.localhost', '--login', 'a', '--key', 'k'], 'Give it as http://'],
    [['serve', '--port', '99999', '--workers', '0'], '--port must be a number from 0 to 65535.\n--workers must be'],
  ])('%j', async (args, message) => {
    const { code, out, err } = await billkeep(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })
})

describe('the environment', () => {
  test('stands in for options', async () => {
    const dataDir = throwAwayFolder()
    const env = { BILLKEEP_DATA: dataDir, BILLKEEP_KEY: 'an old key', BILLKEEP_JSON: 'yes' }
    const { out } = await billkeep(['shop', 'create', 'anna'], { env })
    expect(JSON.parse(out)).toMatchObject({ login: 'anna', key: 'an old key' })
  })

  test('gives way to the command line', async () => {
    const args = ['shop', 'create', 'anna', '--key', 'given', '--data', throwAwayFolder()]
    expect(await billkeepJson(args, { env: { BILLKEEP_KEY: 'set' } })).toMatchObject({ key: 'given' })
  })

  test('satisfies required options, and is checked as they are', async () => {
    const env = { BILLKEEP_SHOP: 'anna', BILLKEEP_FORMAT: 'xml' }
    const { code, err } = await billkeep(['orders', 'export'], { env })
    expect(code).toBe(2)
    expect(err).toContain("BILLKEEP_FORMAT has the value 'xml'. Allowed choices are ndjson, csv.")
  })

  test.each([
    ['1', '[]\n'],
    ['ON', '[]\n'],
    ['false', ''],
    ['0', ''],
    ['', ''],
  ])('BILLKEEP_JSON=%s', async (BILLKEEP_JSON, out) => {
    expect(await billkeep(['shop', 'list', '--data', throwAwayFolder()], { env: { BILLKEEP_JSON } })).toMatchObject({
      out,
    })
  })

  test('refuses a yes or no that is neither', async () => {
    const { code, err } = await billkeep(['shop', 'list'], { env: { BILLKEEP_JSON: 'perhaps' } })
    expect(code).toBe(2)
    expect(err).toContain("BILLKEEP_JSON has the value 'perhaps'. It must be 1 or 0, true or false, yes or no.")
  })

  test('never shows a key in help', async () => {
    expect((await billkeep(['bills', '--help'], { env: { BILLKEEP_KEY: 'secret' } })).out).not.toContain('secret')
  })
})

describe('errors', () => {
  test('say what to do, without a stack; BILLKEEP_DEBUG=1 shows it', async () => {
    const args = ['shop', 'show', 'nobody', '--data', throwAwayFolder()]
    const plain = await billkeep(args)
    expect(plain).toMatchObject({ code: 1, out: '' })
    expect(plain.err).toBe('billkeep: There is no shop «nobody». «billkeep shop list» shows those there are.\n')
    const debug = await billkeep(args, { env: { BILLKEEP_DEBUG: '1' } })
    expect(debug.err).toContain('    at ')
  })

  test.each([
    [Object.assign(new Error('x'), { code: 'ENOSPC', path: '/a/b' }), '/a/b does not fit: the disk is full.'],
    [new Error('Oh'), 'Oh\nBILLKEEP_DEBUG=1 shows more.'],
    ['a text', 'a text'],
  ])('that nobody foresaw: %s', (error, message) => {
    expect(messageFor(error)).toContain(message)
  })

  test('a mistyped data folder is not made', async () => {
    const dataDir = join(throwAwayFolder(), 'nothing-here')
    const { code, err } = await billkeep(['shop', 'list', '--data', dataDir])
    expect(code).toBe(1)
    expect(err).toContain(`There is no data folder ${dataDir}.`)
  })

  test('a data folder that is a file', async () => {
    const file = join(throwAwayFolder(), 'file')
    writeFileSync(file, '')
    const { code, err } = await billkeep(['shop', 'create', 'anna', '--data', file])
    expect(code).toBe(1)
    expect(err).toBe(`billkeep: ${file} is a file; name a folder.\n`)
  })
})

describe.each([
  ['shop list', ['shop', 'list']],
  ['serve', ['serve', '--port', '0']],
])('a data folder that cannot be used: %s', (_, command) => {
  async function folderWithShop(): Promise<string> {
    const dataDir = throwAwayFolder()
    await billkeepJson(['shop', 'create', 'anna', '--data', dataDir])
    return dataDir
  }

  test('without its master key', async () => {
    const dataDir = await folderWithShop()
    rmSync(join(dataDir, 'master.key'))
    const { code, err } = await billkeep([...command, '--data', dataDir])
    expect(code).toBe(1)
    expect(err).toContain('Put it back from your backup, or set BILLKEEP_MASTER_KEY')
  })

  test('with a damaged database, which stays as it is', async () => {
    const dataDir = await folderWithShop()
    const file = join(dataDir, 'billkeep.db')
    writeFileSync(file, 'not a database at all, but long enough to be taken for one'.repeat(100))
    const before = hashOf(file)
    const { code, err } = await billkeep([...command, '--data', dataDir])
    expect(code).toBe(1)
    expect(err).toContain(`${file} is damaged`)
    expect(hashOf(file)).toBe(before)
  })

  test('with a database of a newer Billkeep, which stays as it is', async () => {
    const dataDir = await folderWithShop()
    const file = join(dataDir, 'billkeep.db')
    const database = new DatabaseSync(file)
    database.exec('pragma user_version = 999; pragma wal_checkpoint(truncate)')
    database.close()
    const before = hashOf(file)
    const { code, err } = await billkeep([...command, '--data', dataDir])
    expect(code).toBe(1)
    expect(err).toContain('This database has schema version 999')
    expect(hashOf(file)).toBe(before)
  })
})

test('a wrong master key is told when a key is to be read', async () => {
  const dataDir = throwAwayFolder()
  await billkeepJson(['shop', 'create', 'anna', '--data', dataDir])
  const wrong = { env: { BILLKEEP_MASTER_KEY: '0'.repeat(64) } }
  expect(await billkeep(['shop', 'key', 'anna', '--data', dataDir], wrong)).toMatchObject({
    code: 1,
    err: expect.stringContaining('The master key does not open the API key of anna.') as string,
  })
  const malformed = { env: { BILLKEEP_MASTER_KEY: 'short' } }
  expect(await billkeep(['shop', 'key', 'anna', '--data', dataDir], malformed)).toMatchObject({
    code: 1,
    err: expect.stringContaining('BILLKEEP_MASTER_KEY must hold 64 hexadecimal digits') as string,
  })
})

test('the installed program', async () => {
  const file = join(import.meta.dirname, '../../bin/billkeep.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [file, '--version'])
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

function namesOf(command: Command, path = ''): string[] {
  return [path, ...command.commands.flatMap((sub) => namesOf(sub, `${path} ${sub.name()}`))]
}

function leavesOf(command: Command, path = ''): string[] {
  return command.commands.length === 0
    ? [path]
    : command.commands.flatMap((sub) => leavesOf(sub, `${path} ${sub.name()}`))
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
