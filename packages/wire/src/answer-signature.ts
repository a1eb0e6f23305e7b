// Our extra response header `Billkeep-Signature: t=<Unix seconds>,v1=<HMAC-SHA256 in hex>`.
//
// The protocol's own hash of a reply leaves out the result and is the same for every `OK`. This one covers the whole
// body, its time and the request it answers, so that a recorded answer cannot pass for the answer to another question.

import { hmacSha256, hmacSha256OfPieces } from '#digest'
import { isEqualConstantTime } from './signature.ts'

export type Answer = {
  key: string
  /** The request's `hash`. Anything but 32 hex digits, '' included, counts as none. */
  requestHash: string
  /** The reply's body as text, to be sent as UTF-8. */
  body: string
}

export type AnswerVerdict = 'ok' | 'missing' | 'malformed' | 'too old' | 'too new' | 'wrong'

/** How far the two clocks may be apart, the answer's way included. */
const defaultToleranceSeconds = 300

/** The header's value. */
export function signAnswer({ unixSeconds, ...answer }: Answer & { unixSeconds: number }): string {
  return `t=${unixSeconds},v1=${macOf(String(unixSeconds), answer)}`
}

/** The same value for a body that is sent in pieces: `add` each of them, in their order, then `end` gives it. */
export function signPieces({ key, requestHash, unixSeconds }: Omit<Answer, 'body'> & { unixSeconds: number }): {
  add(piece: string): void
  end(): string
} {
  const hmac = hmacSha256OfPieces(key)
  hmac.add(beforeBody(String(unixSeconds), requestHash))
  return {
    add(piece) {
      hmac.add(piece)
    },
    end: () => `t=${unixSeconds},v1=${hmac.end()}`,
  }
}

/**
 * Whether the header's value belongs to this answer. Several `v1` may be given (one for each key during a rotation);
 * later versions are ignored. Time is judged last, so that "too old" and "too new" are said of genuine answers only.
 */
export function verifyAnswer({
  header,
  nowUnixSeconds,
  toleranceSeconds = defaultToleranceSeconds,
  ...answer
}: Answer & { header: string | null | undefined; nowUnixSeconds: number; toleranceSeconds?: number }): AnswerVerdict {
  if (header === null || header === undefined || header === '') return 'missing'
  const parts = header.split(',')
  const [time, secondTime] = valuesOf('t', parts)
  const macs = valuesOf('v1', parts)
  if (time === undefined || secondTime !== undefined || !digits.test(time) || macs.length === 0) return 'malformed'
  const expected = macOf(time, answer)
  if (!macs.some((mac) => isEqualConstantTime(mac, expected))) return 'wrong'
  const ageSeconds = nowUnixSeconds - Number(time)
  if (ageSeconds > toleranceSeconds) return 'too old'
  return ageSeconds < -toleranceSeconds ? 'too new' : 'ok'
}

const digits = /^\d{1,15}$/
const md5Hex = /^[\da-f]{32}$/

function valuesOf(name: string, parts: readonly string[]): readonly string[] {
  const values = []
  for (const part of parts) {
    const [before, value] = part.trim().split('=', 2)
    if (before === name && value !== undefined) values.push(value)
  }
  return values
}

function macOf(time: string, { key, requestHash, body }: Answer): string {
  return hmacSha256(key, beforeBody(time, requestHash) + body)
}

/** A hash of another form could hold a dot and so move the borders between the three parts. */
function beforeBody(time: string, requestHash: string): string {
  const question = requestHash.toLowerCase()
  return `${time}.${md5Hex.test(question) ? question : ''}.`
}
