/** From the examples that the document gives to one call. */
import type { OpenApi } from '../../derive/openapi/open-api.ts'
import type { OperationObject } from '../../derive/openapi/operation-object.ts'
import type { Parameter } from '../../derive/openapi/parameters.ts'
import type { CurlCall } from './code-block.ts'

export interface PlacedOperation {
  /** In capitals. */
  readonly method: string
  /** After `/v1`. */
  readonly at: string
  readonly operation: OperationObject
}

export function sampleRequest(document: OpenApi, { method, at, operation }: PlacedOperation): CurlCall {
  const parameters = parametersOf(document, operation)
  const path = at.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const found = parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)
    return encodeURIComponent(textsOf(found?.example)[0] ?? name)
  })
  const query = parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap(({ name, example }) => textsOf(example).map((text) => [name, text]))
  const body = operation.requestBody?.content['application/json']?.example
  const key = parameters.find(({ name }) => name === 'Idempotency-Key')
  return {
    method,
    address: query.length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`,
    headers: [
      ...(body === undefined ? [] : ['Content-Type: application/json']),
      // What is changed or deleted twice is the same as once.
      ...(method === 'POST' ? textsOf(key?.example).map((text) => `Idempotency-Key: ${text}`) : []),
    ],
    body,
  }
}

export function parametersOf({ components }: OpenApi, { parameters }: OperationObject): readonly Parameter[] {
  return parameters.flatMap((parameter) =>
    '$ref' in parameter ? (components.parameters[parameter.$ref.split('/').at(-1) ?? ''] ?? []) : [parameter],
  )
}

/** A list becomes several values of one name. */
function textsOf(example: unknown): readonly string[] {
  if (example === undefined) return []
  if (Array.isArray(example)) return example.flatMap(textsOf)
  return [typeof example === 'string' ? example : JSON.stringify(example)]
}
