/** Which of several servers takes writes; found again, by itself, whenever it is lost. */
import type { Outage } from '../../database.ts'
import { StoreUnavailable } from '../../errors.ts'
import type { Connections } from './connections.ts'

/** Between two rounds; doubled with each, so that many nodes do not keep a server from coming up. */
const firstPauseMs = 50
/** A server that is back is not shut out for longer. */
const longestPauseMs = 1_000

export class ServerSearch {
  readonly #servers: readonly (() => Connections)[]
  readonly #onOutage: (outage: Outage) => void
  /** Lost, and still in use. */
  readonly #leaving = new Set<Connections>()
  #active: Connections | undefined
  /** What those who come first wait for; set until one is found. */
  #firstRound: Promise<void> | undefined
  #round: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined
  /** Why none was found last time. */
  #cause: unknown
  #isClosed = false

  /** `servers`: each makes connections to one of them. */
  constructor(servers: readonly (() => Connections)[], onOutage: (outage: Outage) => void) {
    this.#servers = servers
    this.#onOutage = onOutage
  }

  /** Undefined while none is known. */
  get active(): Connections | undefined {
    return this.#active
  }

  /** Throws StoreUnavailable, at once while it is known that there is none. */
  async found(): Promise<Connections> {
    if (this.#active !== undefined) return this.#active
    if (this.#isClosed) throw new StoreUnavailable()
    this.#firstRound ??= this.#look(firstPauseMs)
    await this.#firstRound
    if (this.#active === undefined) throw new StoreUnavailable({ cause: this.#cause })
    return this.#active
  }

  /** It does not answer, or takes no writes any more. Those who ask next have it looked for. */
  lose(connections: Connections): void {
    if (this.#active === connections) this.#active = undefined
    this.#leaving.add(connections)
    void connections.end().then(() => this.#leaving.delete(connections))
  }

  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    await this.#round
    if (this.#active !== undefined) this.#leaving.add(this.#active)
    await Promise.all([...this.#leaving].map((each) => each.close()))
  }

  #look(pauseMs: number): Promise<void> {
    this.#round = this.#askAll(pauseMs)
    return this.#round
  }

  /** Takes the first that answers as it should; otherwise comes back later. */
  async #askAll(pauseMs: number): Promise<void> {
    const asked = this.#servers.map((open) => ask(open()))
    try {
      this.#choose(await Promise.any(asked))
    } catch (error) {
      this.#missed(firstIn(error))
      // Nobody stays for this alone.
      const again = (): void => void this.#look(Math.min(longestPauseMs, pauseMs * 2))
      if (!this.#isClosed) this.#timer = setTimeout(again, pauseMs).unref()
    }
    for (const each of asked) this.#endUnlessChosen(each)
  }

  #choose(connections: Connections): void {
    this.#active = connections
    this.#firstRound = undefined
    if (this.#cause !== undefined) this.#onOutage({ isOver: true })
    this.#cause = undefined
  }

  #missed(cause: unknown): void {
    if (this.#cause === undefined) this.#onOutage({ isOver: false, cause })
    this.#cause = cause
  }

  #endUnlessChosen(asked: Promise<Connections>): void {
    const end = async (): Promise<void> => {
      const connections = await asked
      if (connections !== this.#active) await connections.end()
    }
    end().catch(() => undefined)
  }
}

/** Rejects if the server does not answer, or is not to be used. */
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

/** What is wrong with the first of the hosts: it is most often the one that should take writes. */
function firstIn(error: unknown): unknown {
  return error instanceof AggregateError ? error.errors[0] : error
}
