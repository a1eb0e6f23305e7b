import { expect, test } from 'vitest'
import { declaration } from './declaration.ts'
import { type Schema, typeText } from './type-text.ts'

const cases: readonly (readonly [Schema, string])[] = [
  [{ $ref: '#/components/schemas/Order' }, 'Order'],
  [{ type: 'integer' }, 'number'],
  [{ type: ['string', 'null'] }, 'string | null'],
  [{ type: ['integer', 'number'] }, 'number'],
  [{ type: 'string', enum: ["it's", 'a\\b'] }, String.raw`'it\'s' | 'a\\b'`],
  [{ type: 'string', enum: ['true', 'false'] }, 'boolean'],
  [{ const: 1 }, '1'],
  [{ type: 'integer', anyOf: [{ type: 'string' }, { const: '' }] }, 'number'],
  [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string | null'],
  [{ type: 'array', items: { type: ['integer', 'string'] } }, 'readonly (number | string)[]'],
  [{ type: 'array', items: { not: {} } }, 'readonly never[]'],
  [{ type: 'object', additionalProperties: { type: 'integer' } }, 'Readonly<Record<string, number>>'],
  [{}, 'unknown'],
]

test.each(cases)('%j is %s', (schema, expected) => {
  expect(typeText(schema, 'answered')).toBe(expected)
})

test('a moment may be sent as a Date, and is answered as text', () => {
  const moment: Schema = { type: 'string', format: 'date-time' }
  expect([typeText(moment, 'sent'), typeText(moment, 'answered')]).toEqual(['string | Date', 'string'])
})

test('a moment that is answered says in which form it is', () => {
  const moment: Schema = { type: 'string', format: 'date-time' }
  const properties = {
    paid_at: { ...moment, title: 'Paid at' },
    sent_at: { anyOf: [moment, { type: 'null' }], description: 'Null: it was not.' },
  }
  const text = (use: 'sent' | 'answered') => typeText({ type: 'object', properties }, use)
  expect(text('answered')).toContain('  /** RFC 3339, UTC. */\n  readonly paid_at')
  expect(text('answered')).toContain('  /** Null: it was not. RFC 3339, UTC. */\n  readonly sent_at')
  expect(text('sent')).not.toContain('RFC 3339')
})

test('an object says of each property what it is, once', () => {
  const schema: Schema = {
    type: 'object',
    properties: {
      first_name: { type: 'string', title: 'First name' },
      limit: { type: 'integer', title: 'Limit', description: 'At most */ so many.', default: 50 },
    },
    required: ['first_name'],
  }
  expect(declaration({ name: 'Query', schema, use: 'sent', note: 'What it takes.', further: 'good_' })).toBe(`\
/** What it takes. */
export interface Query {
  readonly first_name: string
  /** At most *\\/ so many. Left out: \`50\`. */
  readonly limit?: number | undefined
  /** Whatever else is to be kept under such a name. */
  readonly [setting: \`good_\${string}\`]: string | number | boolean | null | undefined
}
`)
})
