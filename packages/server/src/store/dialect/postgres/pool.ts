/** Connections to the PostgreSQL that takes writes, whichever of the given hosts that is at the moment. */
import { Pool, type PoolClient, type PoolConfig } from 'pg'
import { StoreUnavailable } from '../../errors.ts'
import { addressesIn } from '../../../rules/database-url.ts'
import { types } from './types.ts'

export interface PostgresOptions {
  /** With several hosts, that one is used which takes writes. */
  readonly url: string
  /** The most connections of this process. */
  readonly connections: number
}

/** A caller of the old API waits for thirty seconds; whoever gets an answer sooner can ask again. */
const connectTimeoutMs = 2_000
/** Longer than anything the server does in one statement. */
const statementTimeoutMs = 20_000
/** So that what a node that died had locked is free again. */
const idleInTransactionMs = 10_000
/** Until an address that failed is asked again, with others waiting; doubled with each failure up to the longest. */
const firstPauseMs = 50
const longestPauseMs = 2_000

export class PostgresPool {
  readonly #pools: readonly Pool[]
  #current = 0
  #failures = 0
  #closedUntil = 0
  #closing: Promise<unknown> | undefined

  constructor({ url, connections }: PostgresOptions) {
    this.#pools = addressesIn(url).map((connectionString) => poolAt({ connectionString, max: connections }))
  }

  /** Throws StoreUnavailable, at once if it has just been tried, when no host takes writes. */
  async connect(): Promise<PoolClient> {
    if (performance.now() < this.#closedUntil) throw new StoreUnavailable()
    let cause: unknown
    for (let tried = 0; tried < this.#pools.length; tried += 1) {
      const at = (this.#current + tried) % this.#pools.length
      try {
        const client = await this.#pools[at]?.connect()
        if (client === undefined) continue
        this.#current = at
        this.#failures = 0
        return client
      } catch (error) {
        cause = error
      }
    }
    this.#closedUntil = performance.now() + Math.min(longestPauseMs, firstPauseMs * 2 ** this.#failures)
    this.#failures += 1
    throw new StoreUnavailable({ cause })
  }

  /** Runs `work` with a connection; one on which it failed for the connection's own reasons is not used again. */
  async with<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const client = await this.connect()
    try {
      const result = await work(client)
      client.release()
      return result
    } catch (error) {
      client.release(isAboutConnection(error))
      throw isAboutConnection(error) ? new StoreUnavailable({ cause: error }) : error
    }
  }

  async close(): Promise<void> {
    await (this.#closing ??= Promise.all(this.#pools.map((pool) => pool.end())))
  }
}

function poolAt(config: PoolConfig): Pool {
  const pool = new Pool({
    ...config,
    application_name: 'billkeep',
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    keepAlive: true,
    types,
    async onConnect(client) {
      // Whoever uses it hears of it by what is asked next; without a listener it would end the process.
      client.on('error', () => undefined)
      const { rows } = await client.query<{ isReadOnly: string }>('show transaction_read_only')
      if (Object.values(rows[0] ?? {})[0] === 'on') throw new Error('This PostgreSQL takes no writes.')
    },
  })
  // A connection that breaks while nobody uses it: the pool has let go of it, and opens another when one is needed.
  pool.on('error', () => undefined)
  return pool
}

/** SQLSTATE classes: connection, operator intervention, read-only transaction (a primary that no longer is one). */
const connectionStates = /^(?:08|57P|25006)/

/** Whether the connection is at fault, not what was asked. Without an SQLSTATE it is: the socket broke. */
export function isAboutConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  if (/^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E')) return connectionStates.test(code)
  return /^E[A-Z]+$/.test(code) || /[Cc]onnection|[Tt]imeout/.test(error.message)
}
