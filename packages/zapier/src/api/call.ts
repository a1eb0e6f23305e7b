/** Calls of API v1, in the types of its own operations. */
import type { Bundle, ZObject } from 'zapier-platform-core'
import type { operations as defined } from '../../../server/src/operations/registry.ts'
import { type OperationName, operations } from '../generated/api.ts'
import { apiAddress } from './address.ts'

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
  const answer = await callOrMiss(z, bundle, name, input)
  if (answer === undefined) throw new z.errors.Error('It is not there.', 'not-found', 404)
  return answer
}

/** Undefined where what it asks for is not there. */
export async function callOrMiss<Name extends OperationName>(
  z: ZObject,
  bundle: Bundle,
  name: Name,
  { path = {}, query = {}, body, headers = {} }: CallInput = {},
): Promise<OutputOf<Name> | undefined> {
  const { method, at } = operations[name]
  const target = at.replaceAll(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(String(path[part])))
  const response = await z.request<OutputOf<Name>>({
    url: `${apiAddress(bundle.authData['address'] ?? '')}${target}`,
    method,
    headers: { accept: 'application/json', ...headers },
    params: Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)),
    ...(body === undefined ? {} : { json: body }),
    skipThrowForStatus: true,
  })
  return response.status === 404 ? undefined : response.data
}
