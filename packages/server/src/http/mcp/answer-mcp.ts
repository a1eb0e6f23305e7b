/** The whole path of a request of `/mcp`: as for API v1, but that what is asked stands in a message. */
import type { Logger } from 'pino'
import type { About, ApiReply, ApiRequest } from '../message.ts'
import { admit, type Gate } from '../v1/gate.ts'
import { checkScope, type Operate } from '../v1/operate.ts'
import { problemOf } from '../v1/problem-of.ts'
import { problemReply, type ReplyV1 } from '../v1/reply.ts'
import { trailOf } from '../v1/trail-of.ts'
import { askAs } from './ask-as.ts'
import { messageIn, refuseOtherSites, webRequestOf } from './web-request.ts'

export interface AnswerMcpParts {
  readonly gate: Gate
  readonly operate: Operate
  readonly log: Logger
}

/** `isOurHost`: whether the host is one by which the installation itself is known. */
export type AnswerMcp = (request: ApiRequest, isOurHost: boolean) => Promise<ApiReply>

export function createAnswerMcp({ gate, operate, log }: AnswerMcpParts): AnswerMcp {
  async function replyTo(request: ApiRequest, isOurHost: boolean, found: Found): Promise<ReplyV1> {
    let headers: Readonly<Record<string, string>> = {}
    try {
      refuseOtherSites(request, isOurHost)
      const caller = await gate.bearerOf(request)
      found.login = caller.shop.login
      found.trail = trailOf(caller)
      headers = await gate.spend(caller, request.address)
      admit(caller, request.address)
      checkScope(caller, 'mcp')
      const message = messageIn(request)
      const ask = askAs({ caller, request, operate, log, found })
      // Not before somebody asks: a start has no use for it.
      const { exchange } = await import('../../mcp/exchange.ts')
      const parts = { login: caller.shop.login, scopes: caller.scopes, ask }
      const answer = await exchange(webRequestOf(request), message, parts)
      return { ...answer, headers: { 'cache-control': 'no-store', ...answer.headers, ...headers } }
    } catch (error) {
      const problem = problemOf(error, { id: request.id, ...found }, log)
      found.code = problem.problemName
      return problemReply(problem, request.id, headers)
    }
  }

  return async (request, isOurHost) => {
    const found: Found = { face: 'mcp', operation: undefined, login: undefined, code: undefined }
    const reply = await replyTo(request, isOurHost, found)
    return { ...reply, about: found }
  }
}

/** What is known of a call by the time at which it ends, however it ends. */
type Found = { -readonly [Part in keyof About]: About[Part] }
