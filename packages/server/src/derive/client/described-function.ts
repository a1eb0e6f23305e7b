/** What the client is told of an API function. */
import type { ErrorName } from '@billkeep/wire/errors.ts'
import { z } from 'zod'
import { functions, functions2 } from '../../functions/registry.ts'
import { asSchema, type Schema } from './type-text.ts'

interface Definition {
  readonly name: string
  readonly title: string
  readonly kind: 'read' | 'write'
  readonly input: z.ZodObject
  readonly further?: RegExp
  readonly output: z.ZodType
  readonly errors: readonly ErrorName[]
}

export interface DescribedFunction extends Omit<Definition, 'input' | 'output'> {
  readonly version: 1 | 2
  readonly input: Schema
  readonly output: Schema
  /** What the names of further parameters begin with, where they have that in common. */
  readonly furtherPrefix: string | undefined
}

/** Of both versions, in the order of the registry. */
export const describedFunctions: readonly DescribedFunction[] = [
  ...Object.values<Definition>(functions).map((each) => described(each, 1)),
  ...Object.values<Definition>(functions2).map((each) => described(each, 2)),
]

function described({ input, output, ...rest }: Definition, version: 1 | 2): DescribedFunction {
  const furtherPrefix = /^\^([a-z]+_)/.exec(rest.further?.source ?? '')?.[1]
  return { ...rest, version, input: schemaOf(input, 'input'), output: schemaOf(output, 'output'), furtherPrefix }
}

/** What several results have in common, by its name. */
export function sharedSchemas(): Readonly<Record<string, Schema>> {
  const found: Record<string, Schema> = {}
  for (const { output } of [...Object.values<Definition>(functions), ...Object.values<Definition>(functions2)]) {
    Object.assign(found, exported(output, 'output').$defs)
  }
  return found
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $defs: _shared, ...rest } = exported(schema, io)
  return rest
}

/** A tree or a map has no JSON Schema of its own: what it is, its meta says. */
function exported(schema: z.ZodType, io: 'input' | 'output'): Schema & { readonly $defs?: Record<string, Schema> } {
  return asSchema(z.toJSONSchema(schema, { io, unrepresentable: 'any' }))
}
