import type { Bundle, Create, PlainInputField, ZObject } from 'zapier-platform-core'
import { call } from '../api/call.ts'
import { bodyOf, inputFieldsOf } from '../fields/input-fields.ts'
import { orderFields, orderSample, orderShown } from '../fields/order.ts'
import { repeatHeaders, repeatKey } from '../fields/repeat-key.ts'
import { textOf } from '../fields/text-of.ts'
import { operations } from '../generated/api.ts'

/** What it becomes, and how. */
const changes = {
  paid: 'payOrder',
  cancelled: 'cancelOrder',
  returned: 'returnOrder',
  sent: 'sendOrder',
} as const

type Status = keyof typeof changes

const statuses: readonly PlainInputField[] = [
  ...inputFieldsOf(operations.payOrder.path),
  {
    key: 'status',
    label: 'Status',
    type: 'string',
    required: true,
    helpText: 'What it is to become.',
    altersDynamicFields: true,
    choices: Object.entries(changes).map(([value, name]) => ({ value, sample: value, label: operations[name].title })),
  },
]

export const updateOrderStatus = {
  key: 'update_order_status',
  noun: 'Order',
  display: {
    label: 'Update Order Status',
    description: 'Records that an order is paid, sent, returned or cancelled.',
  },
  operation: {
    perform: updated,
    inputFields: [
      ...statuses,
      repeatKey('change, such as the ID of the payment'),
      (_z: ZObject, bundle: Bundle) => detailsOf(bundle),
    ],
    sample: orderSample,
    outputFields: [...orderFields],
  },
} satisfies Create

async function updated(z: ZObject, bundle: Bundle) {
  const status = statusIn(bundle)
  if (status === undefined) {
    throw new z.errors.Error(`«Status» must be one of ${Object.keys(changes).join(', ')}.`, 'status', 422)
  }
  const name = changes[status]
  const { body: fields } = operations[name]
  const body = fields.length === 0 ? {} : { body: bodyOf(fields, bundle.inputData) }
  const number = textOf(bundle.inputData['number'])
  const headers = repeatHeaders(z, bundle, `${name} ${number}`)
  return orderShown(await call(z, bundle, name, { path: { number }, ...body, headers }))
}

/** What can be said of a payment is another than of a parcel. */
function detailsOf(bundle: Bundle): PlainInputField[] {
  const status = statusIn(bundle)
  return status === undefined ? [] : [...inputFieldsOf(operations[changes[status]].body)]
}

function statusIn({ inputData }: Bundle): Status | undefined {
  const { status } = inputData
  return Object.keys(changes).find((name): name is Status => name === status)
}
