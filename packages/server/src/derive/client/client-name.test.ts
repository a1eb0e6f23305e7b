import { expect, test } from 'vitest'
import { describedOperations } from '../openapi/described-operation.ts'
import { clientName } from './client-name.ts'

test.each([
  ['listOrders', '/orders', 'orders.list'],
  ['getOrderTimeline', '/orders/{number}/timeline', 'orders.getTimeline'],
  ['redeliverDelivery', '/deliveries/{delivery}/redeliver', 'deliveries.redeliver'],
  ['redeliverDeliveries', '/deliveries/redeliver', 'deliveries.redeliverMany'],
  ['listWebhookEndpoints', '/webhook-endpoints', 'webhookEndpoints.list'],
  ['rotateWebhookSecret', '/webhook-endpoints/{number}/rotate-secret', 'webhookEndpoints.rotateSecret'],
  ['sendTestEvent', '/webhook-endpoints/{number}/test', 'webhookEndpoints.sendTestEvent'],
  ['getShopKey', '/shop/key', 'shop.getKey'],
  ['getSales', '/statistics/sales', 'statistics.getSales'],
])('%s at %s is %s', (name, at, expected) => {
  const { group, method } = clientName({ name, at })
  expect(`${group}.${method}`).toBe(expected)
})

test('no two operations have the same name in the client', () => {
  const names = describedOperations.map((operation) => Object.values(clientName(operation)).join('.'))
  expect(new Set(names).size).toBe(names.length)
})
