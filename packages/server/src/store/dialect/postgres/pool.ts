/** Connections to the PostgreSQL that takes writes, whichever of the given hosts that is at the moment. */
import type { PoolClient } from 'pg'
import { addressesIn } from '../../../rules/database-url.ts'
import type { Commit, Outage, PoolLoad } from '../../database.ts'
import { StoreError, StoreUnavailable } from '../../errors.ts'
import { Connections, stateOf } from './connections.ts'
import { cut } from './cut.ts'
import { Places } from './places.ts'
import { ServerSearch } from './server-search.ts'

export interface PostgresOptions {
  /** With several hosts, that one is used which takes writes. */
  readonly url: string
  /** The most connections of this process. */
  readonly connections: number
  /** What the server's operator sees us as; left out: `billkeep`. */
  readonly name?: string | undefined
  /** It is only read from, and may be a standby. */
  readonly isCopy?: boolean | undefined
  /** Is told when no host takes writes, and when one does again. */
  readonly onOutage?: ((outage: Outage) => void) | undefined
  /** Told of each commit; left out: nobody counts them. */
  readonly onCommit?: ((commit: Commit) => void) | undefined
}

/** For work that takes as long as it takes, such as an import. A server that stops answering is noticed all the same. */
export const noLimit = Infinity
/** The server ends a statement before; so this is for a connection that was lost on its way. */
const plainLimitMs = 25_000
/** For as long those wait for a shop who have the connections. */
const placePatienceMs = 5_000

/** What somebody may wait for who has a connection already: a shop that is held, or nothing but the disk and a standby. */
export type Wait = 'shop' | 'disk'

export class PostgresPool {
  readonly #search: ServerSearch
  readonly #places: Readonly<Record<Wait, Places>>

  constructor({
    url,
    connections: max,
    name = 'billkeep',
    isCopy = false,
    onOutage = () => undefined,
  }: PostgresOptions) {
    this.#places = placesAmong(max)
    const addresses = addressesIn(url)
    // One that takes no writes may have a successor among the others, and know nothing of what that has taken since.
    const mayBeReadOnly = isCopy || addresses.length === 1
    const onLost = (connections: Connections): void => {
      this.#search.lose(connections)
    }
    const servers = addresses.map(
      (connectionString) => () =>
        new Connections({ connectionString, name, max, mayBeReadOnly, mayBeStandby: isCopy, onLost }),
    )
    this.#search = new ServerSearch(servers, onOutage)
  }

  load(): PoolLoad {
    const { inUse, idle, waiting } = this.#search.active?.load ?? { inUse: 0, idle: 0, waiting: 0 }
    const { shop, disk } = this.#places
    return { inUse, idle, waiting: waiting + shop.waiting + disk.waiting }
  }

  /** Throws StoreUnavailable, at once if that is known, when no host takes writes. Whoever takes it gives it back. */
  async connect(limitMs = plainLimitMs): Promise<PoolClient> {
    return (await this.#take(limitMs)).client
  }

  /**
   * Runs `work` with a connection; one on which it failed for the connection's own reasons is not used again. `endure` is
   * for work whose last part takes as long as it takes.
   */
  async with<Result>(
    work: (client: PoolClient, endure: () => void) => Promise<Result>,
    limitMs = plainLimitMs,
  ): Promise<Result> {
    const { connections, client } = await this.#take(limitMs)
    try {
      const result = await work(client, () => {
        connections.limit(client, noLimit)
      })
      client.release()
      return result
    } catch (error) {
      const isBroken = error instanceof StoreUnavailable || isAboutConnection(error)
      client.release(isBroken)
      // A server that says nothing would never say goodbye.
      if (isBroken) cut(client)
      if (!isBroken) throw stateOf(error) === lockNotAvailable ? new StoreError(busyText, { cause: error }) : error
      // Where it is known that the only host takes no writes, reading goes on; and one that was slow is not gone.
      const isKnown = connections.isReadOnly && stateOf(error) === readOnly
      if (!isKnown && !connections.hasCutOff(client)) this.#search.lose(connections)
      throw error instanceof StoreUnavailable ? error : new StoreUnavailable({ cause: error })
    }
  }

  /**
   * As `with`, for what may wait for others while it has the connection. However many they are, and however long they
   * wait, some connections are left for those who only read. Throws StoreUnavailable when none is free for long.
   */
  async withPatience<Result>(wait: Wait, ...args: Parameters<typeof this.with<Result>>): Promise<Result> {
    const places = this.#places[wait]
    if (!(await places.enter(placePatienceMs))) throw new StoreUnavailable({ cause: new Error(crowdText) })
    try {
      return await this.with(...args)
    } finally {
      places.leave()
    }
  }

  async close(): Promise<void> {
    await this.#search.close()
  }

  async #take(limitMs: number): Promise<{ connections: Connections; client: PoolClient }> {
    for (let attempt = 1; ; attempt += 1) {
      const connections = await this.#search.found()
      const askedAt = performance.now()
      try {
        const client = await connections.take()
        connections.limit(client, limitMs)
        return { connections, client }
      } catch (cause) {
        // Whoever waits for a connection behind others would only wait once more.
        if (isAboutCrowd(cause)) throw new StoreUnavailable({ cause })
        // One that others hear from is slow to take a connection, on a busy machine, and is asked once more.
        const isThere = isTimeout(cause) && connections.wasHeardSince(askedAt)
        // It has gone since; another may have taken its place.
        if (!isThere) this.#search.lose(connections)
        if (attempt === 2) throw new StoreUnavailable({ cause })
      }
    }
  }
}

/**
 * Of ten, six wait for shops and two for the disk, where a standby that is away may keep them: two are left, which is what
 * GetBills needs. A pool of two has but one of each kind.
 */
function placesAmong(connections: number): Readonly<Record<Wait, Places>> {
  const kept = connections >= 8 ? 2 : 1
  return { shop: new Places(Math.max(1, connections - 2 * kept)), disk: new Places(kept) }
}

const crowdText = 'All connections for writing are in use.'
const lockNotAvailable = '55P03'
const readOnly = '25006'
const busyText = 'Another command, such as a long import, is writing. Wait until it is done and start again.'

/** SQLSTATE classes: connection, operator intervention (but for time-outs), read-only (a primary that no longer is one). */
const connectionStates = /^(?:08|57P|25006)/

/** Whether the connection is at fault, not what was asked. Without an SQLSTATE it is: the socket broke. */
function isAboutConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const state = stateOf(error)
  if (state !== '') return connectionStates.test(state)
  return ('code' in error && /^E[A-Z]+$/.test(String(error.code))) || /[Cc]onnection|[Tt]imeout/.test(error.message)
}

/** It was not quick enough to take another connection. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && /timeout/i.test(error.message)
}

/** All our connections are in use for long, or all of the server's. */
function isAboutCrowd(error: unknown): boolean {
  return stateOf(error).startsWith('53') || (error instanceof Error && error.message.startsWith('timeout exceeded'))
}
