/** The whole path of a call of API v1, a step a line; what it throws becomes a problem here and nowhere else. */
import type { Logger } from 'pino'
import { TextStream } from '../../operations/define.ts'
import { Problem } from '../../operations/problems.ts'
import { isAllowed } from '../../rules/scope.ts'
import { StoreUnavailable } from '../../store/errors.ts'
import type { About, ApiReply, ApiRequest } from '../message.ts'
import { createBearers } from './bearers.ts'
import { type Caller, nameOf } from './caller.ts'
import { createCalls, type CallStore } from './calls.ts'
import { createRate } from './rate.ts'
import { rawInput } from './raw-input.ts'
import { openPage } from './open-pages.ts'
import { jsonReply, problemReply, type ReplyV1, streamReply } from './reply.ts'
import { routeOf } from './route.ts'
import { createSessions, isSignedIn, type MemberDirectory, type People } from './sessions.ts'
import type { TokenDirectory } from './token-directory.ts'

export interface AnswerV1Parts {
  readonly store: TokenDirectory & MemberDirectory & CallStore
  /** Who is signed in to the account page. */
  readonly people: People
  /** For each token and address, in this process; 0: no limit. */
  readonly callsPerMinute: number
  /** Whether results are checked (tests and development only). */
  readonly checkOutput: boolean
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
  readonly log: Logger
}

/** `target` begins after `/v1`. */
export type AnswerV1 = (request: ApiRequest, target: string) => Promise<ApiReply>

export function createAnswerV1(parts: AnswerV1Parts): AnswerV1 {
  const { store, people, callsPerMinute, checkOutput, clock, log } = parts
  const bearers = createBearers(store, clock, log)
  const sessions = createSessions({ store, people })
  const rate = createRate({ callsPerMinute })
  const calls = createCalls({ store, clock, checkOutput })

  async function callerOf(request: ApiRequest): Promise<Caller> {
    if (isSignedIn(request)) return sessions.find(request)
    await rate.checkGuesses(request.address)
    try {
      return await bearers.find(request)
    } catch (error) {
      const isGuess = error instanceof Problem && request.headers.authorization !== undefined
      if (isGuess) await rate.wrongToken(request.address)
      throw error
    }
  }

  async function replyTo(request: ApiRequest, target: string, found: Found): Promise<ReplyV1> {
    let headers: Readonly<Record<string, string>> = {}
    try {
      const route = routeOf(request.method, target)
      const { operation } = route
      found.operation = operation.name
      const caller = await callerOf(request)
      found.login = caller.shop.login
      headers = await rate.spend(`${nameOf(caller)}:${request.address}`)
      admit(caller, request.address)
      if (!isAllowed(caller.scopes, operation.scope)) throw missingScope(operation.scope)
      const input = operation.read(rawInput(route, request))
      const { status, result, isRepeated } = await calls.run({ operation, caller, request, input })
      if (result instanceof TextStream) return await streamReply(result, headers)
      return jsonReply(status, result, isRepeated ? { ...headers, 'idempotent-replayed': 'true' } : headers)
    } catch (error) {
      const problem = problemOf({ id: request.id, ...found }, error)
      found.code = problem.problemName
      return problemReply(problem, request.id, headers)
    }
  }

  /** What is nobody's mistake but ours is told to the log, not to the caller. */
  function problemOf(call: Found & { readonly id: string }, error: unknown): Problem {
    if (error instanceof Problem) return error
    if (error instanceof StoreUnavailable) {
      log.debug({ ...call, err: error }, 'A call found no database.')
      return new Problem('unavailable', { headers: { 'retry-after': '2' } })
    }
    log.error({ ...call, err: error }, 'A call of API v1 failed.')
    return new Problem('internal')
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

function admit({ shop, allowed }: Caller, address: string): void {
  if (!shop.enabled) throw new Problem('shopDisabled')
  if (allowed.every((list) => list.has(address))) return
  throw new Problem('addressDenied', { detail: `${address} may not call.` })
}

function missingScope(scope: string): Problem {
  return new Problem('missingScope', {
    detail: `This needs the scope «${scope}».`,
    headers: { 'www-authenticate': `Bearer realm="Billkeep", error="insufficient_scope", scope="${scope}"` },
  })
}
