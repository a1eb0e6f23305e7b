/** Does what shops have to do: takes their jobs, one process at a time each, and gives them back when they are done. */
import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Clocks } from '../store/clocks.ts'
import { StoreUnavailable } from '../store/errors.ts'
import type { Job } from '../store/jobs.ts'
import type { JobKind } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { Alarm } from '../webhooks/alarm.ts'
import { Lease, momentOn } from './lease.ts'

export interface Hands {
  readonly job: Job
  /** Aborts when the process stops, or somebody else may have the job now. */
  readonly signal: AbortSignal
  /** Asked right before what must not be done twice at once: this process may have been held up since the last look. */
  readonly isHeld: () => boolean
  /** Is called when this process has added something to do, until the function that it returns is called. */
  readonly onChanged: (listener: () => void) => () => void
}

/** Does a job; resolves to when there is more of it to do, in Unix milliseconds, or undefined if there is no more. */
export type Handler = (hands: Hands) => Promise<number | undefined>

export interface RunnerOptions {
  readonly jobs: Store['jobs']
  readonly handlers: Readonly<Record<JobKind, Handler>>
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
  /** What leases are measured by; left out: this machine's clocks. */
  readonly clocks?: Clocks
  readonly log: Logger
}

const ownClocks: Clocks = { steady: () => performance.now(), wall: Date.now }

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
  readonly #clocks: Clocks
  readonly #held = new Map<string, { readonly lease: Lease; readonly done: Promise<void> }>()
  readonly #stopping = new AbortController()
  readonly #unhear: () => void
  readonly #alarm = new Alarm()
  #loop: Promise<void> | undefined
  #renewing: NodeJS.Timeout | undefined
  #failed = 0

  constructor(options: RunnerOptions) {
    this.#options = options
    this.#clocks = options.clocks ?? ownClocks
    this.#unhear = options.jobs.onAdded(() => {
      this.#alarm.ring()
    })
  }

  /** Jobs that it does at the moment. */
  get held(): number {
    return this.#held.size
  }

  /** Jobs that have failed since the start. */
  get failed(): number {
    return this.#failed
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
    this.#alarm.ring()
    await this.#loop
    for (const { lease } of this.#held.values()) lease.end()
    await this.#allDone()
  }

  /** Keeps what it holds. A job that is no longer its own is somebody else's by now. */
  async renew(): Promise<void> {
    const held = [...this.#held.values()].map(({ lease }) => lease).filter((lease) => lease.isHeld())
    const begun = momentOn(this.#clocks)
    const jobs = held.map(({ job }) => job)
    const outcomes = await this.#options.jobs.keep(this.#holder, jobs, leaseMs)
    for (const [index, lease] of held.entries()) {
      if (outcomes[index] === 'kept') lease.renew(begun, leaseMs)
      else if (outcomes[index] === 'lost') lease.end()
    }
  }

  async #allDone(): Promise<void> {
    await Promise.all([...this.#held.values()].map(({ done }) => done))
  }

  async #takeDue(): Promise<void> {
    const limit = mostHeld - this.#held.size
    if (limit <= 0) return
    const begun = momentOn(this.#clocks)
    for (const job of await this.#options.jobs.take(this.#holder, { leaseMs, limit })) {
      const own = this.#held.get(nameOf(job))
      // Its lease ran out before it was renewed. It goes on, or gives the job back when it has ended; never twice at once.
      if (own !== undefined) own.lease.renew(begun, leaseMs)
      else this.#begin(new Lease(job, this.#clocks, begun, leaseMs))
    }
  }

  #begin(lease: Lease): void {
    this.#held.set(nameOf(lease.job), { lease, done: this.#run(lease) })
  }

  async #run(lease: Lease): Promise<void> {
    const { job } = lease
    const next = await this.#handle(lease)
    lease.end()
    try {
      await this.#options.jobs.release(this.#holder, job, next)
    } catch (error) {
      this.#complain(error, 'A job could not be given back; it is free when its lease ends.', job)
    }
    this.#held.delete(nameOf(job))
    this.#alarm.ring()
  }

  async #handle(lease: Lease): Promise<number | undefined> {
    const { handlers, clock, jobs } = this.#options
    const { job, signal } = lease
    try {
      return await handlers[job.kind]({
        job,
        signal,
        isHeld: () => lease.isHeld(),
        onChanged: (listener) => jobs.onAdded(listener),
      })
    } catch (error) {
      this.#failed += 1
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
      await this.#alarm.wait(await this.#takeAndPause())
    }
  }

  /** Resolves to how long to wait then, in milliseconds. */
  async #takeAndPause(): Promise<number> {
    try {
      await this.#takeDue()
      return await this.#pause()
    } catch (error) {
      this.#complain(error, 'Jobs could not be looked up.')
      return longestSleepMs
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
