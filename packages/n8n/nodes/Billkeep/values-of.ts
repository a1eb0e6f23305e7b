/** What people filled in, in n8n's forms, as API v1 takes it; what is empty is left out. */
import type { IDataObject } from 'n8n-workflow'
import type { Field } from '../generated/api.ts'
import { textOf } from '../api/text-of.ts'
import { instantIn } from './instant-in.ts'

/** `timeZone` is the workflow's: n8n's times may be without one. */
export function valuesOf(
  fields: readonly Field[],
  given: Readonly<Record<string, unknown>>,
  timeZone: string,
): IDataObject {
  const values: IDataObject = {}
  for (const field of fields) {
    const value = valueOf(field, given[field.name], timeZone)
    if (value !== undefined) values[field.name] = value
  }
  return values
}

type Value = IDataObject[string]

function valueOf(field: Field, given: unknown, timeZone: string): Value | undefined {
  if (given === undefined || given === null || given === '') return undefined
  const { type, fields = [] } = field
  if (type === 'integer' || type === 'number' || type === 'money') return numberIn(given)
  if (type === 'moment') return instantIn(textOf(given), timeZone)
  if (type === 'boolean') return given === true || given === 'true'
  if (type === 'object') return valuesOf(fields, recordsIn(given)[0] ?? {}, timeZone)
  if (type === 'texts') return textsIn(given)
  if (type === 'list') return listOf(field, given, timeZone)
  return type === 'json' ? jsonOf(given) : textOf(given)
}

/** What is no number is for Billkeep to refuse: as JSON it would be null, which may mean something. */
function numberIn(given: unknown): Value {
  const text = textOf(given)
  return Number.isNaN(Number(text)) ? text : Number(text)
}

function textsIn(given: unknown): Value {
  return Object.fromEntries(recordsIn(given).map(({ name, value }) => [textOf(name), textOf(value)]))
}

function listOf({ fields }: Field, given: unknown, timeZone: string): Value | undefined {
  if (fields !== undefined) return recordsIn(given).map((record) => valuesOf(fields, record, timeZone))
  const texts = (Array.isArray(given) ? given : [given]).map(textOf)
  return texts.length > 0 ? texts : undefined
}

/** Of a group, `{ values: {…} }` or `{ values: [{…}] }`; of an expression, a list or an object itself. */
function recordsIn(given: unknown): readonly Readonly<Record<string, unknown>>[] {
  const inside = isRecord(given) && 'values' in given ? given['values'] : given
  const all: readonly unknown[] = Array.isArray(inside) ? inside : [inside]
  return all.filter(isRecord)
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** What is no JSON is for Billkeep to refuse. */
function jsonOf(given: unknown): Value {
  if (typeof given !== 'string') return isRecord(given) ? valueIn(JSON.stringify(given)) : textOf(given)
  try {
    return valueIn(given)
  } catch {
    return given
  }
}

function valueIn(json: string): Value {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whatever JSON can say is a value
  return JSON.parse(json) as Value
}
