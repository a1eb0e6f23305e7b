import { expect, test } from 'vitest'
import { feesOf } from './fees.ts'
import type { Partner } from './partner.ts'

const bob: Partner = { number: 7, login: 'bob', basisPoints: 1_000, parent: 8 }
const carol: Partner = { number: 8, login: 'carol', basisPoints: 2_000, parent: null }

test.each([
  ['nobody earns where nobody brought the customer', [null, null], [], []],
  ["the partner's own share, where the product says nothing", [null, null], [bob], [150_00]],
  ['a sum of the product', [{ sumMinor: 70_00, basisPoints: 0 }, null], [bob], [70_00]],
  ['a share of the product', [{ sumMinor: 0, basisPoints: 500 }, null], [bob], [75_00]],
  ['a share, where the product has both', [{ sumMinor: 70_00, basisPoints: 500 }, null], [bob], [75_00]],
  ['nothing, where the product says so', [{ sumMinor: 0, basisPoints: 0 }, null], [bob], [0]],
  ['at level 2 nothing, where the product says nothing', [null, null], [bob, carol], [150_00, 0]],
  ['at level 2 what the product says', [null, { sumMinor: 0, basisPoints: 300 }], [bob, carol], [150_00, 45_00]],
  ['above level 2 nothing', [null, null], [bob, carol, bob], [150_00, 0, 0]],
  ['never more than the item costs', [{ sumMinor: 9_999_00, basisPoints: 0 }, null], [bob], [1_500_00]],
] as const)('%s', (_about, fees, chain, expected) => {
  const earned = feesOf({ fees }, 1_500_00, chain)
  expect(earned.map(({ feeMinor }) => feeMinor)).toEqual(expected)
  expect(earned.map(({ level, partner, name }) => [level, partner, name])).toEqual(
    chain.map(({ number, login }, index) => [index + 1, number, login]),
  )
})
