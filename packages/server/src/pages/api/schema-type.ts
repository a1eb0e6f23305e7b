/** What a value has to be, in a few words. */
import type { JsonSchema } from '../../derive/openapi/json-schema.ts'
import { type Html, markup, nothing } from '../html.ts'

type Schema = JsonSchema | boolean | undefined

/** `integer`, `array of Order` with a link, `string or null`. */
export function typeOf(schema: Schema): Html {
  if (schema === undefined || typeof schema === 'boolean') return markup`anything`
  const name = componentOf(schema)
  if (name !== undefined) return markup`<a href="#${name}">${name}</a>`
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return joined(choices.map(typeOf))
  const types = [schema.type ?? 'anything'].flat()
  return joined(types.map((type) => (type === 'array' ? arrayOf(schema) : simple(type, schema))))
}

/** The name of the component that it refers to. */
function componentOf({ $ref }: JsonSchema): string | undefined {
  return $ref?.split('/').at(-1)
}

/** The schema itself, or of a list that of its entries, where that has fields of its own. */
export function partsOf(schema: Schema): JsonSchema | undefined {
  if (schema === undefined || typeof schema === 'boolean') return undefined
  if (schema.properties !== undefined) return schema
  const inner = [schema.items, schema.additionalProperties, ...(schema.anyOf ?? schema.oneOf ?? [])].flat()
  return inner.map(partsOf).find((parts) => parts !== undefined)
}

/** Bounds, choices and defaults, each as the end of a sentence. */
export function limitsOf(schema: JsonSchema): readonly Html[] {
  const value = schema.anyOf?.find(({ type }) => type !== 'null') ?? schema
  const { enum: choices, pattern, default: preset } = { ...value, ...schema }
  return [
    choices === undefined ? nothing : markup`One of ${listed(choices.map(code))}.`,
    sentence(between(value.minLength, value.maxLength, 'characters')),
    sentence(between(value.minItems, value.maxItems, 'entries')),
    sentence(between(value.minimum, value.maximum, '')),
    pattern === undefined ? nothing : markup`Must match ${code(pattern)}.`,
    isTelling(preset) ? markup`Left out: ${code(preset)}.` : nothing,
  ].filter((part) => part !== nothing)
}

function simple(type: string, { format, additionalProperties, properties }: JsonSchema): Html {
  if (type === 'object' && properties === undefined && typeof additionalProperties === 'object') {
    return markup`object of ${typeOf(additionalProperties)}`
  }
  const isTold = format !== undefined && type === 'string'
  return markup`${isTold ? format : type}`
}

function arrayOf({ items }: JsonSchema): Html {
  return markup`array of ${typeOf(Array.isArray(items) ? items[0] : items)}`
}

function joined(types: readonly Html[]): Html {
  return markup`${types.map((type, index) => markup`${index === 0 ? '' : ' or '}${type}`)}`
}

function listed(items: readonly Html[]): readonly Html[] {
  return items.map((item, index) => markup`${index === 0 ? '' : ', '}${item}`)
}

function code(value: unknown): Html {
  return markup`<code>${typeof value === 'string' ? value : JSON.stringify(value)}</code>`
}

/** That a text may be left out and is empty then goes without saying. */
function isTelling(preset: unknown): boolean {
  return preset !== undefined && !['""', '[]', '{}', 'null'].includes(JSON.stringify(preset))
}

function between(least: number | undefined, most: number | undefined, of: string): string {
  const unit = of === '' ? '' : ` ${of}`
  if (least !== undefined && most !== undefined) return `${counted(least)} to ${counted(most)}${unit}`
  if (least !== undefined) return `At least ${counted(least)}${unit}`
  return most === undefined ? '' : `At most ${counted(most)}${unit}`
}

/** With thin spaces, as 999999999999999 cannot be read. */
function counted(number: number): string {
  return new Intl.NumberFormat('en').format(number).replaceAll(',', '\u202F')
}

function sentence(text: string): Html {
  return text === '' ? nothing : markup`${text}.`
}
