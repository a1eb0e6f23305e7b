import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseInstant, writeInstant } from './instant.ts'

test.for([
  '',
  'now',
  '2026-01-31',
  '2026-01-31T10:00:00',
  '2026-13-01T00:00:00Z',
  '2026-02-29T00:00:00Z',
  '2024-02-30T00:00:00+03:00',
  '2026-04-31T10:00Z',
  '31.01.2026',
  '-1',
  '1700000000.5',
  'NaN',
])('%j is no time', (text) => expect(parseInstant(text)).toBeUndefined())
test.for([-1, 1.5, NaN, Infinity, 1_700_000_000_000])('%d is no time in Unix seconds', (value) =>
  expect(parseInstant(value)).toBeUndefined(),
)

test.for([
  ['2023-11-14T22:13:20Z', 1_700_000_000_000],
  ['2023-11-15T01:13:20+03:00', 1_700_000_000_000],
  ['2023-11-14T22:13:20.5Z', 1_700_000_000_500],
  ['2024-02-29T00:00:00Z', 1_709_164_800_000],
  ['1700000000', 1_700_000_000_000],
  [1_700_000_000, 1_700_000_000_000],
  [0, 0],
] as const)('%j is %d', ([value, milliseconds]) => expect(parseInstant(value)).toBe(milliseconds))

test('what is written reads back', () => {
  const instant = fc.integer({ min: 0, max: 253_402_300_799_999 })
  fc.assert(fc.property(instant, (milliseconds) => parseInstant(writeInstant(milliseconds)) === milliseconds))
})
