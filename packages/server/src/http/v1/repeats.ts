/** Writes that may be repeated: `Idempotency-Key` (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/). */
import { createHash } from 'node:crypto'
import { Problem, problems } from '../../operations/problems.ts'
import type { KeptAnswer } from '../../store/idempotency-keys.ts'
import type { ApiRequest } from '../message.ts'

/** A call that carries a key. */
export interface Repeatable {
  readonly key: string
  /** Tells whether it is the same call. */
  readonly request: string
}

/** Undefined where the call carries no key. Throws Problem `invalid`. */
export function repeatableIn({ method, target, headers, body }: ApiRequest): Repeatable | undefined {
  const key = headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !keyText.test(key)) throw malformed
  const bytes = Buffer.isBuffer(body) ? body : ''
  return { key, request: createHash('sha256').update(`${method} ${target}\n`).update(bytes).digest('hex') }
}

const keyText = /^[\x21-\x7e]{1,255}$/
const malformed = new Problem('invalid', {
  detail: 'An Idempotency-Key has 1 to 255 characters of ASCII, without spaces; a UUID is one.',
  errors: [
    {
      in: 'header',
      field: 'Idempotency-Key',
      detail: '«Idempotency-Key» must have 1 to 255 characters of ASCII, without spaces.',
    },
  ],
})

/** Throws Problem `keyReused` where the key stood for another call. */
export function checkSame({ request }: Repeatable, kept: KeptAnswer): void {
  if (kept.request === request) return
  throw new Problem('keyReused', { detail: 'This Idempotency-Key stood for another call within the last 24 hours.' })
}

/** Whether a refusal is kept: not one of our own making (5xx), nor that the key stands for another call. */
export function isKept({ problemName }: Problem): boolean {
  return problems[problemName].status < 500 && problemName !== 'keyReused'
}

/** Keys that calls of this process are working on. */
export class UnderWay {
  readonly #names = new Set<string>()

  /** Throws Problem `requestInProgress`. */
  async during<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    if (this.#names.has(name)) {
      throw new Problem('requestInProgress', {
        detail: 'Another call with this Idempotency-Key has not ended yet.',
        headers: { 'retry-after': '1' },
      })
    }
    this.#names.add(name)
    try {
      return await work()
    } finally {
      this.#names.delete(name)
    }
  }
}
