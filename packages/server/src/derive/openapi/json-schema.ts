/** From zod to JSON Schema 2020-12 as OpenAPI 3.1 holds it: what has an `id` is a component, referred to. */
import { z } from 'zod'

export type JsonSchema = z.core.JSONSchema.JSONSchema

/** Whether what is sent is meant, or what is answered. */
export type Direction = 'input' | 'output'

export function jsonSchemaOf(schema: z.ZodType, io: Direction): JsonSchema {
  const { $schema: _version, $defs: _components, ...rest } = exported(schema, io)
  return rest
}

/** By their ids. Throws where two schemas have the same id and are not the same. */
export function componentsOf(schemas: readonly (readonly [z.ZodType, Direction])[]): Record<string, JsonSchema> {
  const found = new Map<string, JsonSchema>()
  for (const [schema, io] of schemas) {
    for (const [id, component] of Object.entries(exported(schema, io).$defs ?? {})) {
      const known = found.get(id)
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(component)) {
        throw new Error(`Two schemas have the id ${id}, or it says other things of what is sent and what is answered.`)
      }
      found.set(id, component)
    }
  }
  return Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** The schemas of all components stand in one place of the document. */
function exported(schema: z.ZodType, io: Direction): JsonSchema {
  const text = JSON.stringify(z.toJSONSchema(schema, { io, override: ({ jsonSchema }) => tidy(jsonSchema) }))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is what was a JsonSchema, but for addresses
  return JSON.parse(text, (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? value.replace(/^#\/\$defs\//, '#/components/schemas/') : value,
  ) as JsonSchema
}

/** Leaves out what says nothing here: zod has its exported schemas changed in their place. */
function tidy(schema: JsonSchema): void {
  // For derived files of ours; validators refuse words that they do not know. People are told in words.
  const { 'x-unit': unit, description = '' } = schema
  if (unit === 'minor' && !/minor units/i.test(description))
    schema.description = `${description} In minor units.`.trim()
  delete schema['x-unit']
  // Zod's own pattern of a format is longer than whole operations.
  if (schema.format !== undefined || (schema.type !== 'string' && schema.type !== undefined)) delete schema.pattern
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.type === 'integer') schema.format = 'int64'
  if (JSON.stringify(schema.propertyNames) === '{"type":"string"}') delete schema.propertyNames
}
