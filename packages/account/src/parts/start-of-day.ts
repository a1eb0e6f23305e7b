/** When a day like `2026-01-31` begins in that IANA time zone, as RFC 3339; '' where none is given, or what is no day. */
export function startOfDay(day: string, timeZone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(midnight)) return ''
  // Twice, as the clocks may have been changed between the two moments.
  const near = midnight - offsetMs(midnight, timeZone)
  return new Date(midnight - offsetMs(near, timeZone)).toISOString()
}

export function dayAfter(day: string): string {
  const midnight = Date.parse(day)
  return Number.isNaN(midnight) ? '' : new Date(midnight + 86_400_000).toISOString().slice(0, 10)
}

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
