/** How far a copy is behind the database that it follows, by looking at both again and again. */
import type { PostgresPool } from './pool.ts'

/** Between two looks; how far behind the copy is, is known to about so much. */
const lookMs = 250
/** More than ten minutes of looks. */
const mostMarks = 4_096

/** How far the log of the database was at a moment. */
interface Mark {
  readonly at: number
  readonly position: bigint
}

/** By positions in the log: clocks of machines may differ, and a database that nobody writes to is not behind. */
export class ReplicaLag {
  readonly #primary: PostgresPool
  readonly #replica: PostgresPool
  readonly #marks: Mark[] = []
  readonly #timer: NodeJS.Timeout
  /** The copy has everything that the database had then. */
  #currentAsOf: number | undefined
  #looking: Promise<void> | undefined

  constructor(primary: PostgresPool, replica: PostgresPool) {
    this.#primary = primary
    this.#replica = replica
    this.#timer = setInterval(() => {
      // Where one of the two does not answer, the lag grows by itself.
      this.#looking ??= this.#look()
        .catch(() => undefined)
        .finally(() => (this.#looking = undefined))
    }, lookMs).unref()
  }

  /** Undefined while it is not known. */
  milliseconds(): number | undefined {
    return this.#currentAsOf === undefined ? undefined : performance.now() - this.#currentAsOf
  }

  /** Until the next look, nothing is known. */
  forget(): void {
    this.#currentAsOf = undefined
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#looking
  }

  async #look(): Promise<void> {
    const at = performance.now()
    this.#marks.push({ at, position: await positionIn(this.#primary, 'select pg_current_wal_lsn()::text') })
    if (this.#marks.length > mostMarks) this.#marks.shift()
    // Null where it follows nobody: then it may be any other database.
    const replayed = await positionIn(this.#replica, 'select pg_last_wal_replay_lsn()::text')
    const reached = this.#marks.findLastIndex(({ position }) => position <= replayed)
    if (reached === -1) return
    this.#currentAsOf = this.#marks[reached]?.at
    this.#marks.splice(0, reached)
  }
}

/** `16/B374D848` as a number (https://www.postgresql.org/docs/current/datatype-pg-lsn.html). */
async function positionIn(pool: PostgresPool, sql: string): Promise<bigint> {
  const { rows } = await pool.with((client) => client.query<Record<string, string | null>>(sql))
  const [, high, low] = /^([\dA-F]+)\/([\dA-F]+)$/.exec(Object.values(rows[0] ?? {})[0] ?? '') ?? []
  if (high === undefined || low === undefined) throw new Error('This PostgreSQL follows no other.')
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)
}
