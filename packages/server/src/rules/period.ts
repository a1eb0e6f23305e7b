/** When something holds, as people say it: from a day, until a day, or to the second. */
import { dayAt, startOfDay } from './day.ts'
import { parseInstant } from './instant.ts'

/** A day of the calendar, in whatever time zone, or a moment in Unix milliseconds. */
export type Bound = { readonly day: string } | { readonly at: number }

/** `2026-01-31`, or what `parseInstant` takes; undefined if it is neither, or there is no such day. */
export function parseBound(text: string): Bound | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return isDay(text) ? { day: text } : undefined
  const at = parseInstant(text)
  return at === undefined ? undefined : { at }
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

/** The first millisecond of it: in Unix milliseconds, in an IANA time zone. */
export function startOf(bound: Bound, timeZone: string): number {
  return 'at' in bound ? bound.at : startOfDay(Temporal.PlainDate.from(bound.day), timeZone)
}

/** The first millisecond after it; a moment ends as it begins. */
export function endOf(bound: Bound, timeZone: string): number {
  return 'at' in bound ? bound.at : startOfDay(Temporal.PlainDate.from(bound.day).add({ days: 1 }), timeZone)
}

/** The day that starts at this millisecond; undefined if none does. */
export function dayStartingAt(milliseconds: number, timeZone: string): string | undefined {
  const day = dayAt(milliseconds, timeZone)
  return startOfDay(day, timeZone) === milliseconds ? day.toString() : undefined
}

/** The day that ended at this millisecond; undefined if none did. */
export function dayEndedAt(milliseconds: number, timeZone: string): string | undefined {
  const isEnd = dayStartingAt(milliseconds, timeZone) !== undefined
  return isEnd ? dayAt(milliseconds - 1, timeZone).toString() : undefined
}
