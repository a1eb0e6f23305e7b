/** The envelope of an answer of the order API: read once both of its signatures are found right. */
import { verifyAnswer } from '@billkeep/wire/answer-signature.ts'
import { errors } from '@billkeep/wire/errors.ts'
import { isEqualConstantTime, signReply } from '@billkeep/wire/signature.ts'
import { AnswerError, ApiError } from './errors.ts'
import type { ErrorName } from './generated/api-types.ts'

export interface Answer {
  readonly functionName: string
  /** The body, as text. */
  readonly body: string
  /** The key that the call was made with. */
  readonly key: string
  /** The call's `hash`; '' where it had none. */
  readonly requestHash: string
  /** The header `Billkeep-Signature`. */
  readonly signature: string | null
  readonly requireSignature: boolean
  readonly nowUnixSeconds: number
}

/**
 * The `result`.
 * @throws AnswerError for what cannot be trusted, ApiError for a refusal
 */
export function resultIn(answer: Answer): unknown {
  const { code, text, result, hash } = envelopeIn(answer.body)
  checkHash({ code, text, hash }, answer.key)
  checkSignature(answer, code)
  if (code === 0) return result
  const reason = reasonOf(code)
  const meaning = reason === 'unknown' ? '' : ` ${errors[reason].when}`
  const message = `${answer.functionName}: ${text.replace(/\.$/, '')} (error ${code}).${meaning}`
  throw new ApiError(message, { reason, code, text, result, functionName: answer.functionName })
}

/** Whether it is an answer of the order API at all, and not the page of a proxy. */
export function isEnvelope(body: string): boolean {
  try {
    envelopeIn(body)
    return true
  } catch {
    return false
  }
}

interface Envelope {
  readonly code: number
  readonly text: string
  readonly result: unknown
  readonly hash: string
}

/** The old platform may leave out `result` where there is none, and write numbers as text, as PHP does. */
function envelopeIn(body: string): Envelope {
  const json = parsed(body)
  if (typeof json !== 'object' || json === null) throw noEnvelope()
  const { error_code, error_text, result = [], hash }: Partial<Record<string, unknown>> = { ...json }
  const code = typeof error_code === 'string' && /^\d+$/.test(error_code) ? Number(error_code) : error_code
  if (typeof code !== 'number' || !Number.isSafeInteger(code)) throw noEnvelope()
  if (typeof error_text !== 'string' || typeof hash !== 'string') throw noEnvelope()
  return { code, text: error_text, result: result ?? [], hash: hash.toLowerCase() }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (cause) {
    throw new AnswerError('not JSON', 'The answer is not JSON: is this the address of a shop?', { cause })
  }
}

function noEnvelope(): AnswerError {
  return new AnswerError('no envelope', 'The answer is JSON, but not of the order API: is this the address of a shop?')
}

/** Whoever does not know the login has no key to sign that with. */
function checkHash({ code, text, hash }: Omit<Envelope, 'result'>, key: string): void {
  const keys = code === errors.unknownUser.code ? [key, ''] : [key]
  if (keys.some((each) => isEqualConstantTime(signReply(code, text, each), hash))) return
  throw new AnswerError('wrong hash', "The answer is not from the shop: the key is not the shop's, or it is forged.")
}

function checkSignature(answer: Answer, code: number): void {
  const { signature, key, requestHash, body, nowUnixSeconds, requireSignature } = answer
  const verdict = verifyAnswer({ header: signature, key, requestHash, body, nowUnixSeconds })
  switch (verdict) {
    case 'ok':
      return
    case 'missing':
      if (!requireSignature || code === errors.unknownUser.code) return
      throw new AnswerError(
        'no signature',
        'The answer has no Billkeep-Signature, and «requireSignature» asks for one. Answers of more than 256 KiB have it after their body, where fetch does not show it: ask for shorter intervals.',
      )
    case 'malformed':
    case 'wrong':
      throw new AnswerError('wrong signature', 'The answer was changed on its way, or is one to another call.')
    case 'too old':
    case 'too new':
      throw new AnswerError(verdict, 'The answer is not of this moment: is the clock of this machine right?')
  }
}

function reasonOf(code: number): ErrorName | 'unknown' {
  for (const name of errorNames) if (errors[name].code === code) return name
  return 'unknown'
}

const errorNames = Object.keys(errors).filter((name): name is ErrorName => name in errors)
