/** When a delivery that failed is tried again. */

const secondMs = 1_000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs

/** After the first, second … attempt, in milliseconds. */
export type Schedule = readonly number[]

/** Of old-style notifications (protocol section 11): six attempts in some fifteen hours. */
export const notificationSchedule: Schedule = [1, 5, 30, 120, 720].map((minutes) => minutes * minuteMs)

/** Of webhooks: ten attempts in some 75 hours, so that whatever breaks on a Friday evening is told on Monday. */
export const webhookSchedule: Schedule = [
  5 * secondMs,
  5 * minuteMs,
  30 * minuteMs,
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * hourMs),
]

/** So that receivers that come back are not called by everybody in the same second. */
const jitter = 0.1

/** In milliseconds; undefined when it was tried often enough. `random` is from 0 up to 1. */
export function pauseAfter(schedule: Schedule, attempts: number, random: number): number | undefined {
  const pause = schedule[attempts - 1]
  return pause === undefined ? undefined : Math.round(pause * (1 - jitter + 2 * jitter * random))
}
