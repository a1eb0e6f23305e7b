/** What steps are made of: so few words that they collide. */
import fc from 'fast-check'
import type { Which } from './command.ts'
import { dayMs } from './zone.ts'

/** Three customers, two of them in several spellings. */
export const customers = ['anna@example.com', ' Anna@Example.com', 'boris@example.com', 'BORIS@example.com', 'v@x.from']

/** `2` is the name of a product, and may be the number of another; `vanilla` is nowhere. */
export const productNames = ['course', 'apron', 'gift', '2']
export const anyProductName = fc.constantFrom(...productNames)
export const anyProductCalled = fc.oneof(
  { weight: 20, arbitrary: anyProductName },
  { weight: 3, arbitrary: fc.constantFrom('1', '3') },
  { weight: 1, arbitrary: fc.constant('vanilla') },
)

/** `2` is a code, and may be the number of another. */
export const couponCodes = ['SPRING', '2']
export const anyCouponCalled = fc.constantFrom('SPRING', 'spring', '2', '1', 'AUTUMN')

/** Bob, and whoever brought him. */
export const logins = ['bob', 'Carol']

/** Mostly left out; a fault now and then. */
export const anySum = fc.oneof(
  { weight: 12, arbitrary: fc.constant(undefined) },
  { weight: 8, arbitrary: fc.constantFrom('0', '', '15', '15.5', '15.00') },
  { weight: 1, arbitrary: fc.constantFrom('-1', 'much') },
)

const hourMs = dayMs / 24

/** A time beside the present one, in milliseconds. */
export const anyOffset = fc.constantFrom(
  -40 * dayMs,
  -31 * dayMs,
  -30 * dayMs,
  -dayMs,
  -hourMs,
  -1_000,
  0,
  1_000,
  hourMs,
  dayMs,
)

export const anyOrder: fc.Arbitrary<Which> = fc.oneof(
  { weight: 24, arbitrary: fc.nat(5) },
  { weight: 1, arbitrary: fc.constantFrom('', '0', '999', 'first', 'deleted', 'deleted') },
)

/** A field that is left out more often than not. */
export function maybe(...values: readonly string[]): fc.Arbitrary<string | undefined> {
  return fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 })
}

export function seconds(ms: number): string {
  return String(Math.floor(ms / 1_000))
}

/** A fault in one of many. */
export function mostly(good: readonly string[], bad: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...good) },
    { weight: 1, arbitrary: fc.constantFrom(...bad) },
  )
}
