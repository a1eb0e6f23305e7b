/** Values as a schema of the OpenAPI document asks for them, or nearly so. */
import fc, { type Arbitrary } from 'fast-check'
import type { JsonSchema } from '../../src/derive/openapi/json-schema.ts'
import { hostileValue } from './hostile.ts'

/** Mostly valid: what a schema does not tell, like that a time is to come after another, may be amiss. */
export function fittingValue(schema: JsonSchema): Arbitrary<unknown> {
  const { anyOf, enum: choices, properties } = schema
  if (anyOf !== undefined) return fc.oneof(...anyOf.map(fittingValue))
  if (choices !== undefined) return fc.constantFrom(...choices)
  const [type = 'object'] = [schema.type ?? []].flat()
  if (type === 'object' && properties !== undefined) return fittingObject(schema)
  return byType[type](schema)
}

/** One that fits, or the sample, but for a field that is left out, is hostile, or is not known. */
export function nearlyFitting(schema: JsonSchema, sample: unknown): Arbitrary<unknown> {
  const names = Object.keys(schema.properties ?? {})
  const field = names.length === 0 ? oddName : fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names) }, oddName)
  const change = fc.record({
    field,
    value: hostileValue,
    isGone: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
  })
  const value = fc.oneof({ weight: 3, arbitrary: fc.constant(sample) }, fittingValue(schema))
  return fc.tuple(value, change).map(([fitting, { field: name, value: other, isGone }]) => {
    const entries = Object.entries(Object(fitting) as Record<string, unknown>).filter(([key]) => key !== name)
    return Object.fromEntries(isGone ? entries : [...entries, [name, other]])
  })
}

/** `Object.fromEntries` makes them fields like any other. */
const oddName = fc.constantFrom('__proto__', 'constructor', 'toString', '', 'a.b', '0', '$ref', 'x'.repeat(1_000))

function fittingObject({ properties = {}, required = [] }: JsonSchema): Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const value = fittingValue(typeof schema === 'boolean' ? {} : schema)
    return [name, value] as const
  })
  return fc.record(Object.fromEntries(fields), { requiredKeys: required })
}

type Type = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null'

const byType: Readonly<Record<Type, (schema: JsonSchema) => Arbitrary<unknown>>> = {
  object: () => fc.dictionary(fc.stringMatching(/^\w{1,20}$/), fc.string({ maxLength: 50 }), { maxKeys: 5 }),
  array({ items, minItems = 0, maxItems = 5 }) {
    const schema = typeof items === 'object' && !Array.isArray(items) ? items : {}
    return fc.array(fittingValue(schema), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) })
  },
  string: fittingText,
  integer: ({ minimum = -1e15, maximum = 1e15 }) => fc.integer({ min: minimum, max: maximum }),
  number: ({ minimum = -1e15, maximum = 1e15 }) => fc.double({ min: minimum, max: maximum, noNaN: true }),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
}

function fittingText({ format, minLength = 0, maxLength = 200, pattern }: JsonSchema): Arbitrary<string> {
  if (format === 'date-time') return moment.map((date) => date.toISOString())
  if (format === 'date') return moment.map((date) => date.toISOString().slice(0, 10))
  if (pattern !== undefined) return fc.oneof(known, fc.stringMatching(new RegExp(pattern, 'u')))
  const most = Math.min(maxLength, minLength + 200)
  return fc.oneof(known, fc.string({ minLength, maxLength: most, unit: 'grapheme' }))
}

const moment = fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })

/** What the samples' shops have. */
const known = fc.constantFrom(
  'course',
  'SPRING25',
  'peter',
  'mary',
  'anna@example.com',
  'https://shop.example.com/told',
  'orders:read',
  '127.0.0.1',
  'order.paid',
)
