import { describe, expect, test } from 'vitest'
import { training } from '../../test/orders.ts'
import { leastPayment } from './prepayment.ts'

const products = new Map([
  [1, { prepaymentMinMinor: 50_000 }],
  [2, { prepaymentMinMinor: null }],
  [3, { prepaymentMinMinor: 0 }],
])
const least = (...items: readonly (readonly [product: number, sumMinor: number])[]): number | undefined =>
  leastPayment(
    items.map(([product, sumMinor]) => ({ ...training, product, sumMinor })),
    products,
  )

describe('the least that can be paid at first', () => {
  test.each([
    ['is the least sum of the product', [[1, 90_000]], 50_000],
    ['is no more than the item costs', [[1, 40_000]], 40_000],
    ['is none where no product allows it', [[2, 90_000]], undefined],
    ['is none for a product that is gone', [[9, 90_000]], undefined],
    [
      'has all of what cannot be paid in part',
      [
        [1, 90_000],
        [2, 7],
        [9, 5],
      ],
      50_012,
    ],
    ['may be nothing', [[3, 90_000]], 0],
    [
      'counts a product as often as it is there',
      [
        [1, 90_000],
        [1, 90_000],
      ],
      100_000,
    ],
  ] as const)('%s', (_about, items, expected) => {
    expect(least(...items)).toBe(expected)
  })
})
