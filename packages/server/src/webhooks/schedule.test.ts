import { expect, test } from 'vitest'
import { notificationSchedule, pauseAfter, type Schedule, webhookSchedule } from './schedule.ts'

const minuteMs = 60_000

/** In the middle of the jitter. */
function pausesOf(schedule: Schedule): readonly (number | undefined)[] {
  return Array.from({ length: 11 }, (_, index) => pauseAfter(schedule, index + 1, 0.5))
}

test('tries a notification again after 1, 5 and 30 minutes, 2 and 12 hours, and then no more', () => {
  const minutes = pausesOf(notificationSchedule).map((pause) => (pause === undefined ? pause : pause / minuteMs))
  expect(minutes.slice(0, 6)).toEqual([1, 5, 30, 120, 720, undefined])
})

test('tries a webhook ten times in some 75 hours, the second time within seconds', () => {
  const pauses = pausesOf(webhookSchedule)
  expect(pauses[0]).toBe(5_000)
  const tried = pauses.filter((pause) => pause !== undefined)
  expect(tried).toHaveLength(9)
  expect(pauses.slice(9)).toEqual([undefined, undefined])
  expect(tried.reduce((sum, pause) => sum + pause, 0) / (60 * minuteMs)).toBeCloseTo(75.58, 1)
  expect(tried.toSorted((a, b) => a - b)).toEqual(tried)
})

test('scatters each by a tenth to either side', () => {
  expect([0, 1].map((random) => pauseAfter(notificationSchedule, 1, random))).toEqual([54_000, 66_000])
})
