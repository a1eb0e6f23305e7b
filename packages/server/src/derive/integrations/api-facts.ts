/** The file that an integration has of API v1: the operations and resources that it uses, in words and fields. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { getCustomer } from '../../operations/customers/get-customer.ts'
import { orderSample } from '../../operations/orders/order-sample.ts'
import { productSample } from '../../operations/products/product-sample.ts'
import { operations } from '../../operations/registry.ts'
import { customerResource } from '../../resources/customer.ts'
import { orderResource } from '../../resources/order.ts'
import { productResource } from '../../resources/product.ts'
import type { DescribedOperation } from '../openapi/described-operation.ts'
import type { Operation, Resource } from './facts.ts'
import { fieldsOf } from './fields-of.ts'
import { forPeople } from './for-people.ts'

type UsedOperation = keyof typeof operations

interface UsedApi {
  readonly operations: readonly UsedOperation[]
  /** Whether it tells beforehand what an order, a product or a customer has. */
  readonly hasResources: boolean
}

export const zapierApi: UsedApi = {
  hasResources: true,
  operations: [
    'getShop',
    'listOrders',
    'getOrder',
    'createOrder',
    'payOrder',
    'sendOrder',
    'cancelOrder',
    'returnOrder',
    'listProducts',
    'getProduct',
    'listEvents',
    'createWebhookEndpoint',
    'deleteWebhookEndpoint',
  ],
}

export const n8nApi: UsedApi = {
  hasResources: false,
  operations: [
    'listOrders',
    'getOrder',
    'createOrder',
    'updateOrder',
    'payOrder',
    'sendOrder',
    'cancelOrder',
    'returnOrder',
    'deleteOrder',
    'restoreOrder',
    'getCustomer',
    'listProducts',
    'getProduct',
    'createProduct',
    'updateProduct',
    'deleteProduct',
    'getWebhookEndpoint',
    'createWebhookEndpoint',
    'deleteWebhookEndpoint',
  ],
}

export function apiFacts({ operations: used, hasResources }: UsedApi): string {
  return [
    '// Made by «npm run derive» from the operations of packages/server/src/operations/registry.ts.',
    interfaces(hasResources),
    '',
    ...table('Operation', Object.fromEntries(used.map((name) => [name, operationFacts(operations[name])]))),
    ...(hasResources ? table('Resource', resources) : []),
  ].join('\n')
}

function interfaces(hasResources: boolean): string {
  const all = readFileSync(join(import.meta.dirname, 'facts.ts'), 'utf8')
  return (hasResources ? all : all.slice(0, all.indexOf('export interface Resource'))).trim()
}

function table(type: string, facts: object): readonly string[] {
  const names = Object.keys(facts).map((name) => `'${name}'`)
  return [
    `export type ${type}Name = ${names.join(' | ')}`,
    '',
    `export const ${type.toLowerCase()}s: Readonly<Record<${type}Name, ${type}>> = ${JSON.stringify(facts, undefined, 2)}`,
    '',
  ]
}

const { orders: _orders, ...customerSample } = getCustomer.sample.output

const resources = {
  customer: resourceFacts(customerResource, customerSample),
  order: resourceFacts(orderResource, orderSample),
  product: resourceFacts(productResource, productSample),
}

function operationFacts({ title, method, at, scope, input, ...others }: DescribedOperation): Operation {
  const description = forPeople(others.description)
  return {
    title,
    ...(description === undefined ? {} : { description }),
    method,
    at,
    scope,
    path: fieldsOf(input.path, 'input'),
    query: fieldsOf(input.query, 'input'),
    body: fieldsOf(input.body, 'input'),
  }
}

function resourceFacts(schema: z.ZodObject, sample: Resource['sample']): Resource {
  return { fields: fieldsOf(schema, 'output'), sample }
}
