/** Holds a reply against what the protocol asks of every reply, and of this one. Each fault is a sentence. */
import { isDeepStrictEqual } from 'node:util'
import type { Expected } from './case.ts'
import { md5 } from './fixture.ts'
import { type RawReply, shown } from './raw-http.ts'

export interface Envelope {
  readonly error_code: number
  readonly error_text: string
  readonly result: unknown
  readonly hash: string
}

/** What every answer must be, whatever it says (protocol sections 2 and 5): the envelope, or why it is none. */
export function readEnvelope(reply: RawReply, keys: readonly string[]): Envelope | { readonly fault: string } {
  const { status, headers, body } = reply
  if (status >= 300 && status < 400) return { fault: `it is a redirect (${status})` }
  if (headers.has('location')) return { fault: 'it has a Location' }
  const type = headers.get('content-type')?.toLowerCase().replaceAll(' ', '')
  if (type !== 'application/json;charset=utf-8') return { fault: `its content type is ${type}` }
  const envelope = parse(body)
  if (!isEnvelope(envelope)) return { fault: `its body is no envelope: ${shown(body)}` }
  const { error_code, error_text, hash } = envelope
  const hashes = keys.map((key) => md5(`${error_code}::${error_text}::${key}`))
  return hashes.includes(hash) ? envelope : { fault: `its hash is wrong: ${shown(body)}` }
}

export function faultIn(
  reply: RawReply,
  expected: Expected & { readonly status: number },
  key: string,
): string | undefined {
  const envelope = readEnvelope(reply, [key])
  if ('fault' in envelope) return `${envelope.fault} (status ${reply.status})`
  const { error_code: code, error_text: text, result } = envelope
  const got = { status: reply.status, code, text }
  const wanted = { status: expected.status, code: expected.code, text: expected.text }
  if (!isDeepStrictEqual(got, wanted)) return `it is ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`
  const { result: wantedResult = [] } = expected
  if (!isDeepStrictEqual(result, wantedResult)) return `its result is ${JSON.stringify(result)}`
  // To JavaScript, such keys are always in order: what the text has is another question.
  const order = numbersIn(reply.body.toString())
  const wantedOrder = numbersIn(JSON.stringify(wantedResult))
  return isDeepStrictEqual(order, wantedOrder) ? undefined : `its numbers come in the order ${order.join(', ')}`
}

/** Nothing else may be there: clients decode the whole body, so a BOM or a warning before it ends them. */
function parse(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body))
  } catch {
    return undefined
  }
}

function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  if (Object.keys(value).toSorted().join() !== 'error_code,error_text,hash,result') return false
  const { error_code, error_text, result, hash }: Partial<Record<keyof Envelope, unknown>> = value
  const isResult = typeof result === 'object' && result !== null
  return Number.isSafeInteger(error_code) && typeof error_text === 'string' && isResult && typeof hash === 'string'
}

/** The numbers that are keys of objects, in the order of the text. */
function numbersIn(json: string): readonly string[] {
  return Array.from(json.matchAll(/(?<!\\)"(\d+)":\{/g), ([, number = '']) => number)
}
