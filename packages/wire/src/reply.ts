// The envelope of every answer (protocol section 5).

import { errors } from './errors.ts'
import { isEqualConstantTime, signReply } from './signature.ts'

export type Reply = {
  /** 0 for success. */
  code: number
  text: string
  /** An array or object, for errors too; of `GetCountSubscribe`, a number. The hash does not cover it. */
  result: object | number
}

/** A reply that cannot be trusted or understood. */
export class ReplyError extends Error {
  override readonly name = 'ReplyError'
  readonly reason: 'not JSON' | 'no envelope' | 'wrong hash'

  constructor(reason: ReplyError['reason'], options?: { cause: unknown }) {
    super(messages[reason], options)
    this.reason = reason
  }
}

const messages = {
  'not JSON': 'The reply is not JSON. Does this address belong to the service?',
  'no envelope': 'The reply is JSON, but not the envelope of the protocol. Does this address belong to the service?',
  'wrong hash': "The reply's hash does not match: the API key is not the account's, or the reply was forged.",
} as const satisfies Record<ReplyError['reason'], string>

/**
 * The envelope as JSON, its keys in the protocol's order. `resultJson` is the JSON text of an array or object: clients
 * fail on any other result, and on none.
 */
export function writeReply(reply: { code: number; text: string; resultJson: string; hash: string }): string {
  return beforeResult(reply) + reply.resultJson + afterResult(reply)
}

/** What stands before the result, and after it, where that is written in pieces. */
export function beforeResult({ code, text }: { code: number; text: string }): string {
  return `{"error_code":${code},"error_text":${JSON.stringify(text)},"result":`
}

export function afterResult({ hash }: { hash: string }): string {
  return `,"hash":"${hash}"}`
}

/**
 * A reply's content, once its shape and hash are found right.
 * @throws ReplyError
 */
export function readReply(json: string, key: string): Reply {
  const envelope = parse(json)
  if (!isEnvelope(envelope)) throw new ReplyError('no envelope')
  const { error_code: code, error_text: text, result, hash } = envelope
  // An unknown account has no key: the reply that says so is signed with an empty one.
  const keys = code === errors.unknownUser.code ? [key, ''] : [key]
  const sent = hash.toLowerCase()
  if (!keys.some((each) => isEqualConstantTime(signReply(code, text, each), sent))) throw new ReplyError('wrong hash')
  return { code, text, result }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new ReplyError('not JSON', { cause })
  }
}

type Envelope = { error_code: number; error_text: string; result: object | number; hash: string }

function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null) return false
  const { error_code, error_text, result, hash }: Partial<Record<keyof Envelope, unknown>> = value
  const hasResult = (typeof result === 'object' && result !== null) || typeof result === 'number'
  return Number.isSafeInteger(error_code) && typeof error_text === 'string' && hasResult && typeof hash === 'string'
}
