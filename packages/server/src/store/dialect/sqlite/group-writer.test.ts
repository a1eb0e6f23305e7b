import { once } from 'node:events'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { throwAwayFolder } from '../../../../test/databases.ts'
import type { Transaction } from '../../database.ts'
import { StoreError } from '../../errors.ts'
import { GroupWriter, type GroupWriterOptions } from './group-writer.ts'

interface Setting {
  readonly writer: GroupWriter
  readonly file: string
  readonly commits: () => number
}

async function setting(options: Partial<GroupWriterOptions> = {}): Promise<Setting> {
  const file = join(throwAwayFolder(), 'test.db')
  let commits = 0
  const onCommit = (): void => {
    commits += 1
  }
  const writer = new GroupWriter({ file, onCommit, writesPerCommit: 64, ...options })
  onTestFinished(() => writer.close())
  await writer.write('nothing', ({ kysely }) => sql`create table t (x integer primary key)`.execute(kysely))
  return { writer, file, commits: () => commits - 1 }
}

async function add({ kysely }: Transaction, x: number): Promise<number> {
  await sql`insert into t values (${x})`.execute(kysely)
  return x
}

/** As another process sees it. */
function stored(file: string): unknown[] {
  const connection = new DatabaseSync(file, { readOnly: true })
  try {
    return connection
      .prepare('select x from t order by x')
      .all()
      .map(({ x }) => x)
  } finally {
    connection.close()
  }
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

test('writes that come together share a commit, and each gets its own result', async () => {
  const { writer, file, commits } = await setting()
  const results = await Promise.all(
    numbers(40).map((x) => writer.write('nothing', (transaction) => add(transaction, x))),
  )
  expect(results).toEqual(numbers(40))
  expect(stored(file)).toEqual(numbers(40))
  expect(commits()).toBe(1)
})

test('no more share a commit than may', async () => {
  const { writer, commits } = await setting({ writesPerCommit: 8 })
  await Promise.all(numbers(40).map((x) => writer.write('nothing', (transaction) => add(transaction, x))))
  expect(commits()).toBe(5)
})

test('whoever is told has it on disk, also when others wait behind', async () => {
  const { writer, file } = await setting({ writesPerCommit: 1 })
  const seen = numbers(5).map(async (x) => {
    await writer.write('nothing', (transaction) => add(transaction, x))
    return stored(file).includes(x)
  })
  expect(await Promise.all(seen)).toEqual(numbers(5).map(() => true))
})

test('one that fails is taken back alone', async () => {
  const { writer, file, commits } = await setting()
  const outcomes = await Promise.allSettled(
    numbers(6).map((x) =>
      writer.write('nothing', async (transaction) => {
        await add(transaction, x * 10)
        await add(transaction, x % 2 === 0 ? x * 10 + 1 : 0)
      }),
    ),
  )
  expect(outcomes.map(({ status }) => status)).toEqual(numbers(6).map((x) => (x % 2 === 0 ? 'fulfilled' : 'rejected')))
  expect(stored(file)).toEqual([0, 1, 20, 21, 40, 41])
  expect(commits()).toBe(1)
})

test('a failed commit is told to all who waited for it, and the next one works', async () => {
  const { writer, file } = await setting()
  await writer.write('nothing', ({ kysely }) =>
    sql`create table child (x integer references t (x) deferrable initially deferred)`.execute(kysely),
  )
  const works = [
    writer.write('nothing', (transaction) => add(transaction, 1)),
    writer.write('nothing', ({ kysely }) => sql`insert into child values (99)`.execute(kysely)),
  ]
  for (const work of works) await expect(work).rejects.toThrow('FOREIGN KEY')
  await writer.write('nothing', (transaction) => add(transaction, 2))
  expect(stored(file)).toEqual([2])
})

test('waits for another process that writes, without stopping this one', async () => {
  const { writer, file } = await setting()
  const other = new DatabaseSync(file)
  other.exec('begin immediate; insert into t values (1)')
  const written = writer.write('nothing', (transaction) => add(transaction, 2))
  let turns = 0
  while (turns < 20) {
    await new Promise(setImmediate)
    turns += 1
  }
  expect(stored(file)).toEqual([])
  other.exec('commit')
  other.close()
  await written
  expect(stored(file)).toEqual([1, 2])
})

test('what waits when it closes is written first', async () => {
  const { writer, file } = await setting()
  const written = Promise.all(numbers(3).map((x) => writer.write('nothing', (transaction) => add(transaction, x))))
  await writer.close()
  await written
  expect(stored(file)).toEqual([0, 1, 2])
})

test('an error says what to do when somebody else never stops writing', async () => {
  const { writer, file } = await setting({ patienceMs: 5 })
  const other = new DatabaseSync(file)
  onTestFinished(() => other.close())
  other.exec('begin immediate')
  const written = writer.write('nothing', (transaction) => add(transaction, 2))
  await expect(written).rejects.toThrow(StoreError)
})

/** Has a file to itself, as whoever closes it last has for a moment; lets it go soon after it is told that another waits. */
const closing = `
const { parentPort, workerData } = require('node:worker_threads')
const { DatabaseSync } = require('node:sqlite')
const connection = new DatabaseSync(workerData)
connection.exec('pragma locking_mode = exclusive; begin exclusive')
parentPort.once('message', () => setTimeout(() => connection.close(), 200))
parentPort.postMessage('begun')
`

// Found where processes that started and ended met: «database is locked».
test('what is read first, at the start, waits for whoever just closes the file', async () => {
  const file = join(throwAwayFolder(), 'test.db')
  const writer = new GroupWriter({ file, onCommit: () => undefined, writesPerCommit: 64 })
  onTestFinished(() => writer.close())
  const other = new Worker(closing, { eval: true, workerData: file })
  await once(other, 'message')
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  other.postMessage('go')
  const { rows } = await sql`pragma user_version`.execute(writer.kysely)
  expect(rows).toEqual([{ user_version: 0 }])
})
