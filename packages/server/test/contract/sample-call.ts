/** From an operation's sample to a call. */
import type { DescribedOperation } from '../../src/derive/openapi/described-operation.ts'
import type { CallV1 } from '../v1.ts'

export interface Sent {
  readonly path?: Readonly<Record<string, unknown>> | undefined
  readonly query?: Readonly<Record<string, unknown>> | undefined
  readonly body?: Readonly<Record<string, unknown>> | undefined
}

/** `given` goes before what the sample says, part by part. */
export function sampleCall({ at, method, sample }: DescribedOperation, given: Sent = {}): CallV1 {
  const path = given.path ?? sample.path ?? {}
  const query = queryOf(given.query ?? sample.query ?? {})
  const body = given.body ?? sample.body
  const filled = at.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])))
  return { method, at: query === '' ? filled : `${filled}?${query}`, ...(body === undefined ? {} : { body }) }
}

function queryOf(query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, String(one)]),
  )
  return new URLSearchParams(pairs).toString()
}
