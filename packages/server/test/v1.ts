/** Calls of API v1 at a service of the test's own. */
import { type Scope, scopes } from '../src/rules/scope.ts'
import type { ShopStore } from '../src/store/store.ts'
import { addProduct } from './scenario.ts'
import { alice, type Service, type ServiceOptions, testService } from './service.ts'
import { tester } from './tester.ts'

export interface CallV1 {
  readonly method?: string
  /** After `/v1`. */
  readonly at: string
  /** '': none. */
  readonly token?: string
  /** Sent as JSON; a text as it is. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface ReplyV1 {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Parsed; null where there is none. */
  readonly json: unknown
}

/** A token of alice's that may do these things; all, if nothing is said. */
export async function tokenFor(
  { store }: Pick<Service, 'store'>,
  given: { readonly login?: string; readonly scopes?: readonly Scope[]; readonly allow?: readonly string[] } = {},
): Promise<string> {
  const { login = 'alice', scopes: granted = scopes, allow = [] } = given
  const shop = store.forShop((await store.shops.get(login)).id, tester)
  const draft = { name: 'test', scopes: granted, allowedAddresses: allow, expires: null }
  return (await shop.tokens.create(draft)).text
}

export type CallerV1 = (call: CallV1) => Promise<ReplyV1>

/** Calls with a token of alice's that may do these things. */
export async function callerOf(service: Service, granted: readonly Scope[], login = 'alice'): Promise<CallerV1> {
  const token = await tokenFor(service, { scopes: granted, login })
  return (call) => callV1(service, { token, ...call })
}

export async function callV1({ port }: Pick<Service, 'port'>, call: CallV1): Promise<ReplyV1> {
  const { at, body, token = '', method = body === undefined ? 'GET' : 'POST', headers = {} } = call
  const response = await fetch(`http://127.0.0.1:${port}/v1${at}`, {
    method,
    headers: {
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '')
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : null,
  }
}

export async function aliceOf({ store }: Pick<Service, 'store'>): Promise<ShopStore> {
  return store.forShop((await store.shops.get(alice.login)).id, tester)
}

/** A service where alice sells a course of 2,000.00. */
export async function withCourse(options?: ServiceOptions): Promise<Service> {
  const service = await testService(options)
  await addProduct(await aliceOf(service), { name: 'course' })
  return service
}
