import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { onEachDatabase, postgres } from '../../test/databases.ts'
import { tester } from '../../test/tester.ts'
import type { Job } from './jobs.ts'

const leaseMs = 15_000
const first: Job = { shopId: 1, kind: 'retention' }
const second: Job = { shopId: 2, kind: 'retention' }

onEachDatabase((make) => {
  test('whoever keeps a job is told whether it still has it', async () => {
    const database = make()
    const { jobs, shops } = await database.open()
    for (const login of ['alice', 'bob']) await shops.create(login, tester)
    database.clock.now += 86_400_000
    expect(await jobs.take('me', { leaseMs, limit: 10 })).toEqual(expect.arrayContaining([first, second]))
    expect(await jobs.keep('me', [first, second], leaseMs)).toEqual(['kept', 'kept'])
    database.clock.now += 10_000
    expect(await jobs.keep('me', [second], leaseMs)).toEqual(['kept'])
    database.clock.now += 5_000
    expect(await jobs.take('other', { leaseMs, limit: 10 })).toEqual([first])
    await jobs.release('me', second, undefined)
    expect(await jobs.keep('me', [second, first], leaseMs)).toEqual(['lost', 'lost'])
  })
})

test('whoever just adds to a shop’s jobs keeps no lease of another shop from being renewed', async () => {
  const database = postgres()
  const { jobs, shops } = await database.open()
  for (const login of ['alice', 'bob']) await shops.create(login, tester)
  database.clock.now += 86_400_000
  await jobs.take('me', { leaseMs, limit: 10 })
  const adding = new Client({ connectionString: database.place.database })
  onTestFinished(() => adding.end())
  await adding.connect()
  await adding.query('begin; update jobs set due_at = due_at where shop_id = 1')
  expect(await jobs.keep('me', [first, second], leaseMs)).toEqual(['busy', 'kept'])
  await adding.query('commit')
  expect(await jobs.keep('me', [first, second], leaseMs)).toEqual(['kept', 'kept'])
})
