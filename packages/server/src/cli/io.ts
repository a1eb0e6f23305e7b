/** What a command may touch of the process that runs it; tests hand in their own. */
import { userInfo } from 'node:os'
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
  /** Who runs it: the operating system's name for them. */
  readonly user: () => string
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
    user: () => userName(process.env),
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

/** Whoever went through `sudo` is named too, as an installation's commands are most often run as one and the same user. */
function userName({ SUDO_USER: before }: Io['env']): string {
  const name = systemName()
  return before === undefined || before === '' || before === name ? name : `${before} as ${name}`
}

function systemName(): string {
  try {
    return userInfo().username
  } catch {
    // A container may run as a user that has a number only.
    return `uid ${process.getuid?.() ?? '?'}`
  }
}
