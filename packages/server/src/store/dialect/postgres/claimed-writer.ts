/** Transactions on PostgreSQL: one at a time for each shop, with whatever has gathered for the shop meanwhile. */
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { PoolClient } from 'pg'
import type { Claim, Commit, Database, Transaction } from '../../database.ts'
import { StoreUnavailable } from '../../errors.ts'
import type { Tables } from '../../schema.ts'
import { noLimit, type PostgresPool } from './pool.ts'
import { retried } from './retry.ts'
import { transactionOn } from './statements.ts'

interface Work {
  /** Runs in the transaction; gives what to call when that is on disk. */
  run(transaction: Transaction): Promise<() => void>
  readonly undo: (error: unknown) => void
  /** Whether whoever waits for it was told that it took too long. */
  readonly isGivenUp: () => boolean
}

/** How far a transaction has come. */
interface Progress {
  /** How many of its works have begun. */
  begun: number
}

/** The most that share a commit: of more, the first would wait too long for their answers. */
const mostTogether = 64
/** A transaction that has taken this long takes up nothing more; where the way is slow, fewer share a commit. */
const longEnoughMs = 1_000
/** Callers hear sooner that it is not known whether something was written than they lose patience. */
const writeLimitMs = 15_000

/**
 * Waits as long as the synchronous standby takes: a time-out there would end the waiting, not the commit, and tell that
 * all is well of what one machine alone has (https://www.postgresql.org/docs/current/warm-standby.html#SYNCHRONOUS-REPLICATION).
 */
const commit = 'set local statement_timeout = 0; commit'

/** In milliseconds; left out: what is best. */
export interface WriterLimits {
  /** After which a caller is told that it is not known whether something was written. */
  readonly caller?: number
  /** After which a transaction takes up nothing more. */
  readonly transaction?: number
}

export interface WriterOptions extends WriterLimits {
  /** Told of each commit; left out: nobody counts them. */
  readonly onCommit?: ((commit: Commit) => void) | undefined
}

export class ClaimedWriter {
  readonly #pool: PostgresPool
  readonly #kysely: Kysely<Tables>
  readonly #limits: Required<WriterLimits>
  readonly #onCommit: WriterOptions['onCommit']
  readonly #waiting = new Map<Claim, Work[]>()
  readonly #flushing = new Set<Promise<void>>()

  /** `kysely` is the one whose compiled statements are shared. */
  constructor(pool: PostgresPool, kysely: Kysely<Tables>, { onCommit, ...limits }: WriterOptions = {}) {
    this.#pool = pool
    this.#kysely = kysely
    this.#onCommit = onCommit
    this.#limits = { caller: writeLimitMs, transaction: longEnoughMs, ...limits }
  }

