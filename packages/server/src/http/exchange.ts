/** One request and its response on a connection. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { collect } from './collect.ts'
import type { Limits } from './limits.ts'
import type { Body } from './message.ts'
import { Upload } from './upload.ts'
import { takesFile } from './v1/route.ts'

/** Why a request ended before it was complete. */
export type Interruption = Extract<Body, 'broken' | 'late'>

export type ExchangeLimits = Pick<Limits, 'maxBodyBytes' | 'maxUploadBytes' | 'uploadMs'>

export interface ExchangeOptions {
  readonly target: string
  readonly limits: ExchangeLimits
}

export class Exchange {
  /** Never settles if the caller goes away: then there is nobody left to answer. */
  readonly body: Promise<Body>
  readonly #request: IncomingMessage
  readonly #response: ServerResponse
  readonly #settle: (body: Body) => void
  readonly #upload: Upload | undefined

  /**
   * A body is read only where it can hold a form or an object; of any other, Node throws away what comes. A file waits
   * for whoever takes it.
   */
  constructor(request: IncomingMessage, response: ServerResponse, { target, limits }: ExchangeOptions) {
    const { promise, resolve } = Promise.withResolvers<Body>()
    this.body = promise
    this.#request = request
    this.#response = response
    this.#settle = resolve
    if (takesFile(request.method, target)) resolve((this.#upload = new Upload(request, response, limits)))
    else if (request.method === 'POST' || request.method === 'PATCH') collect(request, limits.maxBodyBytes, resolve)
    else resolve(undefined)
  }

  /** Whether its response, or one that must go before, has yet to be sent. */
  get isRunning(): boolean {
    return !this.#response.writableFinished
  }

  /** Answers what has come so far, then closes the connection: where the next request would begin is not known. */
  interrupt(why: Interruption): void {
    const { complete, socket } = this.#request
    if (this.#upload?.interrupt(why) === false) return
    // What came may be whole and only waiting to be read: then it is what follows that is broken.
    if (!complete) this.#settle(why)
    this.#response.once('finish', () => {
      socket.destroySoon()
    })
  }
}
