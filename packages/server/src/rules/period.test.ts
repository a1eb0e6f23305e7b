import { describe, expect, test } from 'vitest'
import { dayEndedAt, dayStartingAt, endOf, parseBound, startOf } from './period.ts'

describe('parseBound', () => {
  test.each([
    ['2026-01-31', { day: '2026-01-31' }],
    ['2028-02-29', { day: '2028-02-29' }],
    ['2026-01-31T18:00:00+03:00', { at: Date.UTC(2026, 0, 31, 15) }],
    ['1700000000', { at: 1_700_000_000_000 }],
  ])('reads %j', (text, bound) => {
    expect(parseBound(text)).toEqual(bound)
  })

  test.each([
    '',
    'today',
    '2026-02-29',
    '2026-13-01',
    '31.01.2026',
    '2026-1-1',
    '2026-01-31 18:00',
    '2026-01-31T18:00',
  ])('takes %j for nothing', (text) => {
    expect(parseBound(text)).toBeUndefined()
  })
})

describe('a day in a time zone', () => {
  test.each([
    ['UTC', Date.UTC(2026, 0, 31), Date.UTC(2026, 1, 1)],
    ['Europe/Moscow', Date.UTC(2026, 0, 30, 21), Date.UTC(2026, 0, 31, 21)],
    ['America/New_York', Date.UTC(2026, 0, 31, 5), Date.UTC(2026, 1, 1, 5)],
  ])('begins and ends in %s', (timeZone, start, end) => {
    const day = { day: '2026-01-31' }
    expect([startOf(day, timeZone), endOf(day, timeZone)]).toEqual([start, end])
    expect([dayStartingAt(start, timeZone), dayEndedAt(end, timeZone)]).toEqual([day.day, day.day])
  })

  test('may have 23 hours', () => {
    const [day, zone] = [{ day: '2026-03-29' }, 'Europe/Berlin']
    expect(endOf(day, zone) - startOf(day, zone)).toBe(23 * 3_600_000)
    expect(dayEndedAt(endOf(day, zone), zone)).toBe(day.day)
  })

  test('is not found in the middle of it', () => {
    expect(dayStartingAt(Date.UTC(2026, 0, 31, 0, 0, 0, 1), 'UTC')).toBeUndefined()
    expect(dayStartingAt(Date.UTC(2026, 0, 31), 'Europe/Moscow')).toBeUndefined()
    expect(dayEndedAt(Date.UTC(2026, 0, 31) - 1, 'UTC')).toBeUndefined()
  })
})

test('a moment begins and ends at once', () => {
  const moment = { at: 1_700_000_000_000 }
  expect([startOf(moment, 'Europe/Moscow'), endOf(moment, 'Europe/Moscow')]).toEqual([moment.at, moment.at])
})
