import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Places } from './places.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('lets in so many, and then one for each that leaves, in the order in which they came', async () => {
  const places = new Places(2)
  const entered: string[] = []
  for (const name of ['a', 'b', 'c', 'd']) void places.enter(1_000).then((isIn) => isIn && entered.push(name))
  await vi.advanceTimersByTimeAsync(0)
  expect(entered).toEqual(['a', 'b'])
  places.leave()
  await vi.advanceTimersByTimeAsync(0)
  expect(entered).toEqual(['a', 'b', 'c'])
})

test('whoever has waited for long enough is told, and keeps no place from those behind', async () => {
  const places = new Places(1)
  await places.enter(1_000)
  const [impatient, patient] = [places.enter(1_000), places.enter(2_000)]
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await impatient).toBe(false)
  places.leave()
  expect(await patient).toBe(true)
  places.leave()
  expect(await places.enter(0)).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
})
