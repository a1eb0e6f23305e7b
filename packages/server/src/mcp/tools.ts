/** The tools that models get: operations of API v1, with what they take and tell derived from these. */
import type { Tool as ToldTool } from '@modelcontextprotocol/server'
import { z } from 'zod'
import type { CallableOperation, Parts } from '../operations/define.ts'
import { operations } from '../operations/registry.ts'
import { isAllowed, type Scope } from '../rules/scope.ts'

interface ToolOperation extends CallableOperation {
  readonly title: string
  readonly description?: string
  readonly input: Parts
}

/** What a shop's owner would let an assistant do: look, and the daily steps of an order. Nothing that deletes or gives money back. */
const offered: readonly ToolOperation[] = [
  operations.getCustomer,
  operations.listOrders,
  operations.getOrder,
  operations.getOrderTimeline,
  operations.listProducts,
  operations.getSales,
  operations.createOrder,
  operations.payOrder,
  operations.sendOrder,
  operations.cancelOrder,
]

export interface Tool {
  /** `listOrders` → `list_orders`, as models expect names of tools. */
  readonly name: string
  readonly operation: ToolOperation
  readonly isWrite: boolean
}

type JsonSchema = z.core.JSONSchema.JSONSchema

const tools: readonly Tool[] = offered.map((operation) => ({
  name: operation.name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  operation,
  isWrite: operation.method !== 'GET',
}))

export function toolsFor(scopes: readonly Scope[]): readonly Tool[] {
  return tools.filter(({ operation }) => isAllowed(scopes, operation.scope))
}

/** Also of those that the caller may not use, so that a refusal can say what is missing. */
export function toolCalled(name: string): Tool | undefined {
  return tools.find((tool) => tool.name === name)
}

/** Models read every order that they are given: fewer than programs get, if nothing is said. */
export const usualLimit = 10
/** Some 35 kB: clients cut off what is longer than a few times that, or fill all that a model remembers with it. */
export const mostLimit = 50

const repeatKey = z.string().optional().meta({
  title: 'Idempotency key',
  description: 'A name of your own for this change: the same call repeated with it does nothing twice.',
})

/** For clients (https://modelcontextprotocol.io/specification/2026-07-28/server/tools#tool). */
export function told({ name, operation, isWrite }: Tool): ToldTool {
  const { title, description = '' } = operation
  return {
    name,
    title,
    description: [`${title}.`, description, money].filter((part) => part !== '').join(' '),
    inputSchema: inputSchemaOf(operation, isWrite),
    annotations: {
      readOnlyHint: !isWrite,
      destructiveHint: operation === operations.cancelOrder,
      idempotentHint: !isWrite,
      openWorldHint: false,
    },
  }
}

const money = 'Amounts are in hundredths of the currency: 150000 is 1500.00.'

function inputSchemaOf({ input: { path, query, body } }: ToolOperation, isWrite: boolean): ToldTool['inputSchema'] {
  const shape = { ...path?.shape, ...query?.shape, ...body?.shape, ...(isWrite ? { idempotency_key: repeatKey } : {}) }
  const { $schema: _version, ...schema } = z.toJSONSchema(z.strictObject(shape), { io: 'input', override: tidy })
  const limit = schema.properties?.['limit']
  if (typeof limit === 'object') {
    Object.assign(limit, {
      default: usualLimit,
      maximum: mostLimit,
      description: `The most entries, ${mostLimit} at most; left out: ${usualLimit}.`,
    })
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- JSON of an object's schema, which the library types otherwise
  return JSON.parse(JSON.stringify(schema)) as ToldTool['inputSchema']
}

/** Zod's own pattern of a format is long, and says nothing to a model. */
function tidy({ jsonSchema }: { readonly jsonSchema: JsonSchema }): void {
  if (jsonSchema.format !== undefined || jsonSchema.type === 'integer') delete jsonSchema.pattern
}
