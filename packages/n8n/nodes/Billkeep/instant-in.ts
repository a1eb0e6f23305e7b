/** Times of n8n's forms, which may be without a time zone, as RFC 3339. */

/** The time that clocks in the time zone show as `text`; one that has a zone of its own is that. No time stays as it is. */
export function instantIn(text: string, timeZone: string): string {
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text)
  const asUtc = Date.parse(hasZone ? text : `${text.replace(' ', 'T')}${text.includes(':') ? 'Z' : ''}`)
  if (Number.isNaN(asUtc)) return text
  if (hasZone) return new Date(asUtc).toISOString()
  // Twice: the offset may change between the two, where clocks go forward or back.
  const near = asUtc - offsetAt(asUtc, timeZone)
  return new Date(asUtc - offsetAt(near, timeZone)).toISOString()
}

/** In milliseconds, ahead of UTC. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}
