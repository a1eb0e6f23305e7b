/** What is sent for each step: signed calls of API 1.0, and createorder of API 2.0. */
import { formFrom, type PlainForm } from '@billkeep/wire/form-data.ts'
import { writeForm } from '@billkeep/wire/form.ts'
import { signRequest } from '@billkeep/wire/signature.ts'
import { writeMoney } from '../../src/rules/money.ts'
import type { PayStatus } from '../../src/rules/order.ts'
import type { StatusChange } from '../../src/rules/order-status.ts'
import type { Plan } from './history.ts'
import { key, login } from './shop.ts'

export interface Form {
  readonly functionName: string
  readonly body: string
}

export function creation(plan: Plan): Form {
  return plan.api === 1 ? signed('CreateOrder', createOrderFields(plan)) : withKey('createorder', createFields2(plan))
}

export function changeOf(number: number, change: StatusChange): Form {
  const isDated = change.to === 'paid' || change.to === 'sent'
  return signed('UpdateOrderStatus', {
    bill_id: number,
    status: change.to,
    date: isDated ? change.at / 1_000 : undefined,
    rpo: change.to === 'sent' ? change.rpo : undefined,
  })
}

export function deletionOf(number: number): Form {
  return signed('DeleteOrder', { bill_id: number })
}

function createOrderFields({ order }: Plan): PlainForm {
  return {
    bill_email: order.email,
    goods: order.items.map(({ name, sumMinor }) => ({ good_name: name, good_sum: writeMoney(sumMinor) })),
    bill_first_name: order.first_name,
    bill_surname: order.last_name,
    bill_phone: order.phone,
    bill_country: order.country,
    bill_city: order.city,
    bill_address: order.address,
    bill_comment: order.comment,
    bill_created: order.created / 1_000,
    bill_timer_kill: order.cancel_at === null ? false : order.cancel_at / 1_000,
    utm: { utm_medium: order.utm.medium },
  }
}

const statuses: Readonly<Record<PayStatus, string>> = {
  waiting: 'Expected',
  paid: 'Paid',
  cancel: 'Cancel',
  return: 'MoneyBack',
}

function createFields2({ order, payStatus, paidAt }: Plan): PlainForm {
  return {
    customer_email: order.email,
    customer_first_name: order.first_name,
    customer_last_name: order.last_name,
    customer_phone: order.phone,
    customer_shipping: order.address,
    customer_shipping_city: order.city,
    // Not a country's code, and so kept as it is.
    customer_shipping_country_code: order.country,
    product_names: order.items.map(({ name }) => name).join(','),
    product_prices: order.items.map(({ sumMinor }) => writeMoney(sumMinor)).join(','),
    order_status: statuses[payStatus],
    order_created_at: dayAndTime(order.created),
    order_paid_at: dayAndTime(paidAt),
    note: order.comment,
    utm_medium: order.utm.medium,
  }
}

/** The shop's time zone is UTC. */
function dayAndTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')
}

function signed(functionName: string, fields: PlainForm): Form {
  const query = writeForm(formFrom(fields))
  return { functionName, body: `${query}&hash=${signRequest(query, login, key)}` }
}

function withKey(functionName: string, fields: PlainForm): Form {
  return { functionName, body: `${writeForm(formFrom(fields))}&rpsKey=${key}` }
}
