/** The fields of a schema of API v1, as integrations show them. */
import { z } from 'zod'
import type { Direction, JsonSchema } from '../openapi/json-schema.ts'
import type { Field } from './facts.ts'
import { forPeople } from './for-people.ts'

/** In the order of the schema; none where there is no schema. */
export function fieldsOf(schema: z.ZodObject | undefined, io: Direction): readonly Field[] {
  if (schema === undefined) return []
  const exported = z.toJSONSchema(schema, { io })
  const definition: Definition = (name) => exported.$defs?.[name]
  return fieldsIn(plain(exported, definition), definition)
}

/** A schema that stands elsewhere, by its id. */
type Definition = (name: string) => JsonSchema | undefined

function fieldsIn(schema: JsonSchema, definition: Definition): readonly Field[] {
  return Object.entries(schema.properties ?? {}).map(([name, given]) => {
    if (typeof given === 'boolean') throw new Error(`«${name}» may be anything.`)
    return fieldOf(name, given, { isRequired: schema.required?.includes(name) ?? false, definition })
  })
}

function fieldOf(
  name: string,
  given: JsonSchema,
  { isRequired, definition }: { readonly isRequired: boolean; readonly definition: Definition },
): Field {
  const schema = plain(given, definition)
  const each = schema.type === 'array' ? plain(itemsOf(name, schema), definition) : schema
  const { title = inWords(name) } = given
  const description = forPeople(given.description)
  const fields = each.type === 'object' ? fieldsIn(each, definition) : []
  return {
    name,
    title,
    ...(description === undefined ? {} : { description }),
    type: typeOf(schema),
    ...(isRequired ? { isRequired } : {}),
    ...(each.enum === undefined ? {} : { choices: each.enum.map(String) }),
    ...(fields.length > 0 ? { fields } : {}),
  }
}

/** Without what leads elsewhere, and without null, which integrations leave out. */
function plain(schema: JsonSchema, definition: Definition): JsonSchema {
  const [, name] = /^#\/\$defs\/(\w+)$/.exec(schema.$ref ?? '') ?? []
  const found = name === undefined ? schema : definition(name)
  if (found === undefined) throw new Error(`There is no schema ${name}.`)
  const others = found.anyOf?.filter((one) => typeof one !== 'boolean' && one.type !== 'null') ?? []
  const [only] = others
  return only === undefined || typeof only === 'boolean' || others.length > 1 ? found : plain(only, definition)
}

function itemsOf(name: string, { items }: JsonSchema): JsonSchema {
  if (items === undefined || typeof items === 'boolean' || Array.isArray(items)) {
    throw new Error(`«${name}» is a list of anything.`)
  }
  return items
}

function typeOf(schema: JsonSchema): Field['type'] {
  const { type, format, properties } = schema
  if (type === 'array') return 'list'
  if (type === 'object') return properties === undefined ? 'texts' : 'object'
  if (type === 'integer') return schema['x-unit'] === 'minor' ? 'money' : 'integer'
  if (type === 'string') return format === 'date-time' ? 'moment' : 'text'
  return type === 'boolean' || type === 'number' ? type : 'json'
}

/** `postal_code` → «Postal code». */
function inWords(name: string): string {
  const words = name.replaceAll('_', ' ')
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}
