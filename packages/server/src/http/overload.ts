/** Notices that there is more to do than can be done, and for how much of it there is time. */
import type { Logger } from 'pino'

export interface OverloadLimits {
  /** How often the event loop is looked at: one timer, which costs nothing that can be measured. */
  readonly lookMs: number
  /**
   * The loop is late when it comes so much later to that timer than it should, and overloaded when it does so each time
   * for so long. A list of 100,000 orders keeps it for some 35 ms now and then, 64 orders that share a commit for 25 ms.
   */
  readonly lateMs: number
  readonly lateForMs: number
  /** While overloaded, what comes in so long a part of a turn of the loop is answered, and the rest of it refused; */
  readonly workMs: number
  /** but for no longer than this at a time: where refusing alone is too much, nobody would be answered ever. */
  readonly restMs: number
  /** So many are answered in any case: on a machine that is busy with other work, few callers are no overload. */
  readonly fewest: number
  /** Overload is over when nothing had to be refused for so long. */
  readonly calmMs: number
  /**
   * Requests that are being answered since more than a turn of the loop: they wait, for the database's writer or
   * connections, and more would only wait behind them. Of such, the loop is not late.
   */
  readonly mostWaiting: number
}

export const overloadLimits: OverloadLimits = {
  lookMs: 20,
  lateMs: 400,
  lateForMs: 400,
  workMs: 50,
  restMs: 50,
  fewest: 64,
  calmMs: 1_000,
  mostWaiting: 1_000,
}

/** Requests between two looks at the clock; a process that was only stopped for long has fewer when it goes on. */
const manyAtOnce = 256

export interface OverloadOptions {
  readonly limits: OverloadLimits
  readonly log: Logger
  /** In milliseconds, from whenever. */
  readonly now?: () => number
}

export class Overload {
  readonly #limits: OverloadLimits
  readonly #log: Logger
  readonly #now: () => number
  #timer: NodeJS.Timeout | undefined
  #lookedAt: number
  #lateSince: number | undefined
  /** The loop is: each turn has a part for answers. */
  #isLate = false
  /** Something was refused, or would be, a moment ago. */
  #isRefusing = false
  #workUntil = 0
  #sinceLook = 0
  /** Since the last part of a turn for answers began. */
  #answered = 0
  #underWay = 0
  #looks = 0
  /** Of those under way, the ones that began since the last look, and between the one before and that. */
  readonly #begun = { since: 0, before: 0 }
  #refused = 0
  #refusedAt = -Infinity

  constructor({ limits, log, now = () => performance.now() }: OverloadOptions) {
    this.#limits = limits
    this.#log = log
    this.#now = now
    this.#lookedAt = now()
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.look()
    }, this.#limits.lookMs).unref()
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** Requests that are being answered. */
  get underWay(): number {
    return this.#underWay
  }

  /** Requests that were refused since the start. */
  get refused(): number {
    return this.#refused
  }

  /** Requests that are being answered since more than a turn of the loop. */
  get waiting(): number {
    return this.#underWay - this.#begun.since - this.#begun.before
  }

  /** What it returns is for `end`. */
  begin(): number {
    this.#underWay += 1
    this.#begun.since += 1
    return this.#looks
  }

  end(begunAt: number): void {
    this.#underWay -= 1
    if (begunAt === this.#looks) this.#begun.since -= 1
    else if (begunAt === this.#looks - 1) this.#begun.before -= 1
  }

  /** Whether the request that has just come is one too many. */
  isFull(): boolean {
    if (this.waiting >= this.#limits.mostWaiting) return true
    this.#sinceLook += 1
    if (!this.#isLate && this.#sinceLook % manyAtOnce !== 0) return false
    const now = this.#now()
    if (!this.#isLate && !this.#isStarved(now)) return false
    const { restMs, fewest } = this.#limits
    if (now > this.#workUntil + restMs) this.#answerFrom(now)
    if (now > this.#workUntil && this.#answered >= fewest) return true
    this.#answered += 1
    return false
  }

  /** Notes that a request was refused. */
  refuse(): void {
    this.#refused += 1
    this.#refusedAt = this.#now()
    if (!this.#isRefusing) this.#begin()
  }

  /** The timer's: a turn of the loop comes here first and then to what the sockets have brought. */
  look(): void {
    const { lookMs, lateMs, lateForMs, calmMs } = this.#limits
    const now = this.#now()
    const isLate = now - this.#lookedAt - lookMs > lateMs
    this.#lookedAt = now
    this.#sinceLook = 0
    this.#looks += 1
    this.#begun.before = this.#begun.since
    this.#begun.since = 0
    this.#answerFrom(now)
    if (this.#isRefusing && now - this.#refusedAt > calmMs) this.#endOverload()
    if (!isLate) this.#lateSince = undefined
    // From the first look that was late: a process that was only stopped for long is late once.
    else if (now - (this.#lateSince ??= now) > lateForMs) this.#beginLate()
  }

  #answerFrom(now: number): void {
    this.#workUntil = now + this.#limits.workMs
    this.#answered = 0
  }

  /**
   * With more than a thousand sockets to read at once, libuv goes on reading for up to 48 times as many before it comes to
   * a timer again (uv__io_poll): seconds.
   */
  #isStarved(now: number): boolean {
    const { lookMs, lateMs, lateForMs } = this.#limits
    const isStarved = now - this.#lookedAt > lookMs + lateMs + lateForMs
    if (isStarved) this.#beginLate()
    return isStarved
  }

  #beginLate(): void {
    if (this.#isLate) return
    this.#isLate = true
    this.#begin()
  }

  #begin(): void {
    this.#refusedAt = this.#now()
    if (this.#isRefusing) return
    this.#isRefusing = true
    this.#log.warn(
      { underWay: this.#underWay },
      'More is asked than can be answered: some of it is refused (HTTP 503).',
    )
  }

  #endOverload(): void {
    this.#isLate = false
    this.#isRefusing = false
    this.#log.info({ refused: this.#refused }, 'All that is asked is answered again.')
  }
}
