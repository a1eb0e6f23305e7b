import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMoney, writeMoney } from './money.ts'

test.for(['', ' ', '-1', '+1', '1,50', '1.', '.5', '1.505', '1e3', '١', '1 000', '100000000000', 'Infinity', '0x10'])(
  '%j is no money',
  (text) => expect(parseMoney(text)).toBeUndefined(),
)

test.for([
  ['1500', 150_000],
  ['1500.5', 150_050],
  ['1500.05', 150_005],
  ['0', 0],
  ['007.10', 710],
  ['99999999999.99', 9_999_999_999_999],
] as const)('%j is %d minor units', ([text, minor]) => expect(parseMoney(text)).toBe(minor))

test('what is written reads back', () => {
  fc.assert(fc.property(fc.nat(9_999_999_999_999), (minor) => parseMoney(writeMoney(minor)) === minor))
})
