import type { Clocks } from '../store/clocks.ts'
import type { Job } from '../store/jobs.ts'

/** Clocks of nodes agree to less than this: by then nobody else has the job yet. */
const marginMs = 1_000

/** A job in this process's hands, for as long as it is certain that nobody else has it. */
export class Lease {
  readonly job: Job
  readonly #clocks: Clocks
  readonly #end = new AbortController()
  #timer: NodeJS.Timeout | undefined
  #begun: Moment
  #forMs: number

  /** `begun` is the moment before the database was asked for it. */
  constructor(job: Job, clocks: Clocks, begun: Moment, forMs: number) {
    this.job = job
    this.#clocks = clocks
    this.#begun = begun
    this.#forMs = forMs
    this.#watch()
  }

  /** Aborts when the lease is over: somebody else may have the job now. */
  get signal(): AbortSignal {
    return this.#end.signal
  }

  /** Also right where this process was kept from doing anything, and so from hearing that the time is over. */
  isHeld(): boolean {
    if (this.#leftMs() <= 0) this.end()
    return !this.signal.aborted
  }

  /** One that is over stays so, as whoever worked under it may have heard. */
  renew(begun: Moment, forMs: number): void {
    if (!this.isHeld()) return
    this.#begun = begun
    this.#forMs = forMs
    this.#watch()
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#end.abort()
  }

  /** By whichever clock says that more time has gone. */
  #leftMs(): number {
    const { steady, wall } = momentOn(this.#clocks)
    return this.#forMs - marginMs - Math.max(steady - this.#begun.steady, wall - this.#begun.wall)
  }

  #watch(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.isHeld() && this.#watch(), Math.max(1, this.#leftMs())).unref()
  }
}

export interface Moment {
  readonly steady: number
  readonly wall: number
}

export function momentOn({ steady, wall }: Clocks): Moment {
  return { steady: steady(), wall: wall() }
}
