import { describe, expect, test } from 'vitest'
import { operations } from '../operations/registry.ts'
import { scopes } from '../rules/scope.ts'
import { callOf } from './call.ts'
import { told, type Tool, toolCalled, toolsFor } from './tools.ts'

describe.each(toolsFor(scopes))('$name', (tool) => {
  test('tells clients what it takes, in a schema of its own', () => {
    const { name, description, inputSchema, annotations } = told(tool)
    expect(name).toMatch(/^[a-z_]{1,64}$/)
    expect(description).toMatch(/hundredths/)
    expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
    expect(JSON.stringify(inputSchema)).not.toContain('"$ref"')
    expect(annotations?.['readOnlyHint']).toBe(tool.operation.method === 'GET')
  })
})

test('nothing that deletes, gives money back or opens more is offered', () => {
  const methods = toolsFor(scopes).map(({ operation }) => operation.method)
  expect(new Set(methods)).toEqual(new Set(['GET', 'POST']))
  for (const name of ['delete_order', 'return_order', 'create_token', 'get_shop_key', 'export_orders']) {
    expect(toolCalled(name)).toBeUndefined()
  }
})

function toolOf(name: string): Tool {
  const tool = toolCalled(name)
  if (tool === undefined) throw new Error(`There is no tool ${name}.`)
  return tool
}

describe('arguments', () => {
  test('go where the operation takes them', () => {
    const given = { status: ['paid', 'waiting'], email: 'a+b@example.com', number: 7, limit: 3, sort: null }
    expect(callOf(toolOf('list_orders'), given)).toEqual({
      operation: operations.listOrders,
      path: {},
      query: 'status=paid&status=waiting&email=a%2Bb%40example.com&number=7&limit=3',
      body: undefined,
      idempotencyKey: undefined,
    })
    expect(callOf(toolOf('pay_order'), { number: 7, amount: 5, idempotency_key: 'k' })).toEqual({
      operation: operations.payOrder,
      path: { number: '7' },
      query: '',
      body: '{"amount":5}',
      idempotencyKey: 'k',
    })
  })

  test('of a list ask for few, if nothing is said', () => {
    expect(callOf(toolOf('list_products'), {}).query).toBe('limit=10')
    expect(callOf(toolOf('get_sales'), {}).query).toBe('')
  })

  test('of a list ask for no more than a model can read', () => {
    expect(callOf(toolOf('list_orders'), { limit: 200 }).query).toBe('limit=50')
    expect(callOf(toolOf('list_orders'), { limit: 50 }).query).toBe('limit=50')
    expect(callOf(toolOf('list_orders'), { limit: 'all' }).query).toBe('limit=all')
    expect(told(toolOf('list_orders')).inputSchema.properties?.['limit']).toMatchObject({ maximum: 50, default: 10 })
  })
})
