/** An operation as OpenAPI tells of it. */
import { z } from 'zod'
import { type DescribedOperation, isWrite, nounOf } from './described-operation.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { type Parameter, parametersOf, type Reference } from './parameters.ts'
import { type MediaType, problemResponsesOf, type Response } from './problem-responses.ts'
import { successHeadersOf } from './response-headers.ts'

export interface OperationObject {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly parameters: readonly (Parameter | Reference)[]
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, MediaType>> }
  readonly responses: Readonly<Record<string, Response | Reference>>
  /** Either of them. */
  readonly security: readonly [{ readonly bearer: readonly string[] }, { readonly session: readonly [] }]
}

export function operationObject(operation: DescribedOperation): OperationObject {
  const { name, title, description, scope, status = 200 } = operation
  return {
    operationId: name,
    tags: [nounOf(operation)],
    summary: title,
    ...(description === undefined ? {} : { description }),
    parameters: parametersOf(operation),
    ...bodyOf(operation),
    responses: { [status]: successOf(operation), ...problemResponsesOf(operation) },
    security: [{ bearer: [scope] }, { session: [] }],
  }
}

function bodyOf({ input: { body }, sample, takesFile }: DescribedOperation): Pick<OperationObject, 'requestBody'> {
  if (takesFile === true)
    return { requestBody: { required: true, content: { [fileType]: { schema: { type: 'string' } } } } }
  if (body === undefined) return {}
  const schema = jsonSchemaOf(body, 'input')
  const content = { 'application/json': { schema, ...exampleOf(sample.body) } }
  return { requestBody: { required: (schema.required ?? []).length > 0, content } }
}

/** An order a line, each JSON. */
const fileType = 'application/x-ndjson'

function successOf(operation: DescribedOperation): Response {
  const { output, streams, sample } = operation
  const headers = successHeadersOf(isWrite(operation))
  if (streams !== undefined) {
    const media: MediaType = { schema: { type: 'string' }, ...exampleOf(sample.output) }
    const types = streams.map((type) => type.replace(/;.*/s, '').trim())
    return {
      description: 'All of it, as it is read.',
      headers,
      content: Object.fromEntries(types.map((type) => [type, media])),
    }
  }
  if (output instanceof z.ZodNull) return { description: 'It is done, and there is nothing to tell.', headers }
  const content = { 'application/json': { schema: jsonSchemaOf(output, 'output'), ...exampleOf(sample.output) } }
  return { description: isWrite(operation) ? 'It is done.' : 'What was asked for.', headers, content }
}

function exampleOf(example: unknown): { readonly example?: unknown } {
  return example === undefined || example === null ? {} : { example }
}
