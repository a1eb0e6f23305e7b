/** Connections to one PostgreSQL server, from the moment at which it was found until it is lost. */
import { setTimeout as delay } from 'node:timers/promises'
import { Client, type ClientBase, Pool, type PoolClient, type PoolConfig } from 'pg'
import type { PoolLoad } from '../../database.ts'
import { cut } from './cut.ts'
import { types } from './types.ts'
import { Watch } from './watch.ts'

export interface ConnectionsOptions {
  /** One host. */
  readonly connectionString: string
  /** What the server's operator sees us as. */
  readonly name: string
  /** The most at once. */
  readonly max: number
  /** Whether one that takes no writes will do, for reading. */
  readonly mayBeReadOnly: boolean
  /** Whether a standby will do, which may not know the latest. */
  readonly mayBeStandby: boolean
  /** Called when the server is found, without being asked for anything, to answer no more, or to take no writes any more. */
  readonly onLost: (connections: Connections) => void
}

/** A caller of the old API waits for thirty seconds; whoever gets an answer sooner can ask again. */
const connectTimeoutMs = 2_000
/** More patient, as those that are in use depend on it. */
const answerTimeoutMs = 3_000
/** Longer than anything the server does in one statement. */
const statementTimeoutMs = 20_000
/** For a shop that an import or another node holds. */
const lockTimeoutMs = 5_000
/** Where nothing came for so long, the other end is asked whether it is there; ten seconds later it is given up. */
const keepAliveMs = 10_000
/** So that what a node that died had locked is free again. */
const idleInTransactionMs = 10_000

export class Connections {
  readonly #pool: Pool
  readonly #config: PoolConfig
  readonly #watch: Watch
  readonly #open = new Set<ClientBase>()
  #ended: Promise<void> | undefined
  readonly #mayBeReadOnly: boolean
  readonly #mayBeStandby: boolean
  /** Whether it takes no writes, as far as is known. */
  isReadOnly = false

  constructor({ connectionString, name, max, mayBeReadOnly, mayBeStandby, onLost }: ConnectionsOptions) {
    this.#mayBeReadOnly = mayBeReadOnly
    this.#mayBeStandby = mayBeStandby
    this.#config = {
      connectionString,
      application_name: name,
      connectionTimeoutMillis: connectTimeoutMs,
      statement_timeout: statementTimeoutMs,
      lock_timeout: lockTimeoutMs,
      idle_in_transaction_session_timeout: idleInTransactionMs,
      keepAlive: true,
      keepAliveInitialDelayMillis: keepAliveMs,
      types,
    }
    const greet = (client: ClientBase): Promise<void> => this.#greet(client)
    this.#pool = new Pool({
      ...this.#config,
      max,
      // The pool waits for it, whatever its types say.
      async onConnect(client) {
        await greet(client)
      },
    })
    // A connection that breaks while nobody uses it: the pool has let go of it, and opens another when one is needed.
    this.#pool.on('error', () => undefined)
    this.#watch = new Watch({
      isAnswering: () => this.#isAnswering(),
      onSilence: () => {
        onLost(this)
        this.#cut()
      },
      // Connections that were opened before would go on reading, for as long as nobody writes.
      checkStanding: async () => {
        if (!(await this.#isStillGood())) onLost(this)
      },
    })
    this.#pool.on('connect', (client) => this.#open.add(client))
    this.#pool.on('remove', (client) => this.#open.delete(client))
    this.#pool.on('acquire', (client) => {
      this.#watch.begin(client)
    })
    this.#pool.on('release', (error: unknown, client) => {
      this.#watch.end(client, { isSound: error === undefined || error === false })
    })
  }

  get load(): PoolLoad {
    const { totalCount, idleCount, waitingCount } = this.#pool
    return { inUse: totalCount - idleCount, idle: idleCount, waiting: waitingCount }
  }

  /** Rejects if the server does not answer, is a standby, or has none free for long. */
  async take(): Promise<PoolClient> {
    return this.#pool.connect()
  }

  /** Has the client's connection cut, with what it is asked, if it is not given back in this time. */
  limit(client: PoolClient, limitMs: number): void {
    this.#watch.limit(client, limitMs)
  }

  /** Whether the client's connection was cut as its time was over. */
  hasCutOff(client: PoolClient): boolean {
    return this.#watch.hasCutOff(client)
  }

  /** Whether the server has answered anything since that moment of `performance.now()`. */
  wasHeardSince(moment: number): boolean {
    return this.#watch.wasHeardSince(moment)
  }

  /** Cuts all, also those in use: for a server that does not answer. */
  #cut(): void {
    for (const client of this.#open) cut(client)
    void this.end()
  }

  /** Those in use end when they are given back. */
  async end(): Promise<void> {
    this.#ended ??= this.#end()
    await this.#ended
  }

  async #end(): Promise<void> {
    const idle = [...this.#open].filter((client) => !this.#watch.has(client))
    const ended = this.#pool.end()
    // A server that says nothing would never say goodbye, and keep this process from ending.
    setTimeout(() => {
      for (const client of idle) cut(client)
    }, connectTimeoutMs).unref()
    await ended
    this.#watch.close()
  }

  /** For the end of everything: what is in use by then, and is not given back, is cut. */
  async close(): Promise<void> {
    const patience = new AbortController()
    const { signal } = patience
    await Promise.race([this.end(), delay(connectTimeoutMs, undefined, { signal }).catch(() => undefined)])
    patience.abort()
    this.#cut()
  }

  async #greet(client: ClientBase): Promise<void> {
    // Whoever uses it hears of it by what is asked next; without a listener it would end the process.
    client.on('error', () => undefined)
    const limit = setTimeout(() => {
      cut(client)
    }, connectTimeoutMs)
    try {
      await this.#learnStanding(client)
    } finally {
      clearTimeout(limit)
    }
  }

  /** Rejects if the server is not to be used. */
  async #learnStanding(client: ClientBase): Promise<void> {
    const { rows } = await client.query<Standing>(
      `select pg_is_in_recovery() as "isStandby", current_setting('transaction_read_only') = 'on' as "isReadOnly"`,
    )
    if (isOn(rows[0]?.isStandby) && !this.#mayBeStandby) throw new WrongServer('This PostgreSQL is a standby')
    this.isReadOnly = isOn(rows[0]?.isReadOnly)
    if (this.isReadOnly && !this.#mayBeReadOnly) throw new WrongServer('This PostgreSQL takes no writes')
  }

  /** Of what else may be wrong, those who use it hear themselves. */
  async #isStillGood(): Promise<boolean> {
    try {
      const client = await this.take()
      this.limit(client, answerTimeoutMs)
      try {
        await this.#learnStanding(client)
      } finally {
        client.release()
      }
      return true
    } catch (error) {
      return !(error instanceof WrongServer)
    }
  }

  /** Asked beside those in use, of which all may be waiting. */
  async #isAnswering(): Promise<boolean> {
    const client = new Client({ ...this.#config, connectionTimeoutMillis: answerTimeoutMs })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return true
    } catch (error) {
      // It refuses, as it has too many connections, say; so it is there.
      return stateOf(error) !== ''
    } finally {
      cut(client)
    }
  }
}

/** It answers, but is not the one. */
class WrongServer extends Error {
  override readonly name = 'WrongServer'
}

interface Standing {
  readonly isStandby: string
  readonly isReadOnly: string
}

/** Only numbers are read as what they are (`types.ts`). */
function isOn(value: string | undefined): boolean {
  return value === 't'
}

/** The SQLSTATE of what the server said; '' for what is not from the server. */
export function stateOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E') ? code : ''
}
