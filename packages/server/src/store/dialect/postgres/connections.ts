/** Connections to one PostgreSQL server, from the moment at which it was found until it is lost. */
import { Client, type ClientBase, Pool, type PoolClient, type PoolConfig } from 'pg'
import { cut } from './cut.ts'
import { Watch } from './watch.ts'

export interface ConnectionsOptions {
  /** One host. */
  readonly connectionString: string
  /** The most at once. */
  readonly max: number
  /** Called when the server has stopped answering, though nothing was closed. */
  readonly onSilence: (connections: Connections) => void
}

/** A caller of the old API waits for thirty seconds; whoever gets an answer sooner can ask again. */
const connectTimeoutMs = 2_000
/** More patient, as those that are in use depend on it. */
const answerTimeoutMs = 3_000
/** Longer than anything the server does in one statement. */
const statementTimeoutMs = 20_000
/** For a shop that an import or another node holds. */
const lockTimeoutMs = 5_000
/** So that what a node that died had locked is free again. */
const idleInTransactionMs = 10_000

export class Connections {
  readonly #pool: Pool
  readonly #config: PoolConfig
  readonly #watch: Watch
  readonly #open = new Set<ClientBase>()
  /** Whether it takes no writes: its owner has set it so, or its disk is full. Never true of a standby. */
  isReadOnly = false

  constructor({ connectionString, max, onSilence }: ConnectionsOptions) {
    this.#config = {
      connectionString,
      application_name: 'billkeep',
      connectionTimeoutMillis: connectTimeoutMs,
      statement_timeout: statementTimeoutMs,
      lock_timeout: lockTimeoutMs,
      idle_in_transaction_session_timeout: idleInTransactionMs,
      keepAlive: true,
      types: { getTypeParser },
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
        onSilence(this)
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

  /** Rejects if the server does not answer, is a standby, or has none free for long. */
  async take(): Promise<PoolClient> {
    return this.#pool.connect()
  }

  /** Has the client's connection cut, with what it is asked, if it is not given back in this time. */
  limit(client: PoolClient, limitMs: number): void {
    this.#watch.limit(client, limitMs)
  }

  /** Cuts all, also those in use: for a server that does not answer. */
  cut(): void {
    for (const client of this.#open) cut(client)
    void this.end()
  }

  /** Those in use end when they are given back. */
  async end(): Promise<void> {
    if (this.#pool.ending) return
    const idle = [...this.#open].filter((client) => !this.#watch.has(client))
    await this.#pool.end()
    this.#watch.close()
    // A server that says nothing would never say goodbye, and keep this process from ending.
    setTimeout(() => {
      for (const client of idle) cut(client)
    }, connectTimeoutMs).unref()
  }

  async #greet(client: ClientBase): Promise<void> {
    // Whoever uses it hears of it by what is asked next; without a listener it would end the process.
    client.on('error', () => undefined)
    const limit = setTimeout(() => {
      cut(client)
    }, connectTimeoutMs)
    try {
      const { rows } = await client.query<Standing>(
        `select pg_is_in_recovery() as "isStandby", current_setting('transaction_read_only') = 'on' as "isReadOnly"`,
      )
      if (isOn(rows[0]?.isStandby)) throw new Error('This PostgreSQL is a standby.')
      this.isReadOnly = isOn(rows[0]?.isReadOnly)
    } finally {
      clearTimeout(limit)
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

interface Standing {
  readonly isStandby: string
  readonly isReadOnly: string
}

/** Only numbers are read as what they are (`getTypeParser`). */
function isOn(value: string | undefined): boolean {
  return value === 't'
}

const int8 = 20
const numeric = 1_700

/** Sums, numbers and times are all below 2^53. */
function getTypeParser(oid: number): (text: string) => unknown {
  return oid === int8 || oid === numeric || (oid >= 21 && oid <= 23) ? Number : String
}

/** The SQLSTATE of what the server said; '' for what is not from the server. */
export function stateOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E') ? code : ''
}
