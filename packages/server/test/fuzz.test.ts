import { expect, test } from 'vitest'
import { isFlat } from './fuzz/memory.ts'
import { fuzz } from './fuzz/run.ts'

/** Another each time; what it was stands in the message of a failure, and BILLKEEP_FUZZ_SEED repeats it. */
const seed = Number(process.env['BILLKEEP_FUZZ_SEED'] ?? Date.now() % 2 ** 31)
const requests = 5_000

test(`the server withstands ${requests} requests of every kind`, async () => {
  console.log(`fuzz: seed ${seed}`)
  const report = await fuzz({ seed, requests })
  expect(report.requests).toBeGreaterThanOrEqual(requests)
  expect(report.residentMb).toSatisfy(isFlat)
})