  /** See `Database.write`. */
  readonly write: Database['write'] = async (claim, work) => {
    const patience = new Patience(claim === 'shops' ? noLimit : this.#limits.caller)
    try {
      return await new Promise((resolve, reject) => {
        patience.tell = reject
        const entry: Work = {
          async run(transaction) {
            const result = await work(transaction)
            return () => {
              resolve(result)
            }
          },
          undo: reject,
          isGivenUp: () => patience.isOver,
        }
        // Nothing is claimed, so there is nobody to wait for.
        if (claim === 'nothing') this.#track(this.#commitAlone(claim, entry))
        else this.#enqueue(claim, entry)
      })
    } finally {
      patience.end()
    }
  }

  /** A commit may wait for a standby that is away, and nobody for it by then. */
  async close(): Promise<void> {
    await Promise.race([Promise.all(this.#flushing), delay(this.#limits.caller, undefined, { ref: false })])
  }

  #enqueue(claim: Claim, entry: Work): void {
    const waiting = this.#waiting.get(claim)
    if (waiting !== undefined) {
      waiting.push(entry)
      return
    }
    const first = [entry]
    this.#waiting.set(claim, first)
    this.#track(this.#flush(claim, first))
  }

  #track(work: Promise<void>): void {
    const tracked = work.finally(() => this.#flushing.delete(tracked))
    this.#flushing.add(tracked)
  }

  async #flush(claim: Claim, waiting: Work[]): Promise<void> {
    while (waiting.length > 0) {
      // Whatever the sockets have brought by then goes along.
      await turn()
      const works = waiting.splice(0, mostTogether).filter(({ isGivenUp }) => !isGivenUp())
      if (works.length > 0) waiting.unshift(...(await this.#commitTogether(claim, works)))
    }
    this.#waiting.delete(claim)
  }

  /** Gives those that are left for the next commit. */
  async #commitTogether(claim: Claim, works: readonly Work[]): Promise<readonly Work[]> {
    const progress: Progress = { begun: 0 }
    try {
      await this.#commit(claim, works, progress)
    } catch (error) {
      if (error instanceof StoreUnavailable || progress.begun < 2) {
        // Before the first has begun, it is the shop that is not to be had, for none of them.
        const failed = error instanceof StoreUnavailable || progress.begun === 0 ? works : works.slice(0, 1)
        for (const work of failed) work.undo(error)
        return works.slice(failed.length)
      }
      // One that fails takes the others' changes back with its own, so then each gets a transaction of its own.
      for (const work of works.slice(0, progress.begun)) await this.#commitAlone(claim, work)
    }
    return works.slice(progress.begun)
  }

  async #commitAlone(claim: Claim, work: Work): Promise<void> {
    if (!work.isGivenUp()) await this.#commit(claim, [work], { begun: 0 }).catch(work.undo)
  }

  async #commit(claim: Claim, works: readonly Work[], progress: Progress): Promise<void> {
    const wait = claim === 'nothing' ? 'disk' : 'shop'
    const limitMs = claim === 'shops' ? noLimit : undefined
    const done = await retried(() =>
      this.#pool.withPatience(
        wait,
        async (client, endure) => {
          progress.begun = 0
          return this.#commitOn(client, claim, works, progress, endure)
        },
        limitMs,
      ),
    )
    for (const tell of done) tell()
  }

  async #commitOn(
    client: PoolClient,
    claim: Claim,
    works: readonly Work[],
    progress: Progress,
    endure: () => void,
  ): Promise<readonly (() => void)[]> {
    try {
      await client.query(`begin${lockOf(claim)}`)
      const began = performance.now()
      const transaction = transactionOn(client, this.#kysely)
      const done: (() => void)[] = []
      for (const work of works) {
        progress.begun += 1
        if (!work.isGivenUp()) done.push(await work.run(transaction))
        if (performance.now() - began > this.#limits.transaction) break
      }
      // Whoever cut it here would not end the waiting, but leave the server with one connection more that waits.
      endure()
      await client.query(commit)
      this.#onCommit?.({ writes: done.length, milliseconds: performance.now() - began })
      return done
    } catch (error) {
      // A connection that is gone takes its transaction with it.
      await client.query('rollback').catch(() => undefined)
      throw error
    }
  }
}

/** In one round trip with `begin`. Everything that changes a shop's data comes through here. */
function lockOf(claim: Claim): string {
  if (claim === 'nothing') return ''
  // Another node may be changing the tables of a large database, or this one is about to.
  if (claim === 'shops') {
    return '; set local lock_timeout = 0; set local statement_timeout = 0; select 1 from schema_version for update'
  }
  return `; select 1 from counters where shop_id = ${claim} for update`
}

/** Of one caller: has it told when it has waited for long enough, whatever becomes of what it asked for. */
class Patience {
  tell: (error: StoreUnavailable) => void = () => undefined
  isOver = false
  readonly #timer: NodeJS.Timeout | undefined

  constructor(limitMs: number) {
    if (limitMs === noLimit) return
    this.#timer = setTimeout(() => {
      this.isOver = true
      this.tell(new StoreUnavailable({ cause: new Error('What was to be written took too long.') }))
    }, limitMs)
  }

  end(): void {
    clearTimeout(this.#timer)
  }
}
