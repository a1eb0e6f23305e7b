import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressIn } from '../src/store/copy/address.ts'
import { copyDatabase, type CopyReport, type CopyTask } from '../src/store/copy/copy.ts'
import { withSides } from '../src/store/copy/sides.ts'
import { openStore } from '../src/store/open.ts'
import { answersAt } from './copy/answers.ts'
import { dumpOf } from './copy/dump.ts'
import { addShops, anyShops, type RandomShop } from './copy/shops.ts'
import { newPostgres, startOfTime, throwAwayFolder } from './databases.ts'

/** BILLKEEP_COPY_RUNS: how many databases are copied there and back; BILLKEEP_COPY_SEED repeats those of a run. */
const runs = Number(process.env['BILLKEEP_COPY_RUNS'] ?? 2)
const seed = Number(process.env['BILLKEEP_COPY_SEED'] ?? Date.now() % 2 ** 31)

const masterKey = '5a'.repeat(32)

test(
  `what is copied to PostgreSQL and back is what it was, however often it is cut off (${runs} databases)`,
  async () => {
    console.log(`copy: seed ${seed}`)
    const cuts = fc.array(fc.nat(60), { maxLength: 2 })
    const property = fc.asyncProperty(anyShops, cuts, cuts, async (shops, cutsThere, cutsBack) => {
      const [first, last] = [throwAwayFolder(), throwAwayFolder()]
      const database = await newPostgres()
      await fill(first, shops)
      const before = { rows: dumpOf(first), answers: await answersAt({ dataDir: first, masterKey }) }

      const there = await copyInParts(first, database, cutsThere)
      expect(there).toMatchObject({ differing: 0, shops: shops.length })
      expect(await answersAt({ dataDir: first, database, masterKey })).toEqual(before.answers)

      const back = await copyInParts(database, last, cutsBack)
      expect(back).toMatchObject({ differing: 0, tables: there.tables })
      expect(dumpOf(last)).toEqual(before.rows)
      expect(await answersAt({ dataDir: last, masterKey })).toEqual(before.answers)
    })
    await fc.assert(property, { seed, numRuns: runs, plugins: [fc.interruptAfterTimeLimit(60_000 + runs * 10_000)] })
  },
  90_000 + runs * 10_000,
)

async function fill(dataDir: string, shops: readonly RandomShop[]): Promise<void> {
  const store = await openStore({ dataDir, masterKey, clock: () => startOfTime })
  await addShops(store, shops)
  await store.close()
}

/** What the program that copies is interrupted by. */
class Cut extends Error {}

/** Each cut says after how many rows more it comes, if there are as many. Each run must go on where the last one was. */
async function copyInParts(from: string, to: string, cuts: readonly number[]): Promise<CopyReport> {
  let copied = 0
  for (const cut of cuts) {
    const stopAt = copied + cut
    const run = copy(from, to, ({ phase, rows }) => {
      if (phase === 'copying') copied = rows
      if (phase === 'comparing' || rows >= stopAt) throw new Cut()
    })
    const error: unknown = await run.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    if (!(error instanceof Cut)) throw new Error('It was not cut off.', { cause: error })
  }
  const report = await copy(from, to, () => {})
  expect(report.resumed).toBe(copied)
  return report
}

async function copy(from: string, to: string, onProgress: CopyTask['onProgress']): Promise<CopyReport> {
  return withSides({ from: addressIn(from), to: addressIn(to) }, async (sides) =>
    copyDatabase({ ...sides, restart: false, onBegun: () => {}, onProgress }),
  )
}
