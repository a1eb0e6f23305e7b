import type { Bundle, Search, ZObject } from 'zapier-platform-core'
import { callOrMiss } from '../api/call.ts'
import { inputFieldsOf } from '../fields/input-fields.ts'
import { orderFields, orderSample, orderShown } from '../fields/order.ts'
import { textOf } from '../fields/text-of.ts'
import { operations } from '../generated/api.ts'

export const findOrder = {
  key: 'find_order',
  noun: 'Order',
  display: { label: 'Find Order by Number', description: 'Finds an order by its number.' },
  operation: {
    perform: orderOf,
    inputFields: [...inputFieldsOf(operations.getOrder.path)],
    sample: orderSample,
    outputFields: [...orderFields],
  },
} satisfies Search

async function orderOf(z: ZObject, bundle: Bundle) {
  const order = await callOrMiss(z, bundle, 'getOrder', { path: { number: textOf(bundle.inputData['number']) } })
  return order === undefined ? [] : [orderShown(order)]
}
