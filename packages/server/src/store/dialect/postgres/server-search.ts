/** Which of several servers takes writes; found again, by itself, whenever it is lost. */
import { StoreUnavailable } from '../../errors.ts'
import type { Connections } from './connections.ts'

/** Between two rounds; doubled with each, so that many nodes do not keep a server from coming up. */
const firstPauseMs = 50
/** A server that is back is not shut out for longer. */
const longestPauseMs = 1_000

export class ServerSearch {
  readonly #servers: readonly (() => Connections)[]
  #active: Connections | undefined
  /** What those who come first wait for. */
  #firstRound: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined
  #cause: unknown
  #isClosed = false

  /** `servers`: each makes connections to one of them. */
  constructor(servers: readonly (() => Connections)[]) {
    this.#servers = servers
  }

  /**
   * The one that takes writes; where none does, one that can be read and is no standby. Throws StoreUnavailable: at once,
   * while it is known that there is none.
   */
  async found(): Promise<Connections> {
    if (this.#active !== undefined) return this.#active
    this.#firstRound ??= this.#round(firstPauseMs)
    await this.#firstRound
    if (this.#active === undefined) throw new StoreUnavailable({ cause: this.#cause })
    return this.#active
  }

  /** It does not answer, or takes no writes any more. */
  lose(connections: Connections): void {
    if (this.#active === connections) this.#active = undefined
    void connections.end()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    await this.#firstRound
    await this.#active?.end()
  }

  /** Asks all at once; then again and again, unless one takes writes. */
  async #round(pauseMs: number): Promise<void> {
    const asked = this.#servers.map((open) => ask(open()))
    try {
      this.#choose(await Promise.any(asked.map(takingWrites)))
      this.#firstRound = undefined
    } catch (error) {
      this.#cause = firstIn(error)
      const answered = await Promise.allSettled(asked)
      const readable = answered.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])).at(0)
      if (readable !== undefined && this.#active === undefined) this.#choose(readable)
      if (!this.#isClosed) this.#comeBack(pauseMs)
    }
    for (const each of asked) this.#endUnlessChosen(each)
  }

  #endUnlessChosen(asked: Promise<Connections>): void {
    const end = async (): Promise<void> => {
      const connections = await asked
      if (connections !== this.#active) await connections.end()
    }
    end().catch(() => undefined)
  }

  #comeBack(pauseMs: number): void {
    const again = (): void => {
      void this.#round(Math.min(longestPauseMs, pauseMs * 2))
    }
    // Nobody stays for this alone.
    this.#timer = setTimeout(again, pauseMs).unref()
  }

  #choose(connections: Connections): void {
    void this.#active?.end()
    this.#active = this.#isClosed ? undefined : connections
  }
}

/** Rejects if the server does not answer, or is a standby. */
async function ask(connections: Connections): Promise<Connections> {
  try {
    const client = await connections.take()
    client.release()
    return connections
  } catch (error) {
    await connections.end()
    throw error
  }
}

async function takingWrites(asked: Promise<Connections>): Promise<Connections> {
  const connections = await asked
  if (connections.isReadOnly) throw new Error('This PostgreSQL takes no writes.')
  return connections
}

/** What is wrong with the first of the hosts: it is most often the one that should take writes. */
function firstIn(error: unknown): unknown {
  return error instanceof AggregateError ? error.errors[0] : error
}
