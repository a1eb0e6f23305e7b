import type { Bundle, Create, PlainInputField, ZObject } from 'zapier-platform-core'
import { call } from '../api/call.ts'
import { bodyOf, inputFieldsOf } from '../fields/input-fields.ts'
import { orderFields, orderSample, orderShown } from '../fields/order.ts'
import { chosenProduct } from '../fields/product.ts'
import { textOf } from '../fields/text-of.ts'
import { actionName } from '../fields/words.ts'
import { operations } from '../generated/api.ts'

const { title, body } = operations.createOrder

export const createOrder = {
  key: 'create_order',
  noun: 'Order',
  display: { label: actionName(title), description: 'Creates an order of one customer for one or more products.' },
  operation: {
    perform: created,
    inputFields: [...inputFieldsOf(body).map(withProducts), repeatKey()],
    sample: orderSample,
    outputFields: [...orderFields],
  },
} satisfies Create

async function created(z: ZObject, bundle: Bundle) {
  const key = textOf(bundle.inputData['repeat_key'])
  const headers = key === '' ? {} : { 'idempotency-key': headerOf(z, key) }
  return orderShown(await call(z, bundle, 'createOrder', { body: bodyOf(body, bundle.inputData), headers }))
}

/** What people take for it may be of any alphabet, and longer than a header takes. */
function headerOf(z: ZObject, key: string): string {
  const encoded = encodeURIComponent(key)
  return encoded.length <= 255 ? encoded : z.hash('sha256', key)
}

/** People choose products from a list. */
function withProducts(field: PlainInputField): PlainInputField {
  if (field.key !== 'items' || field.children === undefined) return field
  const children = field.children.map((child) => (child.key === 'product' ? { ...child, ...chosenProduct } : child))
  return { ...field, children }
}

function repeatKey(): PlainInputField {
  return {
    key: 'repeat_key',
    label: 'Repeat Key',
    type: 'string',
    required: false,
    helpText:
      'Something that is another for each order, such as the ID of the row that it comes from: when Zapier repeats the step ' +
      'with it within a day, no second order is made.',
  }
}
