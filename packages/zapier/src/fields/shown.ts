/** What API v1 answers, as Zapier shows it: sums in the currency itself, and what it calls each field. */
import type { PlainOutputField } from 'zapier-platform-core'
import type { Field } from '../generated/api.ts'

type Values = Readonly<Record<string, unknown>>

/** 150000 of a field of money → 1500. */
export function inMajorUnits(values: Values, fields: readonly Field[]): Values {
  const byName = new Map(fields.map((field) => [field.name, field]))
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value, byName.get(name))]))
}

/** `customer__email` is «Customer: E-mail»; `items[]title`, of each in a list. */
export function outputFieldsOf(fields: readonly Field[]): readonly PlainOutputField[] {
  return fields.flatMap((field) => outputsOf(field, { key: '', label: '' }))
}

function outputsOf(
  field: Field,
  within: { readonly key: string; readonly label: string },
): readonly PlainOutputField[] {
  const key = `${within.key}${field.name}`
  const label = `${within.label}${field.title}`
  const inside = (end: '__' | '[]') =>
    (field.fields ?? []).flatMap((part) => outputsOf(part, { key: `${key}${end}`, label: `${label}: ` }))
  const { type, fields } = field
  if (type === 'object') return inside('__')
  // Of lists in lists, and of names that differ from order to order, Zapier sees for itself.
  if (type === 'texts' || type === 'json' || (type === 'list' && key.includes('[]'))) return []
  if (type === 'list') return fields === undefined ? [{ key, label, list: true }] : inside('[]')
  return [{ key, label, type: outputTypes[type] }]
}

const outputTypes = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  money: 'number',
  boolean: 'boolean',
  moment: 'datetime',
} as const

function shown(value: unknown, field: Field | undefined): unknown {
  if (field?.type === 'money' && typeof value === 'number') return value / 100
  if (field?.fields === undefined || typeof value !== 'object' || value === null) return value
  const { fields } = field
  return Array.isArray(value)
    ? value.map((one: unknown) => (typeof one === 'object' && one !== null ? inMajorUnits({ ...one }, fields) : one))
    : inMajorUnits({ ...value }, fields)
}
