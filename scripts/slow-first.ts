import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes from ten seconds to a minute. Vitest finds that out by itself, but for the first run in a folder. */
const slow = [
  'account/test/sound',
  'account/test/robust',
  'server/test/crash',
  'server/test/faults/rounds',
  'server/test/faults/connections',
  'server/test/faults',
  'account/test/products',
  'account/test/api',
  'account/test/account',
  'account/test/deliveries',
  'wire/src/php',
  'server/test/fuzz',
  'server/test/torture',
  'server/test/contract',
  'client/test/package',
  'server/test/model',
]

/** Which files begin when: the slowest first, so that at the end nobody waits for one. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- it is Vitest's own, of no array
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other))
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = slow.findIndex((name) => moduleId.endsWith(`${name}.test.ts`))
  return place === -1 ? slow.length : place
}
