import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { schemasOf } from '../../../test/document.ts'
import { describedOperations } from './described-operation.ts'
import { componentsOf } from './json-schema.ts'
import { openApi } from './open-api.ts'

const document = openApi()
const schemas = schemasOf(document)

test('the document is valid OpenAPI 3.1, and its references lead somewhere', async () => {
  const validator = new Validator()
  const copy = JSON.parse(JSON.stringify(document)) as Record<string, unknown>
  expect(await validator.validate(copy)).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
  expect(JSON.stringify(validator.resolveRefs())).not.toContain('"$ref"')
})

test('each sum says that it is in minor units, once', () => {
  const { Sales, OrderItem, Order } = document.components.schemas as Readonly<Record<string, object>>
  const texts = [Sales, OrderItem, Order].map((schema) => JSON.stringify(schema))
  const sums = texts.flatMap((text) => text.match(/"(?:\w*amount|fee|total|list_price)(?:_\w+)?":\{[^}]*\}/g) ?? [])
  expect(sums.length).toBeGreaterThan(9)
  expect(sums.filter((sum) => sum.match(/minor units/gi)?.length !== 1)).toEqual([])
})

describe.each(describedOperations)(
  '$name',
  ({ name, at, method, title, input, sample, status = 200, output, streams }) => {
    const place = ['paths', at, method.toLowerCase()]
    const object = document.paths[at]?.[method.toLowerCase()]

    test('is told of', () => {
      expect(object).toMatchObject({ operationId: name, summary: title })
      expect(Object.keys(object?.responses ?? {})).toEqual(
        expect.arrayContaining([String(status), '401', '403', '429']),
      )
    })

    test('has the names of its path, and no others', () => {
      const names = [...at.matchAll(/\{(\w+)\}/g)].map(([, found]) => found)
      expect(Object.keys(input.path?.shape ?? {})).toEqual(names)
    })

    test('has no name in two parts of what is sent', () => {
      const names = [input.path, input.query, input.body].flatMap((part) => Object.keys(part?.shape ?? {}))
      expect(new Set(names).size).toBe(names.length)
    })

    test('has samples that fit', () => {
      const json = ['content', 'application/json', 'schema']
      const sent = [...place, 'requestBody', ...json]
      const answered = [...place, 'responses', String(status), ...json]
      const hasJson = streams === undefined && !(output instanceof z.ZodNull)
      const faults = [
        ...(input.body === undefined ? [] : [schemas.faults(sent, sample.body)]),
        ...(hasJson ? [schemas.faults(answered, sample.output)] : []),
      ]
      expect(faults.join('')).toBe('')
    })

    test('has examples of its parameters that fit', () => {
      const faults = (object?.parameters ?? []).map((parameter, index) =>
        'example' in parameter
          ? schemas.faults([...place, 'parameters', String(index), 'schema'], parameter.example)
          : '',
      )
      expect(faults.join('')).toBe('')
    })
  },
)

test.each(Object.entries(document.components.examples))('the example of the problem %s fits', (slug, { value }) => {
  expect(schemas.faults(['components', 'schemas', 'Problem'], value)).toBe('')
  expect(value).toMatchObject({ type: `/v1/problems/${slug}` })
})

test('two schemas of one id are refused', () => {
  const [text, number] = [z.string().meta({ id: 'Twice' }), z.int().meta({ id: 'Twice' })]
  const both = [z.object({ a: text }), z.object({ a: number })].map((schema) => [schema, 'output'] as const)
  expect(() => componentsOf(both)).toThrow('Two schemas have the id Twice')
})

describe.each(Object.entries(document.webhooks))('the webhook %s', (type, { post }) => {
  test('is told of, with an example that fits', () => {
    const content = post.requestBody.content['application/json']
    const place = ['webhooks', type, 'post', 'requestBody', 'content', 'application/json', 'schema']
    const { example = { type, timestamp: '2026-01-01T00:00:00.000Z', data: null } } = content
    const faults = schemas.faults(place, example)
    expect(type.startsWith('order.') ? faults : '').toBe('')
    expect(schemas.faults(place, { ...(example as object), type: 'order.lost' })).not.toBe('')
  })
})
