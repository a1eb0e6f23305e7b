/** Does what shops have to do: takes their jobs, one process at a time each, and gives them back when they are done. */
import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { StoreUnavailable } from '../store/errors.ts'
import type { Job } from '../store/jobs.ts'
import type { JobKind } from '../store/schema.ts'
import type { Store } from '../store/store.ts'

export interface Hands {
  readonly job: Job
  /** Aborts when the process stops, or somebody else has the job now. */
  readonly signal: AbortSignal
  /** Resolves when this process has added something to do. */
  readonly changed: () => Promise<void>
}

/** Does a job; resolves to when there is more of it to do, in Unix milliseconds, or undefined if there is no more. */
export type Handler = (hands: Hands) => Promise<number | undefined>

export interface RunnerOptions {
  readonly jobs: Store['jobs']
  readonly handlers: Readonly<Record<JobKind, Handler>>
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
  readonly log: Logger
}

/** Whoever dies loses what it holds after this time. Longer than an attempt to deliver takes. */
const leaseMs = 15_000
const renewMs = 5_000
/** How long other processes' additions may go unnoticed. */
const longestSleepMs = 1_000
/** Before a job that failed is tried again. */
const afterFailureMs = 5_000
/** Shops at once. */
const mostHeld = 64

export class Runner {
  readonly #options: RunnerOptions
  readonly #holder = randomUUID()
  readonly #held = new Map<string, { readonly job: Job; readonly end: AbortController; readonly done: Promise<void> }>()
  readonly #stopping = new AbortController()
  readonly #unhear: () => void
  #bell = Promise.withResolvers<void>()
  #loop: Promise<void> | undefined
  #renewing: NodeJS.Timeout | undefined

  constructor(options: RunnerOptions) {
    this.#options = options
    this.#unhear = options.jobs.onAdded(() => {
      this.#ring()
    })
  }

  /** Takes what is due now; resolves when that is done. For tests, whose clock does not move by itself. */
  async runDue(): Promise<void> {
    await this.#takeDue()
    await this.#allDone()
  }

  /** Goes on by itself until `stop`. */
  start(): void {
    this.#loop = this.#goOn()
    this.#renewing = setInterval(() => {
      this.renew().catch((error: unknown) => {
        this.#complain(error, 'Leases could not be renewed.')
      })
    }, renewMs)
    this.#renewing.unref()
  }

  /** Takes nothing more, ends what runs, gives it back. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    clearInterval(this.#renewing)
    this.#unhear()
    this.#ring()
    await this.#loop
    for (const { end } of this.#held.values()) end.abort()
    this.#ring()
    await this.#allDone()
  }

  /** Keeps what it holds. A job that is no longer its own is somebody else's by now. */
  async renew(): Promise<void> {
    const mine = [...this.#held.values()]
    const jobs = mine.map(({ job }) => job)
    const kept = new Set((await this.#options.jobs.keep(this.#holder, jobs, leaseMs)).map(nameOf))
    for (const { job, end } of mine) if (!kept.has(nameOf(job))) end.abort()
  }

  #ring(): void {
    this.#bell.resolve()
    this.#bell = Promise.withResolvers<void>()
  }

  async #allDone(): Promise<void> {
    await Promise.all([...this.#held.values()].map(({ done }) => done))
  }

  async #takeDue(): Promise<void> {
    const limit = mostHeld - this.#held.size
    if (limit <= 0) return
    for (const job of await this.#options.jobs.take(this.#holder, { leaseMs, limit })) {
      const end = new AbortController()
      this.#held.set(nameOf(job), { job, end, done: this.#run(job, end.signal) })
    }
  }

  async #run(job: Job, signal: AbortSignal): Promise<void> {
    const { jobs } = this.#options
    const next = await this.#handle(job, signal)
    try {
      await jobs.release(this.#holder, job, next)
    } catch (error) {
      this.#complain(error, 'A job could not be given back; it is free when its lease ends.', job)
    }
    this.#held.delete(nameOf(job))
    this.#ring()
  }

  async #handle(job: Job, signal: AbortSignal): Promise<number | undefined> {
    const { handlers, clock } = this.#options
    try {
      return await handlers[job.kind]({ job, signal, changed: () => this.#bell.promise })
    } catch (error) {
      this.#complain(error, 'A job failed; it is tried again.', job)
      return clock() + afterFailureMs
    }
  }

  /** That the database is away is said once, by the store, not each second by everybody who misses it. */
  #complain(error: unknown, message: string, job: Partial<Job> = {}): void {
    const level = error instanceof StoreUnavailable ? 'debug' : 'error'
    this.#options.log[level]({ err: error, ...job }, message)
  }

  async #goOn(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const rung = this.#bell.promise
      try {
        await this.#takeDue()
        await Promise.race([rung, sleep(await this.#pause())])
      } catch (error) {
        this.#complain(error, 'Jobs could not be looked up.')
        await Promise.race([rung, sleep(longestSleepMs)])
      }
    }
  }

  async #pause(): Promise<number> {
    const next = (await this.#options.jobs.nextDueAt()) ?? Infinity
    return Math.min(longestSleepMs, Math.max(shortestSleepMs, next - this.#options.clock()))
  }
}

/** Somebody else may hold what is due. */
const shortestSleepMs = 20

function nameOf({ shopId, kind }: Job): string {
  return `${kind} ${shopId}`
}

async function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })
}
