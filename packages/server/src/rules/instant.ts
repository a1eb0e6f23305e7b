/** Points in time as people and programs write them into files. */

/** The year 9999, in Unix seconds: what is larger was meant as milliseconds. */
const latestSeconds = 253_402_300_799

const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/

/** Unix seconds, or ISO 8601 with a time zone, to Unix milliseconds UTC; undefined if it is neither. */
export function parseInstant(value: string | number): number | undefined {
  if (typeof value === 'string' && iso.test(value)) {
    const milliseconds = Date.parse(value)
    return Number.isNaN(milliseconds) || !isDay(value.slice(0, 10)) ? undefined : milliseconds
  }
  const seconds = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value
  if (typeof seconds !== 'number' || !Number.isInteger(seconds)) return undefined
  return seconds >= 0 && seconds <= latestSeconds ? seconds * 1_000 : undefined
}

/** To `Date`, 30 February is the 1st or 2nd of March. `2026-01-31`; of a month that there is, at most the 31st. */
function isDay(date: string): boolean {
  const day = Number(date.slice(8))
  return day <= 28 || new Date(date).getUTCDate() === day
}

/** ISO 8601 in UTC, without a fraction where there is none: `2026-11-23T21:05:00Z`. */
export function writeInstant(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString()
  return milliseconds % 1_000 === 0 ? `${text.slice(0, -5)}Z` : text
}
