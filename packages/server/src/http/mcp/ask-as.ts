import type { Logger } from 'pino'
import { TextStream } from '../../operations/define.ts'
import type { Ask, OperationCall } from '../../mcp/call.ts'
import type { About, ApiRequest } from '../message.ts'
import type { Caller } from '../v1/caller.ts'
import type { Operate } from '../v1/operate.ts'
import { problemOf } from '../v1/problem-of.ts'

export interface AskAsParts {
  readonly caller: Caller
  /** The one that brought the message. */
  readonly request: ApiRequest
  readonly operate: Operate
  readonly log: Logger
  /** Told which operation it was, and how it ended. */
  readonly found: { -readonly [Part in keyof About]: About[Part] }
}

/** Does what a message asks for as if it had come over API v1: the same checks, audit and kept answers. */
export function askAs({ caller, request, operate, log, found }: AskAsParts): Ask {
  return async (call) => {
    found.operation = call.operation.name
    try {
      const route = { operation: call.operation, path: call.path, query: call.query }
      const { result } = await operate(route, caller, requestOf(call, request))
      if (result instanceof TextStream) throw new Error('Models are not given streams.')
      return result
    } catch (error) {
      const problem = problemOf(error, { id: request.id, ...found }, log)
      found.code = problem.problemName
      throw problem
    }
  }
}

function requestOf({ operation, path, body, idempotencyKey }: OperationCall, request: ApiRequest): ApiRequest {
  const at = operation.at.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''))
  return {
    ...request,
    method: operation.method,
    target: `/v1${at}`,
    contentType: 'application/json',
    headers: idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey },
    body: body === undefined ? undefined : Buffer.from(body),
  }
}
