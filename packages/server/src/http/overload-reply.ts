/** The refusal of what is too much, made before anything is looked up: a small part of what an answer costs. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { errors } from '@billkeep/wire/errors.ts'
import { writeReply } from '@billkeep/wire/reply.ts'
import { signReply } from '@billkeep/wire/signature.ts'
import { Problem } from '../operations/problems.ts'
import { problemJson, problemType } from './v1/reply.ts'

const health = /^[^?]*\/(?:healthz|readyz|metrics)(?:\?|$)/

/** Whether it is what a platform asks, who would end a server that does not answer, or an operator. Those are few. */
export function isForHealth({ url = '' }: IncomingMessage): boolean {
  return health.test(url)
}

export interface Refusal {
  readonly id: string
  /** Whether the connection ends with it. */
  readonly isLast: boolean
}

/** The connection stays usable: Node reads what follows of the request into nothing. */
export function refuseOverload(request: IncomingMessage, response: ServerResponse, { id, isLast }: Refusal): void {
  const { type, body } = bodyFor(request, id)
  const headers = [...constantHeaders, 'content-type', type, 'content-length', `${body.length}`, 'request-id', id]
  response.writeHead(503, isLast ? [...headers, 'connection', 'close'] : headers)
  response.end(body)
}

/** In seconds. An overload that ends within less was none. */
const constantHeaders = ['retry-after', '2', 'cache-control', 'no-store']

interface Content {
  readonly type: string
  readonly body: Buffer
}

const detail = 'The server has more to do than it can. Nothing was changed; ask again after Retry-After.'

/** No shop is known yet, so it is signed like whatever is answered to nobody. */
const { code, text } = errors.wrongData
const envelope: Content = {
  type: 'application/json; charset=utf-8',
  body: Buffer.from(writeReply({ code, text, resultJson: '[]', hash: signReply(code, text, '') })),
}
const page: Content = { type: 'text/plain; charset=utf-8', body: Buffer.from(`${detail}\n`) }

const v1Path = /^(?:https?:\/\/[^/?#]*)?\/v1(?:[/?]|$)/i
const overloaded = new Problem('overloaded')

function bodyFor({ method, url = '' }: IncomingMessage, id: string): Content {
  if (v1Path.test(url)) {
    return { type: problemType, body: Buffer.from(problemJson(overloaded, id)) }
  }
  return method === 'GET' || method === 'HEAD' ? page : envelope
}
