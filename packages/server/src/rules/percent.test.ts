import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { basisPointsOf, parsePercent, percentOf, writePercent } from './percent.ts'

describe('parsePercent', () => {
  test.each([
    ['0', 0],
    ['10', 1_000],
    ['12.5', 1_250],
    ['12.50', 1_250],
    ['0.01', 1],
    ['007', 700],
    ['100', 10_000],
    ['100.00', 10_000],
  ])('%j is %i hundredths', (text, basisPoints) => {
    expect(parsePercent(text)).toBe(basisPoints)
  })

  test.each(['', ' ', '-1', '+1', '100.01', '101', '1000', '1.', '.5', '1.234', '1,5', '10%', '1e1', 'ten', '٣'])(
    '%j is no share',
    (text) => {
      expect(parsePercent(text)).toBeUndefined()
    },
  )
})

test('every share is read as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (basisPoints) => {
      expect(parsePercent(writePercent(basisPoints))).toBe(basisPoints)
      expect(basisPointsOf(percentOf(basisPoints))).toBe(basisPoints)
    }),
  )
})

test.each([-0.01, 100.01, 12.345, 0.001, 1e-9, NaN, Infinity, 1e300])('%d is no percentage', (percent) => {
  expect(basisPointsOf(percent)).toBeUndefined()
})
