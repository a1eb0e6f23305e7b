/** One request and its response on a connection. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Body } from './message.ts'

/** Why a request ended before it was complete. */
export type Interruption = Extract<Body, 'broken' | 'late'>

export class Exchange {
  /** Never settles if the caller goes away: then there is nobody left to answer. */
  readonly body: Promise<Body>
  readonly #request: IncomingMessage
  readonly #response: ServerResponse
  readonly #settle: (body: Body) => void

  /** A body is read only where it can hold a form or an object; of any other, Node throws away what comes. */
  constructor(request: IncomingMessage, response: ServerResponse, maxBytes: number) {
    const { promise, resolve } = Promise.withResolvers<Body>()
    this.body = promise
    this.#request = request
    this.#response = response
    this.#settle = resolve
    if (request.method === 'POST' || request.method === 'PATCH') collect(request, maxBytes, resolve)
    else resolve(undefined)
  }

  /** Whether its response, or one that must go before, has yet to be sent. */
  get isRunning(): boolean {
    return !this.#response.writableFinished
  }

  /** Answers what has come so far, then closes the connection: where the next request would begin is not known. */
  interrupt(why: Interruption): void {
    const { complete, socket } = this.#request
    // What came may be whole and only waiting to be read: then it is what follows that is broken.
    if (!complete) this.#settle(why)
    this.#response.once('finish', () => {
      socket.destroySoon()
    })
  }
}

/**
 * The body in one piece. One that is too large is read to its end all the same, into nothing: many clients look for an
 * answer only when they have sent everything, and would find the connection closed.
 */
function collect(request: IncomingMessage, maxBytes: number, settle: (body: Body) => void): void {
  let chunks: Buffer[] = []
  let bytes = 0
  if (Number(request.headers['content-length']) > maxBytes) settle('tooLarge')
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes <= maxBytes) {
      chunks.push(chunk)
      return
    }
    chunks = []
    settle('tooLarge')
  })
  request.on('end', () => {
    const [first] = chunks
    settle(first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks))
  })
}
