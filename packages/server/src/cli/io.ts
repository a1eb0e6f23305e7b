/** What a command may touch of the process that runs it; tests hand in their own. */
import type { Readable, Writable } from 'node:stream'

export type StopSignal = 'SIGINT' | 'SIGTERM'

export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number }

export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: Readable
  /** For results. */
  readonly stdout: Output
  /** For everything that is not a result: progress, warnings, errors. */
  readonly stderr: Output
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
  /**
   * Hears each Ctrl-C and each request to end, instead of dying of it, until the function that it returns is called.
   */
  onStop(listener: (signal: StopSignal) => void): () => void
}

export function processIo(): Io {
  return {
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    clock: Date.now,
    onStop(listener) {
      process.on('SIGINT', listener)
      process.on('SIGTERM', listener)
      return () => {
        process.off('SIGINT', listener)
        process.off('SIGTERM', listener)
      }
    },
  }
}
