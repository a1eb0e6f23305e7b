import type { Bundle, Create, PlainInputField, ZObject } from 'zapier-platform-core'
import { call } from '../api/call.ts'
import { bodyOf, inputFieldsOf } from '../fields/input-fields.ts'
import { orderFields, orderSample, orderShown } from '../fields/order.ts'
import { chosenProduct } from '../fields/product.ts'
import { repeatHeaders, repeatKey } from '../fields/repeat-key.ts'
import { actionName } from '../fields/words.ts'
import { operations } from '../generated/api.ts'

const { title, body } = operations.createOrder

export const createOrder = {
  key: 'create_order',
  noun: 'Order',
  display: { label: actionName(title), description: 'Creates an order of one customer for one or more products.' },
  operation: {
    perform: created,
    inputFields: [
      ...inputFieldsOf(body).map(withProducts),
      repeatKey('order, such as the ID of the row that it comes from'),
    ],
    sample: orderSample,
    outputFields: [...orderFields],
  },
} satisfies Create

async function created(z: ZObject, bundle: Bundle) {
  const headers = repeatHeaders(z, bundle, 'create')
  return orderShown(await call(z, bundle, 'createOrder', { body: bodyOf(body, bundle.inputData), headers }))
}

/** People choose products from a list. */
function withProducts(field: PlainInputField): PlainInputField {
  if (field.key !== 'items' || field.children === undefined) return field
  const children = field.children.map((child) => (child.key === 'product' ? { ...child, ...chosenProduct } : child))
  return { ...field, children }
}
