import { expect, test } from 'vitest'
import { pauseAfter } from './schedule.ts'

test('tries again after 1, 5 and 30 minutes, 2 and 12 hours, and then no more', () => {
  const minutes = [1, 2, 3, 4, 5, 6].map((attempts) => (pauseAfter(attempts, 0.5) ?? Number.NaN) / 60_000)
  expect(minutes).toEqual([1, 5, 30, 120, 720, Number.NaN])
})

test('scatters each by a tenth to either side', () => {
  expect([0, 1].map((random) => pauseAfter(1, random))).toEqual([54_000, 66_000])
})
