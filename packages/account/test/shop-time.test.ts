import { expect, test } from 'vitest'
import { dayAfter, instantIn, localIn, startOfDay } from '../src/parts/shop-time.ts'

test.each([
  ['2026-01-31T18:00', 'UTC', '2026-01-31T18:00:00.000Z'],
  ['2026-01-31T18:00', 'Europe/Moscow', '2026-01-31T15:00:00.000Z'],
  ['2026-01-31T18:00', 'America/New_York', '2026-01-31T23:00:00.000Z'],
  // Where clocks were put forward in that night, and back.
  ['2026-03-29T03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T03:30', 'Europe/Berlin', '2026-10-25T02:30:00.000Z'],
])('%s in %s is %s, and is written so', (local, timeZone, instant) => {
  expect(instantIn(local, timeZone)).toBe(instant)
  expect(localIn(Date.parse(instant), timeZone)).toBe(local)
})

test.each(['', 'soon', '2026-13-01T00:00'])('%j is no time', (local) => {
  expect(instantIn(local, 'UTC')).toBe('')
})

test('a day begins with its midnight there, and none comes after what is no day', () => {
  expect(startOfDay('2026-03-08', 'Europe/Moscow')).toBe('2026-03-07T21:00:00.000Z')
  expect(startOfDay(dayAfter('2026-02-28'), 'UTC')).toBe('2026-03-01T00:00:00.000Z')
  expect([startOfDay('', 'UTC'), startOfDay('today', 'UTC'), dayAfter('today')]).toEqual(['', '', ''])
})
