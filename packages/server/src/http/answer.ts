/** A call's whole path, a step a line; the only place that catches. */
import { ApiError, errors, successes } from '@billkeep/wire/errors.ts'
import { FormLimitError } from '@billkeep/wire/form.ts'
import type { Logger } from 'pino'
import type { Callable } from '../functions/define.ts'
import { functions, functions2 } from '../functions/registry.ts'
import type { Admission } from './admission.ts'
import { envelope, type Outcome, type Seal } from './envelope.ts'
import { readForm, urlencodedBody } from './form.ts'
import { frontDoor } from './front-door.ts'
import { HttpRefusal } from './http-refusal.ts'
import type { Answer, ApiRequest } from './message.ts'
import { claimedHash, hashIn, provenKey, versionOf } from './proof.ts'
import { type Target, targetOf } from './target.ts'
import type { Tenants } from './tenant.ts'

export interface AnswerParts {
  readonly tenants: Tenants
  readonly admission: Admission
  /** In lower case. */
  readonly baseDomains: readonly string[]
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
  readonly log: Logger
}

export function createAnswer({ tenants, admission, baseDomains, clock, log }: AnswerParts): Answer {
  /** The order of the checks is the protocol's (section 6). */
  async function outcomeOf(request: ApiRequest, target: Target): Promise<Outcome> {
    let seal: Seal | undefined
    try {
      const tenant = await tenants.find(target)
      const { shop } = tenant.context
      const urlencoded = urlencodedBody(request)
      seal = { key: shop.keys[0], requestHash: claimedHash(urlencoded) }
      await admission.admit(tenant, request.address)
      const versions = functionAt(target)
      const form = await readForm(request, urlencoded)
      seal = { key: shop.keys[0], requestHash: hashIn(form) }
      const key = provenKey(shop, form, urlencoded)
      if (key === undefined) throw await admission.wrongHash(tenant, request.address)
      seal = { key, requestHash: seal.requestHash }
      const apiFunction = versions[versionOf(form)]
      const resultJson = await apiFunction.call(tenant.context, form)
      const { code, text } = successes[apiFunction.success ?? 'ok']
      return { status: 200, code, text, resultJson, seal }
    } catch (error) {
      if (error instanceof ApiError) {
        // The caller's mistakes need no line; what kept us from taking an order does.
        if (error.errorName === 'orderNotCreated') log.error({ id: request.id, err: error.cause }, 'An order failed.')
        return refusal(error, seal)
      }
      if (error instanceof FormLimitError) return refusal(new ApiError('wrongData', { cause: error }), seal)
      log.error({ id: request.id, err: error }, 'A call failed.')
      return { status: 500, code: errors.wrongData.code, text: errors.wrongData.text, resultJson: '[]', seal }
    }
  }

  return async (request) => {
    const target = targetOf(request, baseDomains)
    if (target.isFrontDoor && isVisit(request)) return frontDoor
    const outcome = await outcomeOf(request, target)
    log.debug({ id: request.id, status: outcome.status, code: outcome.code }, 'A call is answered.')
    return envelope(outcome, Math.floor(clock() / 1000))
  }
}

/** A function of each version of the API; where a name is in one only, that stands for both. */
interface Versions {
  readonly 1: Callable
  readonly 2: Callable
}

const callables: ReadonlyMap<string, Versions> = versionsByName()

function versionsByName(): Map<string, Versions> {
  const versions = new Map<string, Versions>()
  for (const [name, callable] of Object.entries(functions))
    versions.set(name.toLowerCase(), { 1: callable, 2: callable })
  for (const [name, callable] of Object.entries<Callable>(functions2)) {
    const key = name.toLowerCase()
    versions.set(key, { 1: versions.get(key)?.[1] ?? callable, 2: callable })
  }
  return versions
}

function functionAt({ functionName = '' }: Target): Versions {
  const versions = callables.get(functionName)
  if (versions === undefined) throw new HttpRefusal(404, 'wrongData')
  return versions
}

function refusal(error: ApiError, seal: Seal | undefined): Outcome {
  const { code, text } = error
  const status = error instanceof HttpRefusal ? error.status : 200
  return { status, code, text, resultJson: JSON.stringify(error.result), seal }
}

function isVisit({ method }: ApiRequest): boolean {
  return method === 'GET' || method === 'HEAD'
}
