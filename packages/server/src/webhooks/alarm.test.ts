import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Alarm } from './alarm.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

async function hasEnded(wait: Promise<void>): Promise<boolean> {
  let isOver = false
  void wait.then(() => (isOver = true))
  await vi.advanceTimersByTimeAsync(0)
  return isOver
}

test('a wait ends when it rings, or when its time is over', async () => {
  const alarm = new Alarm()
  const first = alarm.wait(1_000)
  expect(await hasEnded(first)).toBe(false)
  alarm.ring()
  expect(await hasEnded(first)).toBe(true)
  const second = alarm.wait(1_000)
  await vi.advanceTimersByTimeAsync(999)
  expect(await hasEnded(second)).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(await hasEnded(second)).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
})

test('what rings while nobody waits ends the next wait, once', async () => {
  const alarm = new Alarm()
  alarm.ring()
  alarm.ring()
  expect(await hasEnded(alarm.wait())).toBe(true)
  expect(await hasEnded(alarm.wait())).toBe(false)
})
