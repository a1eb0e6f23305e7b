import { TimeoutError } from './errors.ts'

export interface Deadline {
  readonly timeoutMs: number
  readonly signal: AbortSignal | undefined
  /** Whether the caller's signal counts when `work` has ended, too: for a stream that is read later. */
  readonly isKept: boolean
}

/**
 * Gives `work` a signal that aborts when the time is over or the caller's own signal does, and rejects with the reason.
 * By hand, as `AbortSignal.any` is not there in Node before 20.3.
 */
export async function withDeadline<Result>(
  { timeoutMs, signal, isKept }: Deadline,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  signal?.throwIfAborted()
  const controller = new AbortController()
  const abort = (): void => {
    controller.abort(signal?.reason)
  }
  signal?.addEventListener('abort', abort)
  const timer = setTimeout(() => {
    controller.abort(new TimeoutError(timeoutMs))
  }, timeoutMs)
  try {
    return await work(controller.signal)
  } catch (error) {
    controller.signal.throwIfAborted()
    throw error
  } finally {
    clearTimeout(timer)
    if (!isKept) signal?.removeEventListener('abort', abort)
  }
}
