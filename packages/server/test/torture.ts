/**
 * npm run torture: kills a busy server again and again and looks at what it leaves. BILLKEEP_TORTURE_ROUNDS says how often,
 * BILLKEEP_TORTURE_SEED repeats a run, as far as a race can be; `-- --postgres` tortures PostgreSQL. Ctrl-C ends it after the round that is under way.
 */
import { postgresDatabase, sqliteDatabase } from './torture/database.ts'
import { torture } from './torture/run.ts'

const rounds = Number(process.env['BILLKEEP_TORTURE_ROUNDS'] ?? 100)
const seed = Number(process.env['BILLKEEP_TORTURE_SEED'] ?? Date.now() % 2 ** 31)
const { isTTY } = process.stdout
const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort())

// Loaded only then: with it, Ctrl-C ends the process at once.
const postgres = process.argv.includes('--postgres') ? await (await import('./postgres.ts')).startPostgres() : undefined
const database = postgres === undefined ? sqliteDatabase() : postgresDatabase(postgres.url)
console.log(`${database.name}, ${rounds} rounds, seed ${seed}`)
const began = performance.now()
let done = 0
try {
  const seen = await torture({
    seed,
    rounds,
    mostCalls: 2_000,
    database,
    signal: ending.signal,
    onRound(round, tally) {
      done = round
      if (!isTTY) return
      process.stdout.write(
        `\r${round} of ${rounds} rounds, ${tally.count('orders')} orders, ${tally.count('changes')} changes`,
      )
    },
  })
  if (isTTY) process.stdout.write('\n')
  const seconds = (performance.now() - began) / 1_000
  await database.remove()
  console.log(`${done} rounds in ${seconds.toFixed(0)} s: no fault. ${seen.summary()}.`)
} catch (error) {
  if (isTTY) process.stdout.write('\n')
  console.error(error instanceof Error ? error.message : error)
  console.error(`What was left lies in ${JSON.stringify(database.storeOptions)}.`)
  process.exitCode = 1
} finally {
  await postgres?.stop()
}
