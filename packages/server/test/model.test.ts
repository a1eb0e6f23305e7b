import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onEachDatabase } from './databases.ts'
import { changeSteps } from './model/change-steps.ts'
import { compareAll } from './model/compare.ts'
import { couponSteps } from './model/coupon-steps.ts'
import { creationSteps } from './model/creation.ts'
import { productSteps } from './model/product-steps.ts'
import { readingSteps } from './model/reading-steps.ts'
import { openModelService, RealShop } from './model/real.ts'
import { ModelShop } from './model/shop.ts'
import { stock } from './model/stock.ts'

/** BILLKEEP_MODEL_RUNS: how many sequences; BILLKEEP_MODEL_SEED repeats those of a run, which stands in its output. */
const runs = Number(process.env['BILLKEEP_MODEL_RUNS'] ?? 25)
const seed = Number(process.env['BILLKEEP_MODEL_SEED'] ?? Date.now() % 2 ** 31)

/** A sequence takes a tenth of it; one that fails is made shorter for so long. */
const limitMs = 60_000 + runs * 2_000

const anySteps = fc.commands([...creationSteps, ...changeSteps, ...productSteps, ...couponSteps, ...readingSteps], {
  maxCommands: 100,
  size: 'max',
})

onEachDatabase((make) => {
  test(
    `a shop says what a plain model of it says, after each of ${runs} sequences of calls`,
    async () => {
      console.log(`model: seed ${seed}`)
      const service = await openModelService(make())
      let shops = 0
      const property = fc.asyncProperty(anySteps, async (steps) => {
        shops += 1
        const real = await RealShop.create(service, shops)
        try {
          const model = new ModelShop(service.clock)
          await stock(model, real)
          await fc.asyncModelRun(() => ({ model, real }), steps)
          await compareAll(model, real)
        } finally {
          real.close()
        }
      })
      const limits = { interruptAfterTimeLimit: limitMs, markInterruptAsFailure: true }
      await fc.assert(property, { seed, numRuns: runs, ...limits })
      expect(shops).toBeGreaterThanOrEqual(runs)
    },
    limitMs + 30_000,
  )
})
