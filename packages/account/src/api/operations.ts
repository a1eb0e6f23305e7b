/** What the page asks of API v1, in the types of the operations themselves. */
import type { operations } from '../../../server/src/operations/registry.ts'
import { routes } from '../generated/routes.ts'
import { Problem } from './problem.ts'
import { randomKey } from './random-key.ts'

type Operations = typeof operations
export type OperationName = keyof typeof routes

export type OutputOf<Name extends OperationName> = Operations[Name]['sample']['output']

export interface CallOptions {
  /** The shop's login. */
  readonly shop: string
  readonly signal?: AbortSignal
  /** Of a call that changes something: what is repeated with it, changes nothing twice. */
  readonly idempotencyKey?: string
}

/** Throws Problem; rejects with an AbortError where `signal` aborts. */
export async function call<Name extends OperationName>(
  name: Name,
  input: Readonly<Record<string, unknown>>,
  { shop, signal, idempotencyKey }: CallOptions,
): Promise<OutputOf<Name>> {
  const { method, at } = routes[name]
  const { path, rest } = addressOf(at, input)
  const isRead = method === 'GET'
  const response = await fetch(`/v1${path}${isRead ? queryOf(rest) : ''}`, {
    method,
    headers: {
      'billkeep-shop': shop,
      ...(isRead ? {} : { 'content-type': 'application/json', 'idempotency-key': idempotencyKey ?? randomKey() }),
    },
    ...(isRead || method === 'DELETE' ? {} : { body: JSON.stringify(rest) }),
    ...(signal === undefined ? {} : { signal }),
  })
  const text = await response.text()
  if (!response.ok) throw Problem.from(response.status, text)
  return (text === '' ? null : JSON.parse(text)) as OutputOf<Name>
}

function addressOf(at: string, input: Readonly<Record<string, unknown>>) {
  const named = new Set(Array.from(at.matchAll(/\{(\w+)\}/g), ([, name = '']) => name))
  const path = at.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])))
  return { path, rest: Object.fromEntries(Object.entries(input).filter(([name]) => !named.has(name))) }
}

/** A list is given as the same name several times. */
function queryOf(values: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(values).flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as readonly unknown[]) : [value])
      .filter((each) => each !== undefined && each !== '')
      .map((each) => [name, String(each)]),
  )
  const query = new URLSearchParams(given).toString()
  return query === '' ? '' : `?${query}`
}
