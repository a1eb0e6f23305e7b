/** A call's whole path, a step a line; what it throws becomes an answer here and nowhere else. */
import { ApiError, errors, successes } from '@billkeep/wire/errors.ts'
import { FormLimitError } from '@billkeep/wire/form.ts'
import type { Logger } from 'pino'
import type { Actor } from '../rules/actor.ts'
import { StoreUnavailable } from '../store/errors.ts'
import type { AnswerAccount } from './account/answer-account.ts'
import type { Admission } from './admission.ts'
import { createBillPage } from './bill-page.ts'
import { calledName, versionsAt } from './callables.ts'
import { envelope, type Outcome, type Seal } from './envelope.ts'
import { readForm, urlencodedBody } from './form.ts'
import { frontDoor } from './front-door.ts'
import { alive, type Health, readiness } from './health.ts'
import { gathered } from './gather.ts'
import { HttpRefusal } from './http-refusal.ts'
import type { AnswerMcp } from './mcp/answer-mcp.ts'
import type { Explain } from './explain.ts'
import { type About, type Answer, type ApiReply, type ApiRequest, isVisit, type Trail } from './message.ts'
import { metricsPage, type MetricsPage } from './metrics-page.ts'
import { claimedHash, hashIn, provenKey, versionOf } from './proof.ts'
import { type Target, targetOf } from './target.ts'
import type { Tenant, Tenants } from './tenant.ts'
import type { AnswerV1 } from './v1/answer-v1.ts'

export interface AnswerParts {
  readonly health: () => Promise<Health>
  readonly metrics: MetricsPage | undefined
  readonly tenants: Tenants
  readonly admission: Admission
  readonly answerV1: AnswerV1
  readonly answerMcp: AnswerMcp
  /** Why a signature is wrong; left out: nobody wants to know. */
  readonly explain?: Explain | undefined
  readonly answerAccount: AnswerAccount
  /** In lower case. */
  readonly baseDomains: readonly string[]
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
  readonly log: Logger
}

export function createAnswer(parts: AnswerParts): Answer {
  const { tenants, admission, explain, baseDomains, clock, log } = parts

  /** The order of the checks is the protocol's (section 6). */
  async function outcomeOf(request: ApiRequest, target: Target, found: Found): Promise<Outcome> {
    let seal: Seal | undefined
    try {
      const tenant = await tenants.find(target)
      const { shop } = tenant.context
      const trail = trailIn(found, shop)
      const urlencoded = urlencodedBody(request)
      seal = { key: shop.keys[0], requestHash: claimedHash(urlencoded) }
      await admission.admit(tenant, request.address)
      const versions = versionsAt(target)
      const form = await readForm(request, urlencoded)
      seal = { key: shop.keys[0], requestHash: hashIn(form) }
      const key = provenKey(shop, form, urlencoded)
      trail.fault = key === undefined ? (explain?.(shop, form, urlencoded) ?? '') : ''
      if (key === undefined) throw await admission.wrongHash(tenant, request.address)
      trail.caller = keyName(shop, key)
      seal = { key, requestHash: seal.requestHash }
      const apiFunction = versions[versionOf(form)]
      const context = apiFunction.kind === 'read' ? tenant.readContext : tenant.contextOf(actorOf(shop, key, request))
      found.operation = apiFunction.name
      const result = await apiFunction.call(context, form)
      const resultJson = typeof result === 'string' ? result : await gathered(result)
      const { code, text } = successes[apiFunction.success ?? 'ok']
      return { status: 200, code, text, resultJson, seal }
    } catch (error) {
      if (error instanceof StoreUnavailable) return away(log, request, error, seal)
      const call = calledIn(request, found)
      if (error instanceof ApiError) {
        // Nothing is wrong with the order: it may be sent again.
        if (error.cause instanceof StoreUnavailable) return away(log, request, error.cause, seal)
        // The caller's mistakes need no line; what kept us from taking an order does.
        if (error.errorName === 'orderNotCreated') log.error({ ...call, err: error.cause }, 'An order failed.')
        return refusal(error, seal)
      }
      if (error instanceof FormLimitError) return refusal(new ApiError('wrongData', { cause: error }), seal)
      log.error({ ...call, err: error }, 'A call failed.')
      return failure(seal)
    }
  }

  const besides = besidesCalls(parts)

  return async (request) => {
    const target = targetOf(request, baseDomains)
    const other = besides(request, target)
    if (other !== undefined) return other
    const found: Found = { face: 'api', operation: calledName(target), login: undefined, trail: undefined }
    const outcome = await outcomeOf(request, target, found)
    return envelope(outcome, found, Math.floor(clock() / 1000))
  }
}

/** A shop's old programs are known by the key that they sign with. */
function actorOf(shop: Tenant['context']['shop'], key: string, { address }: ApiRequest): Actor {
  return { face: 'api', name: keyName(shop, key), address }
}

function keyName({ keys }: Tenant['context']['shop'], key: string): 'present key' | 'previous key' {
  return key === keys[0] ? 'present key' : 'previous key'
}

/** What comes through other doors than the order API's. */
function besidesCalls(parts: AnswerParts): (request: ApiRequest, target: Target) => Promise<ApiReply> | undefined {
  const { health, metrics, answerV1, answerMcp, answerAccount } = parts
  const billPage = createBillPage(parts)
  const pages: Readonly<Record<NonNullable<Target['page']>, (request: ApiRequest) => Promise<ApiReply>>> = {
    root: async () => frontDoor,
    healthz: async () => alive,
    readyz: async () => readiness(await health()),
    metrics: async (request) => metricsPage(request, metrics),
  }
  return (request, target) => {
    if (target.page !== undefined && isVisit(request)) return pages[target.page](request)
    if (target.v1 !== undefined) return answerV1(request, target.v1)
    if (target.mcp) return answerMcp(request, target.host === undefined)
    if (target.account !== undefined) return answerAccount(request, target.account)
    return target.bill === undefined ? undefined : billPage(request, target, target.bill)
  }
}

/** What is known of a call by the time at which it ends, however it ends. */
type Found = { -readonly [Part in Exclude<keyof About, 'code'>]-?: About[Part] }
type Trailing = { -readonly [Part in keyof Trail]: Trail[Part] }

function trailIn(found: Found, { id, login }: Tenant['context']['shop']): Trailing {
  const trail: Trailing = { shopId: id, caller: '', fault: '' }
  found.login = login
  found.trail = trail
  return trail
}

/** For the log. */
function calledIn({ id }: ApiRequest, { trail: _trail, ...call }: Found) {
  return { id, ...call }
}

/** Most often another server takes over within seconds. */
const retryAfterSeconds = 2

function away(log: Logger, { id }: ApiRequest, error: StoreUnavailable, seal: Seal | undefined): Outcome {
  // Said once by the store, not for each call of those that come meanwhile.
  log.debug({ id, err: error }, 'A call found no database.')
  return { ...failure(seal), retryAfter: retryAfterSeconds }
}

function failure(seal: Seal | undefined): Outcome {
  const { code, text } = errors.wrongData
  return { status: 500, code, text, resultJson: '[]', seal }
}

function refusal(error: ApiError, seal: Seal | undefined): Outcome {
  const { code, text } = error
  const status = error instanceof HttpRefusal ? error.status : 200
  return { status, code, text, resultJson: JSON.stringify(error.result), seal }
}
