import type { Bundle, Search, ZObject } from 'zapier-platform-core'
import { call } from '../api/call.ts'
import { inputFieldsOf } from '../fields/input-fields.ts'
import { orderFields, orderSample, orderShown } from '../fields/order.ts'
import { textOf } from '../fields/text-of.ts'
import { operations } from '../generated/api.ts'

const asked = operations.listOrders.query.filter(({ name }) => name === 'email' || name === 'status')

export const findOrders = {
  key: 'find_orders',
  noun: 'Order',
  display: {
    label: 'Find Orders by E-mail',
    description: "Finds a customer's orders, the newest first.",
  },
  operation: {
    perform: ordersOf,
    inputFields: inputFieldsOf(asked).map((field) => (field.key === 'email' ? { ...field, required: true } : field)),
    sample: orderSample,
    outputFields: [...orderFields],
  },
} satisfies Search

async function ordersOf(z: ZObject, bundle: Bundle) {
  const { email, status } = bundle.inputData
  const wanted = (Array.isArray(status) ? status : [status]).map(textOf).filter((one) => one !== '')
  const query = { email: textOf(email), status: wanted, limit: '100' }
  const { data } = await call(z, bundle, 'listOrders', { query })
  return data.map(orderShown)
}
