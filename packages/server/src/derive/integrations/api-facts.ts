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

type UsedOperation = keyof typeof operations

export const zapierOperations: readonly UsedOperation[] = [
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
]

export function apiFacts(used: readonly UsedOperation[]): string {
  const facts = Object.fromEntries(used.map((name) => [name, operationFacts(operations[name])]))
  return [
    '// Made by «npm run derive» from the operations of packages/server/src/operations/registry.ts.',
    readFileSync(join(import.meta.dirname, 'facts.ts'), 'utf8').trim(),
    '',
    `export type OperationName = ${used.map((name) => `'${name}'`).join(' | ')}`,
    '',
    `export const operations: Readonly<Record<OperationName, Operation>> = ${JSON.stringify(facts, undefined, 2)}`,
    '',
    `export type ResourceName = ${Object.keys(resources)
      .map((name) => `'${name}'`)
      .join(' | ')}`,
    '',
    `export const resources: Readonly<Record<ResourceName, Resource>> = ${JSON.stringify(resources, undefined, 2)}`,
    '',
  ].join('\n')
}

const { orders: _orders, ...customerSample } = getCustomer.sample.output

const resources = {
  customer: resourceFacts(customerResource, customerSample),
  order: resourceFacts(orderResource, orderSample),
  product: resourceFacts(productResource, productSample),
}

function operationFacts({ title, description, method, at, scope, input }: DescribedOperation): Operation {
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
