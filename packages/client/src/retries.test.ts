import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AnswerError, ConnectionError, HttpError, ProblemError, TimeoutError } from './errors.ts'
import { pauseAfter, withRetries } from './retries.ts'

const away = new ConnectionError('away')
const answered = (status: number, retryAfterMs?: number) => new HttpError('', { status, retryAfterMs })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('pauses double from a quarter of a second to eight, scattered over their upper half', () => {
  expect([1, 2, 3, 6, 7, 50].map((made) => pauseAfter(away, made, 1))).toEqual([250, 500, 1_000, 8_000, 8_000, 8_000])
  expect([1, 6].map((made) => pauseAfter(away, made, 0))).toEqual([125, 4_000])
})

test('a server’s own wish counts, if it is for no more than a minute', () => {
  expect(pauseAfter(answered(429, 60_000), 1, 0)).toBe(60_000)
  expect(pauseAfter(answered(503, 0), 5, 1)).toBe(0)
  expect(pauseAfter(answered(503, 60_001), 1, 1)).toBeUndefined()
})

test('what will not pass is not tried again', () => {
  for (const status of [400, 401, 403, 404, 409, 422, 501]) expect(pauseAfter(answered(status), 1, 0)).toBeUndefined()
  for (const status of [408, 429, 500, 502, 503, 504]) expect(pauseAfter(answered(status), 1, 0)).toBe(125)
  expect(pauseAfter(new AnswerError('wrong hash', ''), 1, 0)).toBeUndefined()
  expect(pauseAfter(new Error('a mistake of ours'), 1, 0)).toBeUndefined()
  expect(pauseAfter(new TimeoutError(1), 1, 0)).toBe(125)
  const details = { status: 409, retryAfterMs: 1_000, detail: '', errors: [], requestId: '' }
  expect(pauseAfter(new ProblemError('', { ...details, reason: 'request-in-progress' }), 1, 0)).toBe(1_000)
  expect(pauseAfter(new ProblemError('', { ...details, reason: 'wrong-state' }), 1, 0)).toBeUndefined()
})

test('the first success ends it, and leaves no timer behind', async () => {
  let made = 0
  const call = withRetries({ retries: 5, signal: undefined }, async () => {
    made++
    if (made < 3) throw away
    return made
  })
  await vi.runAllTimersAsync()
  expect(await call).toBe(3)
  expect(vi.getTimerCount()).toBe(0)
})

test('the last failure is told', async () => {
  const failures = [answered(503), answered(502), answered(500)]
  let made = 0
  const call = withRetries({ retries: 2, signal: undefined }, async () => Promise.reject(failures[made++] ?? away))
  const told = call.catch((error: unknown) => error)
  await vi.runAllTimersAsync()
  expect(await told).toBe(failures[2])
  expect(made).toBe(3)
})

test('a signal ends a pause', async () => {
  const visitor = new AbortController()
  const call = withRetries({ retries: 2, signal: visitor.signal }, async () => Promise.reject(answered(503, 60_000)))
  const reason = new Error('left')
  const told = call.catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(10)
  visitor.abort(reason)
  expect(await told).toBe(reason)
  expect(vi.getTimerCount()).toBe(0)
})
