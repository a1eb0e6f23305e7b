import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageOf } from './pages.ts'

test('pages together have each that is wanted once, whatever their length', async () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 5_000 }), { maxLength: 3_000 })
  await fc.assert(
    fc.asyncProperty(
      numbers,
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 1, max: 40 }),
      async (all, limit, part) => {
        const items = all.toSorted((a, b) => a - b).map((number) => ({ number }))
        const read = async (after: number, most: number) => items.filter(({ number }) => number > after).slice(0, most)
        const isWanted = part === 1 ? undefined : ({ number }: { number: number }) => number % part === 0
        const found: number[] = []
        for (let after: number | null = 0; after !== null;) {
          const page: Awaited<ReturnType<typeof pageOf>> = await pageOf({ read, isWanted }, { after, limit })
          expect(page.items.length).toBeLessThanOrEqual(limit)
          found.push(...page.items.map(({ number }) => number))
          after = page.next
        }
        expect(found).toEqual(items.map(({ number }) => number).filter((number) => number % part === 0))
      },
    ),
    { numRuns: 30 },
  )
})
