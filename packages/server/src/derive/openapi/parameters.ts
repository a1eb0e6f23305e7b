/** What stands in an operation's path and query, and the headers that it takes. */
import type { z } from 'zod'
import { type DescribedOperation, isWrite } from './described-operation.ts'
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts'

export interface Reference {
  readonly $ref: string
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly description: string
  readonly required: boolean
  readonly schema: JsonSchema
  readonly example?: unknown
}

/** Shared by all operations that change something. */
export const sharedParameters: Readonly<Record<'IdempotencyKey', Parameter>> = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'A name of your own for this call, best a UUID: repeated with it within 24 hours, the call gets the same answer and does nothing twice.',
    schema: { type: 'string', minLength: 1, maxLength: 255, title: 'Idempotency key' },
    example: 'b0a5c7a2-6d0e-4c39-9f57-8f1f3f0b1d52',
  },
}

export function parametersOf(operation: DescribedOperation): readonly (Parameter | Reference)[] {
  const { input, sample } = operation
  return [
    ...parametersIn('path', input.path, sample.path),
    ...parametersIn('query', input.query, sample.query),
    ...(isWrite(operation) ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ]
}

type Sample = Readonly<Record<string, unknown>> | undefined

function parametersIn(place: 'path' | 'query', schema: z.ZodObject | undefined, sample: Sample): readonly Parameter[] {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = jsonSchemaOf(schema, 'input')
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = typeof property === 'boolean' ? {} : property
    const example = exampleOf(rest, sample?.[name])
    return {
      name,
      in: place,
      description: description ?? rest.title ?? name,
      required: required.includes(name),
      schema: rest,
      ...(example === undefined ? {} : { example }),
    }
  })
}

/** A number is text in an address, and so in the sample. */
function exampleOf({ type }: JsonSchema, sent: unknown): unknown {
  return type === 'integer' && typeof sent === 'string' ? Number(sent) : sent
}
