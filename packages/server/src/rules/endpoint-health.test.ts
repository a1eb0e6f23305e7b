import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterFailure, type EndpointHealth, healthy } from './endpoint-health.ts'

const hour = 3_600_000
const day = 24 * hour

/** What is done at each of these times, at which an attempt fails. */
function stepsAt(...times: readonly number[]): readonly string[] {
  let health: EndpointHealth = healthy
  return times.map((at) => {
    const verdict = afterFailure(health, at)
    health = verdict.health
    return verdict.step
  })
}

test('warns after one and after four days, and gives up after five', () => {
  const times = Array.from({ length: 5 * 24 + 1 }, (_, hours) => hours * hour)
  const steps = stepsAt(...times)
  const done = [...steps.entries()].filter(([, step]) => step !== 'none').map(([at, step]) => `${step} ${at / 24}`)
  expect(done).toEqual(['warn 1', 'warn 4', 'disable 5'])
})

test('gives nothing up without two warnings, the last a day before, however seldom it is tried', () => {
  expect(stepsAt(0, 30 * day, 30 * day + hour, 30 * day + 2 * hour, 31 * day, 31 * day + hour)).toEqual([
    'none',
    'warn',
    'warn',
    'none',
    'none',
    'disable',
  ])
})

test('never disables before five days, and always by the first attempt a day after both warnings and five days', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 2 * day }), { minLength: 1, maxLength: 60 }), (pauses) => {
      let at = 0
      const times = [0, ...pauses.map((pause) => (at += pause))]
      const steps = stepsAt(...times)
      const warned = times.filter((_, index) => steps[index] === 'warn')
      const isDue = (time: number): boolean => time >= 5 * day && warned[1] !== undefined && time - warned[1] >= day
      expect(steps.indexOf('disable')).toBe(times.findIndex(isDue))
    }),
  )
})
