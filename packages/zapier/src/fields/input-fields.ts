/** What an operation takes, as fields that people fill in, and back. */
import type { PlainInputField } from 'zapier-platform-core'
import type { Field } from '../generated/api.ts'
import { textOf } from './text-of.ts'
import { helpTextOf } from './words.ts'

export function inputFieldsOf(fields: readonly Field[]): readonly PlainInputField[] {
  return fields.flatMap((field) => {
    if (field.type === 'object') return partsOf(field).map(({ key, label, part }) => plainField(part, key, label))
    if (field.type === 'list' && field.fields !== undefined) {
      return [{ key: field.name, label: field.title, children: [...inputFieldsOf(field.fields)] }]
    }
    return [plainField(field, field.name, field.title)]
  })
}

/** What people filled in, as API v1 takes it; what they left empty is left out. Sums were in the currency itself. */
export function bodyOf(
  fields: readonly Field[],
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const entries = fields.flatMap((field): readonly (readonly [string, unknown])[] => {
    const value = field.type === 'object' ? insideOf(field, given) : valueOf(field, given[field.name])
    return value === undefined ? [] : [[field.name, value]]
  })
  return Object.fromEntries(entries)
}

function plainField(field: Field, key: string, label: string): PlainInputField {
  const { type, isRequired = false, choices } = field
  const helpText = helpTextOf(field)
  return {
    key,
    label,
    required: isRequired,
    ...(helpText === '' ? {} : { helpText }),
    ...(type === 'texts' ? { dict: true } : { type: inputTypes[type] }),
    ...(type === 'list' ? { list: true } : {}),
    ...(choices === undefined ? {} : { choices: [...choices] }),
  }
}

const inputTypes = {
  text: 'string',
  list: 'string',
  object: 'string',
  json: 'text',
  integer: 'integer',
  number: 'number',
  money: 'number',
  boolean: 'boolean',
  moment: 'datetime',
} as const satisfies Record<Exclude<Field['type'], 'texts'>, PlainInputField['type']>

/** Zapier has no fields within fields but for lists: each part is a field of its own. */
function partsOf({ name, title, fields = [] }: Field) {
  return fields.map((part) => ({ part, key: `${name}_${part.name}`, label: `${title}: ${part.title}` }))
}

function insideOf(field: Field, given: Readonly<Record<string, unknown>>): unknown {
  const parts = partsOf(field).map(({ part, key }) => [part.name, valueOf(part, given[key])] as const)
  const filled = parts.filter(([, value]) => value !== undefined)
  return filled.length === 0 ? undefined : Object.fromEntries(filled)
}

function valueOf(field: Field, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return undefined
  const { type } = field
  if (type === 'money' || type === 'integer' || type === 'number') return numberOf(type, value)
  if (type === 'moment') return momentOf(value)
  if (type === 'list') return listOf(field, Array.isArray(value) ? value : [value])
  return type === 'text' ? textOf(value) : value
}

/** What is no number is for Billkeep to refuse: as JSON it would be null, which may mean something. */
function numberOf(type: Field['type'], value: unknown): unknown {
  const number = Number(value)
  if (Number.isNaN(number)) return value
  return type === 'money' ? minorUnitsOf(number) : number
}

/** 19.99 is not 1998.9999999999998; what has more digits than the currency is for Billkeep to refuse. */
function minorUnitsOf(sum: number): number {
  const minor = sum * 100
  const whole = Math.round(minor)
  return Math.abs(minor - whole) < 0.000_1 ? whole : minor
}

function listOf({ fields }: Field, values: readonly unknown[]): readonly unknown[] {
  if (fields === undefined) return values.map(textOf)
  return values.map((one) => bodyOf(fields, typeof one === 'object' && one !== null ? { ...one } : {}))
}

/** Zapier writes time zones in ways that RFC 3339 does not know; what is no time is for Billkeep to refuse. */
function momentOf(value: unknown): string {
  const text = textOf(value)
  const at = Date.parse(text)
  return Number.isNaN(at) ? text : new Date(at).toISOString()
}
