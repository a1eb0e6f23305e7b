/** Looks after connections that are in use: TCP alone would wait a quarter of an hour for a server that is gone. */
import type { ClientBase } from 'pg'
import { cut } from './cut.ts'

export interface WatchOptions {
  /** Asks the server something for which it needs no time. */
  readonly isAnswering: () => Promise<boolean>
  readonly onSilence: () => void
  /** Called now and then; never rejects. */
  readonly checkStanding: () => Promise<void>
}

const lookEveryMs = 500
/** For how long a server that was told to take no more writes may still be read from. */
const checkEveryMs = 1_000
/** Nearly everything that is asked takes milliseconds: what takes longer than this makes us look whether anybody is there. */
const suspectAfterMs = 1_000

interface Use {
  readonly since: number
  until: number
}

export class Watch {
  readonly #options: WatchOptions
  readonly #inUse = new Map<ClientBase, Use>()
  readonly #cutOff = new WeakSet<ClientBase>()
  #timer: NodeJS.Timeout | undefined
  #isAsking = false
  #isChecking = false
  #checkedAt = 0
  #heardAt = 0

  constructor(options: WatchOptions) {
    this.#options = options
  }

  begin(client: ClientBase): void {
    this.#inUse.set(client, { since: performance.now(), until: Infinity })
    this.#timer ??= setInterval(() => {
      this.#look()
    }, lookEveryMs).unref()
  }

  limit(client: ClientBase, limitMs: number): void {
    const use = this.#inUse.get(client)
    if (use !== undefined) use.until = use.since + limitMs
  }

  end(client: ClientBase, { isSound }: { readonly isSound: boolean }): void {
    this.#inUse.delete(client)
    if (isSound) this.#heardAt = performance.now()
  }

  has(client: ClientBase): boolean {
    return this.#inUse.has(client)
  }

  /** Whether it was cut as its time was over. */
  hasCutOff(client: ClientBase): boolean {
    return this.#cutOff.has(client)
  }

  /** Whether anything that was asked has been answered since. */
  wasHeardSince(moment: number): boolean {
    return this.#heardAt >= moment
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #look(): void {
    const now = performance.now()
    let isSuspect = false
    for (const [client, { since, until }] of this.#inUse) {
      if (now > until) this.#cut(client)
      if (now > since + suspectAfterMs) isSuspect = true
    }
    if (isSuspect && !this.#isAsking) void this.#ask()
    if (now >= this.#checkedAt + checkEveryMs && !this.#isChecking) void this.#check(now)
  }

  async #check(now: number): Promise<void> {
    this.#checkedAt = now
    this.#isChecking = true
    await this.#options.checkStanding()
    this.#isChecking = false
  }

  #cut(client: ClientBase): void {
    this.#cutOff.add(client)
    cut(client)
  }

  async #ask(): Promise<void> {
    this.#isAsking = true
    const begunAt = performance.now()
    const isAnswering = await this.#options.isAnswering()
    this.#isAsking = false
    // One that is only too busy to take another connection still gives answers on those there are.
    if (!isAnswering && this.#heardAt < begunAt) this.#options.onSilence()
  }
}
