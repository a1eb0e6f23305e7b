/** A TCP proxy between a node and its database, which goes wrong in the ways networks do. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** What becomes of the next commit of a shop's data. */
export type Cut =
  /** The database hears of it, the node never hears that it was done. */
  | 'after commit'
  /** The database never hears of it. */
  | 'before commit'

export interface Proxy {
  readonly port: number
  /** How many are open. */
  connections(): number
  /** Resolves when the next commit of a shop's data was cut. */
  cut(when: Cut): Promise<void>
  /** From now on everything stays open, new connections are taken, and nothing comes through. */
  silence(): void
}

/** Gone when the test ends. */
export async function startProxy(toPort: number): Promise<Proxy> {
  const pairs = new Set<Pair>()
  let isSilent = false
  let armed: { readonly when: Cut; readonly done: () => void } | undefined

  const server = createServer((node) => {
    const database = connect({ host: '127.0.0.1', port: toPort })
    const pair = new Pair(node, database, () => {
      const now = armed
      armed = undefined
      now?.done()
      return now?.when
    })
    if (isSilent) pair.silence()
    pairs.add(pair)
    node.once('close', () => pairs.delete(pair))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    for (const pair of pairs) pair.end()
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    connections: () => pairs.size,
    cut: (when) =>
      new Promise((resolve) => {
        armed = { when, done: resolve }
      }),
    silence() {
      isSilent = true
      for (const pair of pairs) pair.silence()
    },
  }
}

/** A connection of a node, and the proxy's own that goes on from it. */
class Pair {
  readonly #node: Socket
  readonly #database: Socket
  readonly #onCommit: () => Cut | undefined
  /** Whether the transaction that is under way has claimed a shop. */
  #isOfShop = false
  #isAwaitingEnd = false
  #isSilent = false

  constructor(node: Socket, database: Socket, onCommit: () => Cut | undefined) {
    this.#node = node
    this.#database = database
    this.#onCommit = onCommit
    node.on('data', (chunk: Buffer) => {
      this.#fromNode(chunk)
    })
    database.on('data', (chunk: Buffer) => {
      this.#fromDatabase(chunk)
    })
    for (const [socket, other] of [
      [node, database],
      [database, node],
    ] as const) {
      socket.on('error', () => undefined)
      socket.on('close', () => this.#isSilent || other.destroy())
    }
  }

  silence(): void {
    this.#isSilent = true
  }

  end(): void {
    this.#node.destroy()
    this.#database.destroy()
  }

  #fromNode(chunk: Buffer): void {
    if (this.#isSilent) return
    if (chunk.includes('from counters where shop_id')) this.#isOfShop = true
    const cut = this.#isOfShop && chunk.includes('commit\0') ? this.#onCommit() : undefined
    if (chunk.includes('commit\0')) this.#isOfShop = false
    if (cut === 'before commit') this.end()
    else this.#database.write(chunk)
    this.#isAwaitingEnd = cut === 'after commit'
  }

  /** Whoever answers a commit has done it. */
  #fromDatabase(chunk: Buffer): void {
    if (this.#isAwaitingEnd) this.end()
    else if (!this.#isSilent) this.#node.write(chunk)
  }
}
