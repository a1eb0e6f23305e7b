import { expect, test } from 'vitest'
import { placeOn } from './databases.ts'
import { postgresDatabase, sqliteDatabase } from './torture/database.ts'
import { torture } from './torture/run.ts'

/** Another each time; what it was stands in the message of a failure, and BILLKEEP_TORTURE_SEED repeats it. */
const seed = Number(process.env['BILLKEEP_TORTURE_SEED'] ?? Date.now() % 2 ** 31)
const mostCalls = 400

test.each([
  { name: 'SQLite', rounds: 3 },
  { name: 'PostgreSQL', rounds: 1 },
])('what was acknowledged survives the kill of a busy server ($name)', { timeout: 120_000 }, async (each) => {
  const { name, rounds } = each
  const { database: url } = await placeOn(name === 'SQLite' ? 'SQLite' : 'PostgreSQL')
  const database = url === undefined ? sqliteDatabase() : postgresDatabase(url)
  try {
    console.log(`torture: seed ${seed}`)
    const tally = await torture({ seed, rounds, mostCalls, database })
    console.log(`torture: ${tally.summary()}`)
    expect(tally.count('orders')).toBeGreaterThan(0)
    expect(tally.count('notifications')).toBeGreaterThan(0)
  } finally {
    await database.remove()
  }
})
