/** Calls of an operation: some valid, some nearly so, some hostile. */
import fc, { type Arbitrary } from 'fast-check'
import type { DescribedOperation } from '../../src/derive/openapi/described-operation.ts'
import { jsonSchemaOf, type JsonSchema } from '../../src/derive/openapi/json-schema.ts'
import type { Sent } from '../contract/sample-call.ts'
import type { CallV1 } from '../v1.ts'
import { fittingValue, nearlyFitting } from './from-schema.ts'
import { hostileBody, hostileText } from './hostile.ts'

/** `given` is what the sample's path names, and is there. */
export function callsOf(operation: DescribedOperation, given: Sent): Arbitrary<CallV1> {
  const { method, at, input } = operation
  const path = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, hostileText), {
    minLength: 3,
    maxLength: 3,
  })
  return fc
    .record({ path, query: queryOf(operation), body: bodyOf(operation), key: keyOf(operation) })
    .map(({ path: hostile, query, body, key }) => {
      const names = Object.keys(input.path?.shape ?? {})
      const address = at.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        encoded(hostile[names.indexOf(name)] ?? String(given.path?.[name] ?? operation.sample.path?.[name])),
      )
      return {
        method,
        at: query === '' ? address : `${address}?${query}`,
        ...(body === undefined ? {} : { body }),
        ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
      }
    })
}

function queryOf({ input: { query }, sample }: DescribedOperation): Arbitrary<string> {
  const strange = fc.array(fc.tuple(fc.constantFrom('limit', 'cursor', 'q', '__proto__', 'x'), hostileText), {
    minLength: 1,
    maxLength: 3,
  })
  const none = fc.constant<[string, string][]>([])
  const pairs = query === undefined ? none : pairsOf(jsonSchemaOf(query, 'input'), sample.query)
  return fc
    .tuple(fc.oneof({ weight: 4, arbitrary: pairs }, none), fc.oneof({ weight: 4, arbitrary: none }, strange))
    .map((parts) => parts.flat().map(([name, value]) => `${encoded(name)}=${encoded(value)}`))
    .map((parts) => parts.join('&'))
}

function pairsOf(schema: JsonSchema, sample: unknown): Arbitrary<[string, string][]> {
  return fc
    .oneof(fittingValue(schema), nearlyFitting(schema, sample ?? {}))
    .map((value) =>
      Object.entries(Object(value) as Record<string, unknown>).flatMap(([name, given]) =>
        [given].flat().map((one): [string, string] => [name, textOf(one)]),
      ),
    )
}

function bodyOf({ input: { body }, sample }: DescribedOperation): Arbitrary<string | undefined> {
  if (body === undefined) return fc.constant(undefined)
  const schema = jsonSchemaOf(body, 'input')
  return fc.oneof(
    { weight: 4, arbitrary: fittingValue(schema).map(jsonOf) },
    { weight: 4, arbitrary: nearlyFitting(schema, sample.body ?? {}).map(jsonOf) },
    { weight: 1, arbitrary: fc.constant(JSON.stringify(sample.body)) },
    { weight: 1, arbitrary: hostileBody },
  )
}

/** Few, so that they come again with the same call and with another. */
function keyOf({ method }: DescribedOperation): Arbitrary<string | undefined> {
  return method === 'GET' ? fc.constant(undefined) : fc.constantFrom(undefined, undefined, 'a', 'b', '~'.repeat(255))
}

/** With a number that is read as infinity. */
function jsonOf(value: unknown): string {
  return textOf(value).replaceAll('"1e400"', '1e400')
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

/** As much as fits into a request line; halves of characters as those write them who do not know better. */
function encoded(text: string): string {
  const short = text.slice(0, 500)
  return short.isWellFormed() ? encodeURIComponent(short) : `%ED%A0%80${encodeURIComponent(short.toWellFormed())}`
}
