import { expect, test } from 'vitest'
import { z } from 'zod'
import { amount as amountSent, moment } from '../../operations/fields.ts'
import { amount, instant } from '../../resources/fields.ts'
import { fieldsOf } from './fields-of.ts'

const part = z.strictObject({ sum: amount.meta({ title: 'Sum' }) }).meta({ id: 'Part' })

test('each kind of field is told apart, whatever stands around it', () => {
  const schema = z.strictObject({
    text: z.string().meta({ title: 'Text', description: 'Any.' }),
    number: z.int().nullable(),
    share: z.number().optional(),
    sum: amount.nullable().meta({ title: 'Sum' }),
    sum_sent: amountSent.min(1).optional(),
    yes: z.boolean(),
    at: instant.nullable(),
    at_sent: moment.nullish(),
    one_of: z.enum(['a', 'b']),
    some_of: z.array(z.enum(['a', 'b'])).default([]),
    part,
    parts: z.array(part),
    names: z.record(z.string(), z.string()),
    either: z.union([part, z.strictObject({ other: z.string() })]),
  })
  const fields = fieldsOf(schema, 'input')
  expect(fields[0]).toEqual({ name: 'text', title: 'Text', description: 'Any.', type: 'text', isRequired: true })
  expect(Object.fromEntries(fields.map(({ name, type }) => [name, type]))).toEqual({
    text: 'text',
    number: 'integer',
    share: 'number',
    sum: 'money',
    sum_sent: 'money',
    yes: 'boolean',
    at: 'moment',
    at_sent: 'moment',
    one_of: 'text',
    some_of: 'list',
    part: 'object',
    parts: 'list',
    names: 'texts',
    either: 'json',
  })
  const inside = [{ name: 'sum', title: 'Sum', type: 'money', isRequired: true }]
  expect(fields.filter(({ name }) => name.startsWith('part'))).toMatchObject([{ fields: inside }, { fields: inside }])
  expect(fields.filter(({ choices }) => choices !== undefined).map(({ name }) => name)).toEqual(['one_of', 'some_of'])
  expect(fields.filter(({ isRequired = false }) => !isRequired).map(({ name }) => name)).toEqual([
    'share',
    'sum_sent',
    'at_sent',
    'some_of',
  ])
})

test('a schema with an id has its fields; what is not there has none', () => {
  expect(fieldsOf(part, 'output')).toHaveLength(1)
  expect(fieldsOf(undefined, 'input')).toEqual([])
})

test('a field without a title is called after its name', () => {
  expect(fieldsOf(z.strictObject({ postal_code: z.string() }), 'input')).toMatchObject([{ title: 'Postal code' }])
})

test('a list of anything is refused', () => {
  const schema = z.strictObject({ list: z.tuple([z.string(), z.number()]) })
  expect(() => fieldsOf(schema, 'input')).toThrow('«list» is a list of anything.')
})
