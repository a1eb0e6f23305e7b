/** The shop's time zone: half an hour off, and without summer, so that its days are plain arithmetic. */

export const zone = 'Asia/Kolkata'
const offsetMs = 5.5 * 3_600_000
export const dayMs = 86_400_000

/** The day's first millisecond. */
export function dayOf(ms: number): number {
  return Math.floor((ms + offsetMs) / dayMs) * dayMs - offsetMs
}

/** The same day of the month before, or its last one if it has no such day; its first millisecond. */
export function monthBefore(ms: number): number {
  const day = new Date(ms + offsetMs)
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()]
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return Date.UTC(year, month - 1, Math.min(day.getUTCDate(), lastOfMonth)) - offsetMs
}

/** `2026-01-31` → `2026-01-31 05:30:00`. */
export function localText(ms: number): string {
  return new Date(ms + offsetMs).toISOString().slice(0, 19).replace('T', ' ')
}

/** From `2026-01-31 05:30:00`. */
export function localMs(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}Z`) - offsetMs
}
