/** Holds what came back against what may come back. */
import { isDeepStrictEqual } from 'node:util'
import { readEnvelope } from '../../../../conformance/judge.ts'
import type { RawReply } from '../../../../conformance/raw-http.ts'
import { everyKey, type Expectation, type Request } from './requests.ts'

/** What is wrong with the reply; undefined: nothing. */
export function faultIn(reply: RawReply, { method, expectation }: Request): string | undefined {
  if (reply.status >= 500) return `status ${reply.status}`
  if (method === 'HEAD' && expectation.kind !== 'anything') return statusFault(reply, expectation)
  if (expectation.kind === 'anything') return looseFault(reply)
  if (expectation.kind === 'page') return pageFault(reply)
  if (expectation.kind === 'answer') return answerFault(reply, expectation)
  return envelopeFault(reply, expectation.keys) ?? statusFault(reply, expectation)
}

function pageFault({ status, body }: RawReply): string | undefined {
  return status === 200 && body.includes('Billkeep') ? undefined : `status ${status} instead of the page`
}

function answerFault(reply: RawReply, { key, wanted }: Extract<Expectation, { kind: 'answer' }>): string | undefined {
  const envelope = readEnvelope(reply, [key])
  if ('fault' in envelope) return envelope.fault
  const { error_code: code, error_text: text, result } = envelope
  if (reply.status !== 200) return `status ${reply.status} instead of 200`
  return isDeepStrictEqual({ code, text, result }, wanted)
    ? undefined
    : `${code} ${text}, but ${wanted.code} ${wanted.text} is right`
}

function envelopeFault(reply: RawReply, keys: readonly string[]): string | undefined {
  const envelope = readEnvelope(reply, keys)
  return 'fault' in envelope ? envelope.fault : undefined
}

function statusFault({ status }: RawReply, expectation: Expectation): string | undefined {
  const allowed = expectation.kind === 'signed' ? expectation.statuses : [200]
  return allowed.includes(status) ? undefined : `status ${status} instead of ${allowed.join(' or ')}`
}

/** A head that was mutated may still be a call, the page, or no HTTP at all. */
function looseFault(reply: RawReply): string | undefined {
  const isPage = reply.status === 200 && reply.headers.get('content-type')?.startsWith('text/plain') === true
  return isPage || reply.body.length === 0 ? undefined : envelopeFault(reply, everyKey)
}
