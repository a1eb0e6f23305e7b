/** Outcomes as answers in the protocol's envelope, signed in both ways (protocol section 5, wire/answer-signature.ts). */
import { signAnswer, signPieces } from '@billkeep/wire/answer-signature.ts'
import { afterResult, beforeResult, writeReply } from '@billkeep/wire/reply.ts'
import { signReply } from '@billkeep/wire/signature.ts'
import type { About, ApiReply, LongBody } from './message.ts'

/** What an answer is signed with. */
export interface Seal {
  readonly key: string
  /** The `hash` of the request that is answered, '' if it had none. */
  readonly requestHash: string
}

export interface Outcome {
  readonly status: number
  readonly code: number
  readonly text: string
  /** In pieces where it is too long to be gathered first. */
  readonly resultJson: string | AsyncIterable<string>
  /** Undefined where no shop is known: the protocol's hash is then made with an empty key, and ours not at all. */
  readonly seal: Seal | undefined
  /** In seconds: when to ask again. */
  readonly retryAfter?: number
}

export function envelope(outcome: Outcome, call: Omit<About, 'code'>, unixSeconds: number): ApiReply {
  const { face, operation, login, trail } = call
  const reply = replyOf(outcome, { face, operation, login, code: outcome.code, trail }, unixSeconds)
  const { retryAfter } = outcome
  return retryAfter === undefined ? reply : { ...reply, headers: { ...reply.headers, 'retry-after': `${retryAfter}` } }
}

function replyOf({ status, code, text, resultJson, seal }: Outcome, about: About, unixSeconds: number): ApiReply {
  const hash = signReply(code, text, seal?.key ?? '')
  if (typeof resultJson !== 'string') {
    const before = beforeResult({ code, text })
    const body = signedAtEnd({ before, pieces: resultJson, after: afterResult({ hash }) }, seal, unixSeconds)
    return { status, headers: unsigned, body, about }
  }
  const body = writeReply({ code, text, resultJson, hash })
  if (seal === undefined) return { status, headers: unsigned, body, about }
  const { key, requestHash } = seal
  const signature = signAnswer({ key, requestHash, body, unixSeconds })
  return { status, headers: { 'content-type': contentType, 'billkeep-signature': signature }, body, about }
}

const contentType = 'application/json; charset=utf-8'
const unsigned = { 'content-type': contentType }

interface LongAnswer {
  readonly before: string
  readonly pieces: AsyncIterable<string>
  readonly after: string
}

/** The signature follows the body, as it is not known before. */
function signedAtEnd(answer: LongAnswer, seal: Seal | undefined, unixSeconds: number): LongBody {
  const { key = '', requestHash = '' } = seal ?? {}
  const signature = signPieces({ key, requestHash, unixSeconds })
  async function* signed(): AsyncGenerator<string> {
    for await (const piece of enclosed(answer)) {
      signature.add(piece)
      yield piece
    }
  }
  return {
    pieces: signed(),
    trailerNames: 'Billkeep-Signature',
    trailers: () => ({ 'Billkeep-Signature': signature.end() }),
  }
}

/** The beginning goes with the first piece, so that a reader who takes only one has begun on the pieces. */
async function* enclosed({ before, pieces, after }: LongAnswer): AsyncGenerator<string> {
  let start = before
  for await (const piece of pieces) {
    yield start + piece
    start = ''
  }
  yield start + after
}
