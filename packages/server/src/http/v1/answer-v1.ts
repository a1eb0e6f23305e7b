/** The whole path of a call of API v1, a step a line; what it throws becomes a problem here and nowhere else. */
import type { Logger } from 'pino'
import { TextStream } from '../../operations/define.ts'
import type { About, ApiReply, ApiRequest } from '../message.ts'
import { admit, type Gate } from './gate.ts'
import { checkLink, withoutLink } from './link-token.ts'
import { openPage } from './open-pages.ts'
import type { Operate } from './operate.ts'
import { problemOf } from './problem-of.ts'
import { trailOf } from './trail-of.ts'
import { jsonReply, problemReply, type ReplyV1, streamReply } from './reply.ts'
import { routeOf } from './route.ts'

export interface AnswerV1Parts {
  readonly gate: Gate
  readonly operate: Operate
  readonly log: Logger
}

/** `target` begins after `/v1`. */
export type AnswerV1 = (request: ApiRequest, target: string) => Promise<ApiReply>

export function createAnswerV1({ gate, operate, log }: AnswerV1Parts): AnswerV1 {
  async function replyTo(given: ApiRequest, target: string, found: Found): Promise<ReplyV1> {
    let headers: Readonly<Record<string, string>> = {}
    try {
      const { route, request, isLink } = withoutLink(routeOf(given.method, target), given)
      found.operation = route.operation.name
      const caller = await gate.callerOf(request)
      found.login = caller.shop.login
      found.trail = trailOf(caller)
      headers = await gate.spend(caller, request.address)
      admit(caller, request.address)
      if (isLink) checkLink(caller)
      const { status, result, isRepeated } = await operate(route, caller, request)
      if (result instanceof TextStream) return await streamReply(result, headers)
      return jsonReply(status, result, isRepeated ? { ...headers, 'idempotent-replayed': 'true' } : headers)
    } catch (error) {
      const problem = problemOf(error, { id: given.id, ...found }, log)
      found.code = problem.problemName
      return problemReply(problem, given.id, headers)
    }
  }

  return async (request, target) => {
    const page = openPage(request, target)
    if (page !== undefined) return page
    const found: Found = { face: 'v1', operation: undefined, login: undefined, code: undefined }
    const reply = await replyTo(request, target, found)
    return { ...reply, about: found }
  }
}

/** What is known of a call by the time at which it ends, however it ends. */
type Found = { -readonly [Part in keyof About]: About[Part] }
