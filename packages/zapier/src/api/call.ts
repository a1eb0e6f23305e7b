/** Calls of API v1, in the types of its own operations. */
import type { Bundle, HttpResponse, ZObject } from 'zapier-platform-core'
import type { operations as defined } from '../../../server/src/operations/registry.ts'
import { type OperationName, operations } from '../generated/api.ts'
import { apiAddress } from './address.ts'
import { detailOf, notBillkeep } from './problem.ts'

export type OutputOf<Name extends OperationName> = (typeof defined)[Name]['sample']['output']

export interface CallInput {
  readonly path?: Readonly<Record<string, string | number>>
  /** What is undefined is left out. */
  readonly query?: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

/** Throws an error for people where it does not succeed (`throwProblem`). */
export async function call<Name extends OperationName>(
  z: ZObject,
  bundle: Bundle,
  name: Name,
  input: CallInput = {},
): Promise<OutputOf<Name>> {
  const answer = await ask(z, bundle, name, input)
  if (answer?.status === 404) throw new z.errors.Error(detailOf(answer), 'not-found', 404)
  if (answer === undefined) throw new z.errors.Error('It is not there: a field is empty.', 'not-found', 404)
  return answer.data
}

/** Undefined where what it asks for is not there. */
export async function callOrMiss<Name extends OperationName>(
  z: ZObject,
  bundle: Bundle,
  name: Name,
  input: CallInput = {},
): Promise<OutputOf<Name> | undefined> {
  const answer = await ask(z, bundle, name, input)
  return answer === undefined || answer.status === 404 ? undefined : answer.data
}

/** Undefined where a part of the path is empty, as the field of a Zap often is: of no number it would be the list of all. */
async function ask<Name extends OperationName>(
  z: ZObject,
  bundle: Bundle,
  name: Name,
  { path = {}, query = {}, body, headers = {} }: CallInput,
): Promise<HttpResponse<OutputOf<Name>> | undefined> {
  const { method, at } = operations[name]
  if (Object.values(path).some((part) => /^\.{0,2}$/.test(String(part)))) return undefined
  const target = at.replaceAll(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(String(path[part])))
  const response = await z.request<OutputOf<Name>>({
    url: `${apiAddress(bundle.authData['address'] ?? '')}${target}`,
    method,
    headers: { accept: 'application/json', ...headers },
    params: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)),
    ...(body === undefined ? {} : { json: body }),
    // What creates would become what lists.
    redirect: 'manual',
    skipThrowForStatus: true,
  })
  if (response.status < 300 && !isAnswer(name, response)) throw notBillkeep(response, z)
  return response
}

/** Proxies and their sign-in pages answer with 200, too: whether it has what every answer to this has. */
function isAnswer(name: OperationName, { status, data }: HttpResponse<unknown>): boolean {
  if (operations[name].method === 'DELETE') return status === 204
  return typeof data === 'object' && data !== null && markOf(name) in data
}

function markOf(name: OperationName): string {
  if (name === 'getShop') return 'login'
  return name.startsWith('list') ? 'data' : 'number'
}
