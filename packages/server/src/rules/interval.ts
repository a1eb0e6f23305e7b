/** Intervals of days in a shop's time zone, as lists of orders take them (protocol section 8.7). */
import { dayAt, dayOf, startOfDay } from './day.ts'

/** Unix milliseconds, both included. */
export interface Interval {
  readonly from: number
  readonly to: number
}

export interface IntervalBounds {
  /** `DD.MM.YYYY`, `YYYY-MM-DD` or Unix seconds; '' or left out: none. */
  readonly begin: string | undefined
  readonly end: string | undefined
  /** Unix milliseconds. */
  readonly now: number
  /** IANA name. */
  readonly timeZone: string
}

/**
 * At most a month: a longer interval loses its beginning. Without bounds it is the current day; without an end it reaches
 * up to now, and is empty if it begins later: where the caller is, the next day may have come. With an end only it is that
 * day. Undefined where a bound is no date, or the end that is given comes first.
 */
export function intervalOf({ begin = '', end = '', now, timeZone }: IntervalBounds): Interval | undefined {
  const today = dayAt(now, timeZone)
  const last = end === '' ? { day: today, from: now, to: now } : momentIn(end, timeZone)
  if (last === undefined) return undefined
  const first = begin === '' ? { from: startOfDay(last.day, timeZone) } : momentIn(begin, timeZone)
  if (first === undefined || (end !== '' && first.from > last.to)) return undefined
  const monthBefore = startOfDay(last.day.subtract({ months: 1 }), timeZone)
  return { from: Math.max(first.from, monthBefore), to: last.to }
}

/** A bound stands for a day, or for a second. */
interface Moment {
  readonly day: Temporal.PlainDate
  readonly from: number
  readonly to: number
}

function momentIn(text: string, timeZone: string): Moment | undefined {
  if (/^\d{1,11}$/.test(text)) {
    const from = Number(text) * 1_000
    return { day: dayAt(from, timeZone), from, to: from + 999 }
  }
  const day = dayIn(text)
  if (day === undefined) return undefined
  return { day, from: startOfDay(day, timeZone), to: startOfDay(day.add({ days: 1 }), timeZone) - 1 }
}

function dayIn(text: string): Temporal.PlainDate | undefined {
  const [, dotDay, dotMonth, dotYear] = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text) ?? []
  const [, year = dotYear, month = dotMonth, day = dotDay] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  return dayOf(Number(year), Number(month), Number(day))
}

/**
 * `30.01.2020 04:22:16`, `01/30/2020 04:22:16` or `2019-07-30 04:22:16` in a time zone (protocol section 10.1), in Unix
 * milliseconds; undefined if it is anything else or there is no such time.
 */
export function localTime(text: string, timeZone: string): number | undefined {
  const [, date = '', time = ''] = /^(\S+) (\d{2}:\d{2}:\d{2})$/.exec(text.trim()) ?? []
  const [, month, day, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(date) ?? []
  const found = month === undefined ? dayIn(date) : dayOf(Number(year), Number(month), Number(day))
  try {
    return found?.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds
  } catch {
    return undefined
  }
}
