/** Transactions on PostgreSQL: one at a time for each shop, with whatever has gathered for the shop meanwhile. */
import type { Kysely } from 'kysely'
import type { PoolClient } from 'pg'
import type { Claim, Database, Transaction } from '../../database.ts'
import { StoreUnavailable } from '../../errors.ts'
import type { Tables } from '../../schema.ts'
import { noLimit, type PostgresPool } from './pool.ts'
import { retried } from './retry.ts'
import { transactionOn } from './statements.ts'

interface Work {
  /** Runs in the transaction; gives what to call when that is on disk. */
  run(transaction: Transaction): Promise<() => void>
  readonly undo: (error: unknown) => void
}

/** The most that share a commit: of more, the first would wait too long for their answers. */
const mostTogether = 64
/** Callers hear sooner that it is not known whether something was written than they lose patience. */
const writeLimitMs = 10_000

/**
 * Waits as long as the synchronous standby takes: a time-out there would end the waiting, not the commit, and tell that
 * all is well of what one machine alone has (https://www.postgresql.org/docs/current/warm-standby.html#SYNCHRONOUS-REPLICATION).
 */
const commit = 'set local statement_timeout = 0; commit'

export class ClaimedWriter {
  readonly #pool: PostgresPool
  readonly #kysely: Kysely<Tables>
  readonly #waiting = new Map<Claim, Work[]>()
  readonly #flushing = new Set<Promise<void>>()

  /** `kysely` is the one whose compiled statements are shared. */
  constructor(pool: PostgresPool, kysely: Kysely<Tables>) {
    this.#pool = pool
    this.#kysely = kysely
  }

  /** See `Database.write`. */
  readonly write: Database['write'] = (claim, work) =>
    new Promise((resolve, reject) => {
      const entry: Work = {
        async run(transaction) {
          const result = await work(transaction)
          return () => {
            resolve(result)
          }
        },
        undo: reject,
      }
      // Nothing is claimed, so there is nobody to wait for.
      if (claim === 'nothing') this.#track(this.#commitEach(claim, [entry]))
      else this.#enqueue(claim, entry)
    })

  async close(): Promise<void> {
    await Promise.all(this.#flushing)
  }

  #enqueue(claim: Claim, entry: Work): void {
    const waiting = this.#waiting.get(claim)
    if (waiting !== undefined) {
      waiting.push(entry)
      return
    }
    this.#waiting.set(claim, [entry])
    this.#track(this.#flush(claim))
  }

  #track(work: Promise<void>): void {
    const tracked = work.finally(() => this.#flushing.delete(tracked))
    this.#flushing.add(tracked)
  }

  async #flush(claim: Claim): Promise<void> {
    for (;;) {
      // Whatever the sockets have brought by then goes along.
      await new Promise(setImmediate)
      const works = this.#waiting.get(claim)?.splice(0, mostTogether) ?? []
      if (works.length === 0) break
      await this.#commitTogether(claim, works)
    }
    this.#waiting.delete(claim)
  }

  /** One that fails takes the others' changes back with its own, so then each gets a transaction of its own. */
  async #commitTogether(claim: Claim, works: readonly Work[]): Promise<void> {
    if (works.length === 1) return this.#commitEach(claim, works)
    try {
      await this.#commit(claim, works)
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) return this.#commitEach(claim, works)
      for (const work of works) work.undo(error)
    }
  }

  async #commitEach(claim: Claim, works: readonly Work[]): Promise<void> {
    for (const work of works) await this.#commit(claim, [work]).catch(work.undo)
  }

  async #commit(claim: Claim, works: readonly Work[]): Promise<void> {
    const limitMs = claim === 'shops' ? noLimit : writeLimitMs
    const done = await retried(() => this.#pool.with((client) => this.#commitOn(client, claim, works), limitMs))
    for (const tell of done) tell()
  }

  async #commitOn(client: PoolClient, claim: Claim, works: readonly Work[]): Promise<readonly (() => void)[]> {
    try {
      await client.query(`begin${lockOf(claim)}`)
      const transaction = transactionOn(client, this.#kysely)
      const done: (() => void)[] = []
      for (const work of works) done.push(await work.run(transaction))
      await client.query(commit)
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
