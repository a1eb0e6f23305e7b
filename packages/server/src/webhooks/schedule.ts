/** When a delivery that failed is tried again (protocol section 11). */

const minuteMs = 60_000

/** After the first, second … attempt. */
const pausesMs = [1, 5, 30, 120, 720].map((minutes) => minutes * minuteMs)

/** So that receivers that come back are not called by everybody in the same second. */
const jitter = 0.1

/** In milliseconds; undefined when it was tried often enough. `random` is from 0 up to 1. */
export function pauseAfter(attempts: number, random: number): number | undefined {
  const pause = pausesMs[attempts - 1]
  return pause === undefined ? undefined : Math.round(pause * (1 - jitter + 2 * jitter * random))
}
