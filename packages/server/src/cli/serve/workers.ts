/** Keeps as many worker processes as were asked for: starts them, replaces those that die, ends them. */
import cluster, { type Worker } from 'node:cluster'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import { CommandError } from '../command-error.ts'
import { endMessage, toPrimary } from './messages.ts'
import type { Ports } from './service.ts'

/** The edge cuts off what runs longer than ten seconds; a worker that is there after this hangs. */
const patienceMs = 15_000
/** A worker that dies is replaced ever later, so that a lasting fault does not take the machine. */
const firstPauseMs = 100
const longestPauseMs = 30_000
/** Whoever lived this long did not die of its start. */
const soundAfterMs = 60_000

export class Workers {
  readonly #log: Logger
  readonly #living = new Set<Worker>()
  readonly #ending = new AbortController()

  constructor(log: Logger) {
    this.#log = log
  }

  /** Resolves when all serve; rejects, with all ended, when one of them cannot. */
  async start(count: number): Promise<Ports> {
    const workers = Array.from({ length: count }, () => this.#fork())
    try {
      const [ports] = await Promise.all(workers.map(serving))
      if (ports === undefined) throw new CommandError('There is no worker to serve.')
      for (const worker of workers) void this.#keep(worker)
      return ports
    } catch (error) {
      await this.end()
      throw error
    }
  }

  /** Lets the running calls come to their end. Rejects when a worker had to be killed. */
  async end(): Promise<void> {
    this.#ending.abort()
    const ended = Promise.all(
      [...this.#living].map(async (worker) => {
        tellToEnd(worker)
        await endOf(worker)
      }),
    )
    const patience = new AbortController()
    const isClean = await Promise.race([
      ended.then(() => true),
      delay(patienceMs, false, { signal: patience.signal }).catch(() => false),
    ])
    patience.abort()
    if (isClean) return
    this.killAll()
    throw new CommandError('A worker did not end in time and was killed.')
  }

  killAll(): void {
    for (const worker of this.#living) worker.process.kill('SIGKILL')
  }

  #fork(): Worker {
    const worker = cluster.fork()
    this.#living.add(worker)
    void endOf(worker).then(() => this.#living.delete(worker))
    return worker
  }

  /** Puts another in the place of a worker that dies, until all are to end. */
  async #keep(first: Worker): Promise<void> {
    const { signal } = this.#ending
    let worker = first
    for (let pauseMs = firstPauseMs; ;) {
      const startedAt = performance.now()
      await endOf(worker)
      if (signal.aborted) return
      if (performance.now() - startedAt > soundAfterMs) pauseMs = firstPauseMs
      this.#log.error(
        { worker: worker.process.pid, pauseMs },
        'A worker died; another takes its place after the pause.',
      )
      await delay(pauseMs, undefined, { signal }).catch(() => {})
      if (signal.aborted) return
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
      worker = this.#fork()
      serving(worker).catch((error: unknown) => {
        this.#log.error({ err: error }, 'A worker could not begin.')
      })
    }
  }
}

/** Resolves when the worker serves; rejects with what it says, or when it dies without a word. */
async function serving(worker: Worker): Promise<Ports> {
  return new Promise((resolve, reject) => {
    worker.once('message', (message) => {
      const told = toPrimary.parse(message)
      if (told.type === 'serving') resolve({ port: told.port, tlsPort: told.tlsPort })
      else reject(new CommandError(told.type === 'refused' ? told.reason : 'A worker spoke before it served.'))
    })
    void endOf(worker).then(() => {
      const { exitCode, signalCode } = worker.process
      reject(new CommandError(`A worker ended before it served (${signalCode ?? `exit code ${exitCode}`}).`))
    })
  })
}

async function endOf(worker: Worker): Promise<void> {
  if (worker.isDead()) return undefined
  return new Promise((resolve) => {
    worker.once('exit', () => {
      resolve()
    })
    // It could not be started, or not be told something; in the latter case it is ending already.
    worker.on('error', () => {
      if (worker.process.pid === undefined) resolve()
    })
  })
}

function tellToEnd(worker: Worker): void {
  if (worker.isConnected()) worker.send(endMessage)
}
