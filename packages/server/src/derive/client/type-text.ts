/** From JSON Schema to the types of TypeScript. */
import { comment } from './comment.ts'

/** As far as it says what a type is; `type` beside `anyOf` is a hint of ours, and wins. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly not?: unknown
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly title?: string
  readonly description?: string
  readonly default?: unknown
  readonly format?: string
}

/** A JSON Schema that zod made, as far as it is looked at here. */
export function asSchema(schema: object): Schema {
  return schema
}

/** What is sent may be a Date where it is a moment, and be left out by `undefined`. */
export type Use = 'sent' | 'answered'

export function typeText(schema: Schema, use: Use, indent = ''): string {
  const { $ref, anyOf, type } = schema
  if ($ref !== undefined) return $ref.replace(/^.*\//, '')
  if (schema.const !== undefined) return literal(schema.const)
  if (schema.enum !== undefined) return enumText(schema.enum)
  if (type !== undefined) {
    const types = typeof type === 'string' ? [type] : type
    return unionOf(types.map((each) => ofType(each, schema, use, indent)))
  }
  if (anyOf !== undefined) return unionOf(anyOf.map((each) => typeText(each, use, indent)))
  return schema.not === undefined ? 'unknown' : 'never'
}

/** `{ … }` with a line a property. */
export function objectText(schema: Schema, use: Use, indent = ''): string {
  const { properties = {}, required = [] } = schema
  const inner = `${indent}  `
  const rows = Object.entries(properties).map(([name, property]) => {
    const isOptional = !required.includes(name)
    const type = typeText(property, use, inner)
    const mark = isOptional ? '?' : ''
    return `${comment(propertyNotes(name, property, use), inner)}${inner}readonly ${name}${mark}: ${type}${isOptional ? ' | undefined' : ''}\n`
  })
  return rows.length === 0 ? '{}' : `{\n${rows.join('')}${indent}}`
}

function ofType(type: string, schema: Schema, use: Use, indent: string): string {
  switch (type) {
    case 'integer':
    case 'number':
      return 'number'
    case 'array': {
      const item = typeText(schema.items ?? {}, use, indent)
      return `readonly ${/[ |]/.test(item) && !item.startsWith('{') ? `(${item})` : item}[]`
    }
    case 'object':
      return recordText(schema, use, indent)
    case 'string':
      return schema.format === 'date-time' && use === 'sent' ? 'string | Date' : 'string'
    default:
      return type
  }
}

function recordText(schema: Schema, use: Use, indent: string): string {
  const { properties, additionalProperties } = schema
  if (properties !== undefined) return objectText(schema, use, indent)
  const value = typeof additionalProperties === 'object' ? typeText(additionalProperties, use, indent) : 'unknown'
  return `Readonly<Record<string, ${value}>>`
}

/** Yes and no are words in an address. */
function enumText(values: readonly unknown[]): string {
  return values.join() === 'true,false' ? 'boolean' : unionOf(values.map(literal))
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value.replaceAll(/['\\]/g, String.raw`\$&`)}'` : String(value)
}

function unionOf(types: readonly string[]): string {
  return [...new Set(types)].join(' | ')
}

/** A title that only repeats the name says nothing. */
function propertyNotes(name: string, schema: Schema, use: Use): readonly string[] {
  const { title = '', description = '' } = schema
  const isName = title.toLowerCase() === name.toLowerCase().replaceAll('_', ' ') || schema.$ref !== undefined
  // What is sent may be a Date, which says what it is by itself.
  const form = use === 'answered' && isMoment(schema) ? 'RFC 3339, UTC.' : ''
  const parts = [isName || title === '' ? '' : sentence(title), description, form]
  const text = parts.filter((part) => part !== '').join(' ')
  const { default: usual } = schema
  const isWorthTelling =
    typeof usual === 'number' || typeof usual === 'boolean' || (typeof usual === 'string' && usual !== '')
  return [isWorthTelling ? `${text} Left out: \`${usual}\`.`.trim() : text]
}

function isMoment({ format, anyOf = [] }: Schema): boolean {
  return format === 'date-time' || anyOf.some(isMoment)
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
