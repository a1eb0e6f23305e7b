/** Outcomes as answers in the protocol's envelope, signed in both ways (protocol section 5, wire/answer-signature.ts). */
import { signAnswer } from '@billkeep/wire/answer-signature.ts'
import { writeReply } from '@billkeep/wire/reply.ts'
import { signReply } from '@billkeep/wire/signature.ts'
import type { ApiReply } from './message.ts'

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
  readonly resultJson: string
  /** Undefined where no shop is known: the protocol's hash is then made with an empty key, and ours not at all. */
  readonly seal: Seal | undefined
}

export function envelope({ status, code, text, resultJson, seal }: Outcome, unixSeconds: number): ApiReply {
  const body = writeReply({ code, text, resultJson, hash: signReply(code, text, seal?.key ?? '') })
  if (seal === undefined) return { status, headers: unsigned, body }
  const { key, requestHash } = seal
  const signature = signAnswer({ key, requestHash, body, unixSeconds })
  return { status, headers: { 'content-type': contentType, 'billkeep-signature': signature }, body }
}

const contentType = 'application/json; charset=utf-8'
const unsigned = { 'content-type': contentType }
