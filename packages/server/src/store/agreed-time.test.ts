import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { agreedTime } from './agreed-time.ts'
import type { Clocks } from './clocks.ts'

const noon = Date.UTC(2026, 0, 1, 12)
const minute = 60_000

/** What goes on by itself, and what is added to the machine's clock by those who set it. */
let steadyMs: number
let setBy: number
let clocks: Clocks

beforeEach(() => {
  vi.useFakeTimers()
  steadyMs = 5_000
  setBy = 0
  clocks = { steady: () => steadyMs, wall: () => noon + steadyMs + setBy }
})
afterEach(() => {
  vi.useRealTimers()
})

async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 1_000) {
    steadyMs += Math.min(left, 1_000)
    await vi.advanceTimersByTimeAsync(Math.min(left, 1_000))
  }
}

test('two machines whose clocks are minutes apart go by the same time', async () => {
  const database = async (): Promise<number> => noon + steadyMs
  const late = await agreedTime({ ...clocks, wall: () => clocks.wall() - 7 * minute }, database)
  const early = await agreedTime({ ...clocks, wall: () => clocks.wall() + 3 * minute }, database)
  expect([late.now(), early.now()]).toEqual([noon + steadyMs, noon + steadyMs])
  await pass(3_000)
  expect([late.now(), early.now()]).toEqual([noon + steadyMs, noon + steadyMs])
  late.stop()
  early.stop()
})

test('a clock that is set anew changes nothing, not for a moment', async () => {
  const { now, stop } = await agreedTime(clocks, async () => noon + steadyMs)
  setBy = -5 * minute
  expect(now()).toBe(noon + steadyMs)
  await pass(1_000)
  setBy = 60 * minute
  expect(now()).toBe(noon + steadyMs)
  stop()
})

test('a machine that has slept goes by the right time a second after it has woken', async () => {
  let asleepMs = 0
  const { now, stop } = await agreedTime(clocks, async () => noon + steadyMs + asleepMs)
  asleepMs = 20 * minute
  setBy = asleepMs
  await pass(1_000)
  expect(now()).toBe(noon + steadyMs + asleepMs)
  stop()
})

test('a database whose time is another is followed after ten seconds, and one that is nearly right is not', async () => {
  let database = noon + 40
  const { now, stop } = await agreedTime(clocks, async () => database + steadyMs)
  expect(now()).toBe(database + steadyMs)
  database -= 40
  await pass(10_000)
  expect(now()).toBe(database + 40 + steadyMs)
  database += minute
  await pass(10_000)
  expect(now()).toBe(database + steadyMs)
  stop()
})

test('what asking takes does not count as a difference', async () => {
  const { now, stop } = await agreedTime(clocks, async () => {
    steadyMs += 800
    return noon + steadyMs - 400
  })
  expect(now()).toBe(noon + steadyMs)
  stop()
})

test('time goes on while the database does not answer, and a start without an answer fails', async () => {
  let isAway = false
  const { now, stop } = await agreedTime(clocks, async () => {
    if (isAway) throw new Error('Away.')
    return noon
  })
  isAway = true
  await pass(30_000)
  expect(now()).toBe(noon + 30_000)
  stop()
  await expect(agreedTime(clocks, () => Promise.reject(new Error('Away.')))).rejects.toThrow('Away.')
})

test('a database that takes long is asked once at a time', async () => {
  let asked = 0
  const { stop } = await agreedTime(clocks, async () => {
    asked += 1
    return asked === 1 ? noon : new Promise(() => {})
  })
  await pass(60_000)
  expect(asked).toBe(2)
  stop()
})
