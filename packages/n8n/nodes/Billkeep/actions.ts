/** What the node can do: resources, and under n8n's own words for them the operations of API v1. */
import type { OperationName } from '../generated/api.ts'

export type ResourceName = 'customer' | 'order' | 'product'

export interface Resource {
  readonly title: string
  /** By their names in n8n, in the order of their titles. */
  readonly actions: Readonly<Record<string, OperationName>>
}

export const resources: Readonly<Record<ResourceName, Resource>> = {
  customer: { title: 'Customer', actions: { get: 'getCustomer' } },
  order: {
    title: 'Order',
    actions: {
      cancel: 'cancelOrder',
      create: 'createOrder',
      delete: 'deleteOrder',
      get: 'getOrder',
      getAll: 'listOrders',
      send: 'sendOrder',
      pay: 'payOrder',
      restore: 'restoreOrder',
      return: 'returnOrder',
      update: 'updateOrder',
    },
  },
  product: {
    title: 'Product',
    actions: {
      create: 'createProduct',
      delete: 'deleteProduct',
      get: 'getProduct',
      getAll: 'listProducts',
      update: 'updateProduct',
    },
  },
}

/** What people read; left out: the name itself. */
export const actionTitles: Readonly<Record<string, string>> = {
  getAll: 'Get Many',
  pay: 'Record Payment',
  send: 'Mark as Sent',
}

/** Undefined where a workflow names what is not there. */
export function operationOf(resource: string, action: string): OperationName | undefined {
  const found = Object.entries(resources).find(([name]) => name === resource)?.[1]
  return found?.actions[action]
}
