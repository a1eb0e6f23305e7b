import { expect, test } from 'vitest'
import { instantIn } from '../nodes/Billkeep/instant-in.ts'

test.each([
  ['2026-01-31T19:00:00', '2026-01-31T18:00:00.000Z'],
  ['2026-07-31 19:00:00', '2026-07-31T17:00:00.000Z'],
  ['2026-07-31', '2026-07-30T22:00:00.000Z'],
  ['2026-01-31T19:00:00Z', '2026-01-31T19:00:00.000Z'],
  ['2026-01-31T19:00:00.000+03:00', '2026-01-31T16:00:00.000Z'],
  // Clocks go forward at 01:00 UTC, and back at 01:00 UTC.
  ['2026-03-29T01:59:00', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29T03:00:00', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25T01:59:00', '2026-10-24T23:59:00.000Z'],
  ['2026-10-25T03:00:00', '2026-10-25T02:00:00.000Z'],
  ['soon', 'soon'],
])('%s is %s in Berlin', (text, instant) => {
  expect(instantIn(text, 'Europe/Berlin')).toBe(instant)
})

test('a time zone may be a name of UTC, or half an hour off', () => {
  expect(instantIn('2026-01-31T19:00:00', 'UTC')).toBe('2026-01-31T19:00:00.000Z')
  expect(instantIn('2026-01-31T19:00:00', 'America/St_Johns')).toBe('2026-01-31T22:30:00.000Z')
})
