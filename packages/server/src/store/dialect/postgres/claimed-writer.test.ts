import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { placeOn } from '../../../../test/databases.ts'
import type { Database, Transaction } from '../../database.ts'
import { StoreError } from '../../errors.ts'
import { openPostgres } from './database.ts'

/** Two nodes on the same database, with the counters of shops 1 and 2. */
async function nodes(): Promise<readonly [Database, Database]> {
  const { database: url = '' } = await placeOn('PostgreSQL')
  const [one, other] = await Promise.all([1, 2].map(() => openPostgres({ url, connections: 4 })))
  if (one === undefined || other === undefined) throw new Error('There are two.')
  onTestFinished(async () => {
    await one.close()
    await other.close()
  })
  for (const shop_id of [1, 2]) {
    await one.write('nothing', ({ kysely }) => kysely.insertInto('counters').values({ shop_id }).execute())
  }
  return [one, other]
}

async function transactionId({ kysely }: Transaction): Promise<string> {
  const { rows } = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(kysely)
  return rows[0]?.id ?? ''
}

/** Reads, and then writes what follows from it: two that read the same would lose one of the two. */
async function count({ kysely }: Transaction, shopId = 1): Promise<number> {
  const row = kysely.selectFrom('counters').select('next_order').where('shop_id', '=', shopId)
  const { next_order } = await row.executeTakeFirstOrThrow()
  await kysely
    .updateTable('counters')
    .set({ next_order: next_order + 1 })
    .where('shop_id', '=', shopId)
    .execute()
  return next_order
}

const numbers = (length: number): readonly number[] => Array.from({ length }, (_, index) => index + 1)

test('writes of a shop that come together share a commit, and each gets its own result', async () => {
  const [{ write }] = await nodes()
  const results = await Promise.all(
    numbers(20).map(() =>
      write(1, async (transaction) => [await transactionId(transaction), await count(transaction)]),
    ),
  )
  expect(results.map(([, number]) => number)).toEqual(numbers(20))
  expect(new Set(results.map(([id]) => id)).size).toBe(1)
})

test('writes of several shops do not wait for each other', async () => {
  const [{ write }] = await nodes()
  const gate = Promise.withResolvers<void>()
  const slow = write(1, async (transaction) => {
    await gate.promise
    return count(transaction)
  })
  expect(await write(2, (transaction) => count(transaction, 2))).toBe(1)
  gate.resolve()
  expect(await slow).toBe(1)
})

test('whatever comes together on several nodes, a number is given once', async () => {
  const both = await nodes()
  const given = await Promise.all(numbers(60).map((index) => both[index % 2 === 0 ? 0 : 1].write(1, (tx) => count(tx))))
  expect(given.toSorted((a, b) => a - b)).toEqual(numbers(60))
})

test('one that fails is taken back alone', async () => {
  const [{ write, kysely }] = await nodes()
  const results = await Promise.allSettled([
    write(1, (transaction) => count(transaction)),
    write(1, async (transaction) => {
      await count(transaction)
      throw new StoreError('No.')
    }),
    write(1, (transaction) => sql`select 1 / 0`.execute(transaction.kysely)),
    write(1, (transaction) => count(transaction)),
  ])
  expect(results).toMatchObject([
    { status: 'fulfilled', value: 1 },
    { status: 'rejected', reason: new StoreError('No.') },
    { status: 'rejected', reason: { code: '22012' } },
    { status: 'fulfilled', value: 2 },
  ])
  expect(await kysely.selectFrom('counters').selectAll().where('shop_id', '=', 1).execute()).toMatchObject([
    { next_order: 3 },
  ])
})

test.each(['40001', '40P01'])('what the database asks to repeat (%s) is repeated, and is done once', async (state) => {
  const [{ write }] = await nodes()
  let attempts = 0
  const number = await write(1, async (transaction) => {
    attempts += 1
    const made = await count(transaction)
    // As PostgreSQL says it, which `retry.test.ts` has it say.
    if (attempts < 3) throw Object.assign(new Error('again'), { code: state })
    return made
  })
  expect({ number, attempts }).toEqual({ number: 1, attempts: 3 })
})

test('what waits when it closes is written first', async () => {
  const [one, other] = await nodes()
  const written = Promise.all(numbers(3).map(() => one.write(1, (transaction) => count(transaction))))
  await one.close()
  expect(await written).toEqual([1, 2, 3])
  expect(await other.write(1, (transaction) => count(transaction))).toBe(4)
})
