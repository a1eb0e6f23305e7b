import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { placeOn } from '../../../../test/databases.ts'
import { runSql } from '../../../../test/postgres.ts'
import type { Database, Transaction } from '../../database.ts'
import { StoreError, StoreUnavailable } from '../../errors.ts'
import { ClaimedWriter, type WriterLimits } from './claimed-writer.ts'
import { openPostgres } from './database.ts'
import { PostgresPool } from './pool.ts'
import { kyselyOver } from './statements.ts'

/** Two nodes on the same database, with the counters of shops 1 and 2. */
async function nodes(): Promise<readonly [Database, Database]> {
  const url = await filled()
  const [one, other] = await Promise.all([1, 2].map(() => openPostgres({ url, connections: 4 })))
  if (one === undefined || other === undefined) throw new Error('There are two.')
  onTestFinished(async () => {
    await one.close()
    await other.close()
  })
  return [one, other]
}

/** The address of a database with the counters of ten shops. */
async function filled(): Promise<string> {
  const { database: url = '' } = await placeOn('PostgreSQL')
  await runSql(url, 'insert into counters select s from generate_series(1, 10) as s')
  return url
}

interface Setting {
  readonly pool: PostgresPool
  readonly write: Database['write']
  /** Holds these shops as another node does; resolves to what lets them go. */
  readonly hold: (...shops: readonly number[]) => Promise<() => Promise<void>>
}

/** A node of four connections. `limits` are the writer's, `parameters` those of the address. */
async function node({
  limits = {},
  parameters = '',
}: {
  limits?: WriterLimits
  parameters?: string
}): Promise<Setting> {
  const url = await filled()
  const pool = new PostgresPool({ url: `${url}${parameters}`, connections: 4 })
  const other = new PostgresPool({ url, connections: 1, name: 'another node' })
  const writer = new ClaimedWriter(pool, kyselyOver(pool), limits)
  onTestFinished(async () => {
    await other.close()
    await writer.close()
    await pool.close()
  })
  return {
    pool,
    write: writer.write,
    async hold(...shops) {
      const client = await other.connect()
      await client.query(`begin; select 1 from counters where shop_id in (${shops.join()}) for update`)
      return async () => {
        await client.query('commit')
        client.release()
      }
    },
  }
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

test('however many writers wait for shops that are held, readers go on, and so does what waits for no shop', async () => {
  const { pool, write, hold } = await node({})
  const letGo = await hold(1, 2, 3, 4, 5, 6)
  let written = 0
  const writing = numbers(6).map(async (shop) => {
    await write(shop, (transaction) => count(transaction, shop))
    written += 1
  })
  for (let turns = 0; turns < 20; turns += 1) {
    await pool.with((client) => client.query('select pg_sleep(0.01)'))
    await write('nothing', ({ kysely }) => kysely.selectFrom('shops').selectAll().execute())
  }
  expect(written).toBe(0)
  await letGo()
  await Promise.all(writing)
})

// Each was tried again by itself, and waited as long again.
test('when a shop is not to be had, all who wait for it are told at once', async () => {
  const { write, hold } = await node({ parameters: '?lock_timeout=200' })
  const letGo = await hold(1)
  const begun = performance.now()
  const writing = numbers(40).map(() => write(1, (transaction) => count(transaction)))
  for (const { status } of await Promise.allSettled(writing)) expect(status).toBe('rejected')
  expect(performance.now() - begun).toBeLessThan(4_000)
  await letGo()
  expect(await write(1, (transaction) => count(transaction))).toBe(1)
})

test('where the way to the database is slow, fewer share a commit, and none fails', async () => {
  const { write } = await node({ limits: { transaction: 50 } })
  const ids = await Promise.all(
    numbers(30).map(() =>
      write(1, async (transaction) => {
        await sql`select pg_sleep(0.01)`.execute(transaction.kysely)
        return transactionId(transaction)
      }),
    ),
  )
  expect(new Set(ids).size).toBeGreaterThan(3)
})

test('of those that share a slow commit, one that fails has only those begun again that had begun', async () => {
  const { write } = await node({ limits: { transaction: 0 } })
  let runs = 0
  const results = await Promise.allSettled(
    numbers(3).map((index) =>
      write(1, async (transaction) => {
        runs += 1
        if (index === 1) throw new StoreError('No.')
        return count(transaction)
      }),
    ),
  )
  expect(results).toMatchObject([{ reason: new StoreError('No.') }, { value: 1 }, { value: 2 }])
  expect(runs).toBe(3)
})

test('a caller hears in time that it takes too long, and what had not begun then never does', async () => {
  const { write, hold } = await node({ limits: { caller: 100 } })
  const letGo = await hold(1)
  let runs = 0
  const run = async (transaction: Transaction): Promise<number> => {
    runs += 1
    return count(transaction)
  }
  await expect(write(1, run)).rejects.toThrow(StoreUnavailable)
  await expect(write(1, run)).rejects.toThrow(StoreUnavailable)
  await letGo()
  await expect.poll(() => write(1, (transaction) => count(transaction)).catch(() => undefined)).toBe(1)
  expect(runs).toBe(0)
})

test('a connection on which something takes too long is cut, and the others stay', async () => {
  const { pool } = await node({})
  const backend = async (): Promise<number> =>
    pool.with(async (client) => {
      await client.query('select pg_sleep(0.05)')
      return (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid ?? 0
    })
  const before = await Promise.all([backend(), backend(), backend()])
  const slow = pool.with((client) => client.query('select pg_sleep(30)'), 100)
  await expect(slow).rejects.toThrow(StoreUnavailable)
  const { rows } = await pool.with((client) =>
    client.query('select pid from pg_stat_activity where pid = any($1)', [before]),
  )
  expect(rows.length).toBeGreaterThanOrEqual(2)
})
