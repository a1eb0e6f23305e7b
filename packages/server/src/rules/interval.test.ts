import { describe, expect, test } from 'vitest'
import { intervalOf, localTime } from './interval.ts'

const now = Date.UTC(2024, 1, 15, 22, 30)
const between = (begin?: string, end?: string, timeZone = 'UTC'): string | undefined => {
  const interval = intervalOf({ begin, end, now, timeZone })
  return interval && [interval.from, interval.to].map((time) => new Date(time).toISOString().slice(0, 19)).join(' – ')
}

describe('an interval', () => {
  test.each([
    ['is the current day without bounds', [], '2024-02-15T00:00:00 – 2024-02-15T22:30:00'],
    ['reaches up to now without an end', ['01.02.2024'], '2024-02-01T00:00:00 – 2024-02-15T22:30:00'],
    ['is empty if it begins after now', ['16.02.2024'], '2024-02-16T00:00:00 – 2024-02-15T22:30:00'],
    ['is one day with an end only', ['', '03.02.2024'], '2024-02-03T00:00:00 – 2024-02-03T23:59:59'],
    ['is one day with both bounds equal', ['03.02.2024', '03.02.2024'], '2024-02-03T00:00:00 – 2024-02-03T23:59:59'],
    ['may be a calendar month', ['01.01.2024', '01.02.2024'], '2024-01-01T00:00:00 – 2024-02-01T23:59:59'],
    ['loses the beginning of more', ['31.12.2023', '01.02.2024'], '2024-01-01T00:00:00 – 2024-02-01T23:59:59'],
    [
      'ends a month back on the last day there is',
      ['01.01.2020', '31.03.2024'],
      '2024-02-29T00:00:00 – 2024-03-31T23:59:59',
    ],
    ['takes ISO days', ['2024-01-05', '2024-01-06'], '2024-01-05T00:00:00 – 2024-01-06T23:59:59'],
    ['takes Unix seconds', ['1704412800', '1704412801'], '2024-01-05T00:00:00 – 2024-01-05T00:00:01'],
    ['is none the wrong way round', ['02.02.2024', '01.02.2024'], undefined],
    ['is none with a day that does not exist', ['30.02.2024', '01.03.2024'], undefined],
    ['is none with something else', ['yesterday'], undefined],
    ['is none with an end that is something else', ['', '1.2.2024'], undefined],
  ])('%s', (_about, [begin, end], expected) => {
    expect(between(begin, end)).toBe(expected)
  })

  test('has the days of the time zone, with their changes of the clock', () => {
    expect(between(undefined, undefined, 'Europe/Moscow')).toBe('2024-02-15T21:00:00 – 2024-02-15T22:30:00')
    expect(between('31.03.2024', '31.03.2024', 'Europe/Berlin')).toBe('2024-03-30T23:00:00 – 2024-03-31T21:59:59')
  })
})

test.each([
  ['30.01.2020 04:22:16', 'UTC', '2020-01-30T04:22:16.000Z'],
  ['01/30/2020 04:22:16', 'UTC', '2020-01-30T04:22:16.000Z'],
  ['2019-07-30 04:22:16', 'Europe/Moscow', '2019-07-30T01:22:16.000Z'],
  ['30/01/2020 04:22:16', 'UTC', undefined],
  ['2020-01-30', 'UTC', undefined],
  ['2020-01-30 25:00:00', 'UTC', undefined],
  ['', 'UTC', undefined],
])('the time %j in %s is %s', (text, timeZone, expected) => {
  const time = localTime(text, timeZone)
  expect(time === undefined ? undefined : new Date(time).toISOString()).toBe(expected)
})
