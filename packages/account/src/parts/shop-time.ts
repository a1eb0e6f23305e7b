/** Days and times as clocks show them in an IANA time zone: the shop's, in which the page shows and takes all of them. */

/** Of a time like `2026-01-31T18:00`, as RFC 3339; '' where none is given, or what is no time. */
export function instantIn(local: string, timeZone: string): string {
  const there = Date.parse(`${local}Z`)
  if (Number.isNaN(there)) return ''
  // Twice, as the clocks may have been changed between the two moments.
  const near = there - offsetMs(there, timeZone)
  return new Date(there - offsetMs(near, timeZone)).toISOString()
}

/** When a day like `2026-01-31` begins, as RFC 3339; '' where none is given, or what is no day. */
export function startOfDay(day: string, timeZone: string): string {
  return instantIn(`${day}T00:00`, timeZone)
}

/** Like `2026-01-31T18:00`; `at` is in Unix milliseconds. */
export function localIn(at: number, timeZone: string): string {
  return new Date(at + offsetMs(at, timeZone)).toISOString().slice(0, 16)
}

/** The day that it is there, or was so many days ago, like `2026-01-31`. */
export function dayIn(timeZone: string, daysAgo = 0): string {
  return localIn(Date.now() - daysAgo * dayMs, timeZone).slice(0, 10)
}

export function dayAfter(day: string): string {
  const midnight = Date.parse(day)
  return Number.isNaN(midnight) ? '' : new Date(midnight + dayMs).toISOString().slice(0, 10)
}

const dayMs = 86_400_000

/** How far clocks there are ahead of UTC. */
function offsetMs(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const { year, month, day, hour, minute, second } = Object.fromEntries(
    format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
  )
  const there = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second)
  return there - Math.floor(at / 1_000) * 1_000
}
