/** A body that is a file: it is not read before somebody takes it, which is when it is known who sends it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { collect } from './collect.ts'

/** Why there is no file: over the limit, no HTTP or its caller gone, or not in time. */
export type UploadFailure = 'tooLarge' | 'broken' | 'late'

export class Upload {
  /** Aborts when the caller has gone before the answer. */
  readonly signal: AbortSignal
  readonly #request: IncomingMessage
  readonly #response: ServerResponse
  readonly #maxBytes: number
  readonly #maxMs: number
  readonly #whole = Promise.withResolvers<Buffer | UploadFailure>()
  #isTaken = false

  constructor(request: IncomingMessage, response: ServerResponse, limits: UploadLimits) {
    const gone = new AbortController()
    this.signal = gone.signal
    this.#request = request
    this.#response = response
    this.#maxBytes = limits.maxUploadBytes
    this.#maxMs = limits.uploadMs
    response.once('close', () => {
      if (response.writableFinished) return
      gone.abort()
      this.#whole.resolve('broken')
    })
  }

  /** In memory, in one piece. */
  async take(): Promise<Buffer | UploadFailure> {
    this.#isTaken = true
    const deadline = setTimeout(() => {
      this.#response.once('finish', () => {
        this.#request.socket.destroySoon()
      })
      this.#whole.resolve('late')
    }, this.#maxMs)
    collect(this.#request, this.#maxBytes, (body) => {
      this.#whole.resolve(body)
    })
    const whole = await this.#whole.promise
    clearTimeout(deadline)
    return whole
  }

  /** Of a file that somebody has begun to take, the time is its own. Whether it ends here. */
  interrupt(why: Exclude<UploadFailure, 'tooLarge'>): boolean {
    if (why === 'late' && this.#isTaken) return false
    this.#whole.resolve(why)
    return true
  }
}

export interface UploadLimits {
  readonly maxUploadBytes: number
  readonly uploadMs: number
}
