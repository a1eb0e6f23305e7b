import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { agreedTime } from './agreed-time.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const noon = Date.UTC(2026, 0, 1, 12)
const minute = 60_000

test('two machines whose clocks are minutes apart go by the same time', async () => {
  const database = async (): Promise<number> => noon
  const late = await agreedTime(() => noon - 7 * minute, database)
  const early = await agreedTime(() => noon + 3 * minute, database)
  expect([late.now(), early.now()]).toEqual([noon, noon])
  late.stop()
  early.stop()
})

test('a clock that is set anew meanwhile is corrected, and one that is nearly right is left alone', async () => {
  let [own, database] = [noon, noon + 40]
  const { now, stop } = await agreedTime(
    () => own,
    async () => database,
  )
  expect(now()).toBe(noon)
  own = noon - 5 * minute
  database = noon + 10_000
  await vi.advanceTimersByTimeAsync(10_000)
  expect(now()).toBe(database)
  stop()
})

test('what asking takes does not count as a difference', async () => {
  let own = noon
  const { now, stop } = await agreedTime(
    () => own,
    async () => {
      own += 800
      return noon + 700
    },
  )
  expect(now()).toBe(own)
  stop()
})

test('time goes on while the database does not answer, and a start without an answer fails', async () => {
  let isAway = false
  const { now, stop } = await agreedTime(
    () => noon,
    async () => {
      if (isAway) throw new Error('Away.')
      return noon + minute
    },
  )
  isAway = true
  await vi.advanceTimersByTimeAsync(30_000)
  expect(now()).toBe(noon + minute)
  stop()
  const asked = agreedTime(
    () => noon,
    () => Promise.reject(new Error('Away.')),
  )
  await expect(asked).rejects.toThrow('Away.')
})
