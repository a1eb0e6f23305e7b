/** Sends a call to the server that the page came from, and looks whether the answer is from somebody who has the key. */
import { type AnswerVerdict, verifyAnswer } from '@billkeep/wire/answer-signature.ts'
import { readReply, ReplyError } from '@billkeep/wire/reply.ts'
import type { SignedCall } from './signed-call.ts'

export interface CheckedAnswer {
  /** HTTP. */
  readonly status: number
  readonly milliseconds: number
  readonly text: string
  /** Of the protocol's own `hash`. */
  readonly hash: 'ok' | ReplyError['reason']
  /** Of the header over the whole answer; a long one has it at its end, where browsers do not show it. */
  readonly signature: AnswerVerdict
}

/** Where the order API of a shop is, seen from where the page is: a host of the shop's own, or the installation's. */
export function callPath(name: string, login: string, domains: readonly string[], hostname: string): string {
  const isOwn = domains.includes(hostname) || hostname.toLowerCase().startsWith(`${login.toLowerCase()}.`)
  return isOwn ? `/api/${name}` : `/@${login}/api/${name}`
}

export async function sendCall(
  path: string,
  { body, hash: requestHash }: SignedCall,
  key: string,
): Promise<CheckedAnswer> {
  const start = performance.now()
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
    // It is the key that counts, not who is signed in.
    credentials: 'omit',
  })
  const text = await response.text()
  const milliseconds = performance.now() - start
  const header = response.headers.get('billkeep-signature')
  const nowUnixSeconds = Math.floor(Date.now() / 1_000)
  return {
    status: response.status,
    milliseconds,
    text,
    hash: hashVerdict(text, key),
    signature: verifyAnswer({ header, key, requestHash, body: text, nowUnixSeconds }),
  }
}

function hashVerdict(text: string, key: string): CheckedAnswer['hash'] {
  try {
    readReply(text, key)
    return 'ok'
  } catch (error) {
    if (error instanceof ReplyError) return error.reason
    throw error
  }
}
