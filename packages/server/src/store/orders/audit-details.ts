/** What the audit says of an order: nothing about the customer, as what is to be forgotten cannot be taken out of it. */
import { type Order, totalOf } from '../../rules/order.ts'
import { changesBetween, fieldsOf } from '../audit/fields.ts'

export function createdDetails(order: Order): Readonly<Record<string, unknown>> {
  const { pay_status, kupon, items } = order
  return fieldsOf({ pay_status, sumMinor: totalOf(order), kupon, products: items.map(({ name }) => name) })
}

/** What a change of status or a payment altered. */
export function changedDetails(before: Order, after: Order): Readonly<Record<string, unknown>> {
  const payments = after.payments.slice(before.payments.length)
  return { ...changesBetween(stateOf(before), stateOf(after)), ...fieldsOf({ payments }) }
}

function stateOf({ pay_status, paid, cancel_at, sent_at }: Order) {
  return { pay_status, paid, cancel_at, sent_at }
}
