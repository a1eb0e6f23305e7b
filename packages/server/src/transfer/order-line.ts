/** The import format: an order as one line of JSON (`docs/using/import-format.md`). Reading accepts more than writing. */
import { isEmailAddress } from '../rules/email.ts'
import { writeInstant } from '../rules/instant.ts'
import { largestSum, writeMoney } from '../rules/money.ts'
import { orderTexts, payStatuses, totalOf, utmLabels, type Order, type PayStatus, type Utm } from '../rules/order.ts'
import {
  FieldError,
  readFields,
  readFlag,
  readInstant,
  readList,
  readNumber,
  readOptionalList,
  readRequiredText,
  readText,
  type Fields,
} from './fields.ts'
import { readExtra, readItem, readPayment, writeItem, writePayment } from './order-parts.ts'

const orderFields: ReadonlySet<string> = new Set([
  'number',
  'email',
  'pay_status',
  'created',
  'paid',
  ...orderTexts,
  'is_recurrent',
  'cancel_at',
  'sent_at',
  'rpo',
  'utm',
  'extra',
  'items',
  'payments',
])
const utmFields: ReadonlySet<string> = new Set(utmLabels)
const noUtm: Utm = { medium: '', source: '', campaign: '', content: '', term: '' }

/** Throws FieldError, whose message names the field at fault and what it should be. */
export function parseOrderLine(line: string): Order {
  const fields = readFields(parseJson(line), orderFields, '')
  const text = (name: string): string => readText(fields, name, '')
  return {
    number: readNumber(fields, 'number', ''),
    email: readEmail(fields),
    pay_status: readPayStatus(fields),
    created: readInstant(fields, 'created', ''),
    paid: readInstantOrNull(fields, 'paid'),
    cancel_at: readCancelAt(fields),
    sent_at: readInstantOrNull(fields, 'sent_at'),
    rpo: text('rpo'),
    is_recurrent: readFlag(fields, 'is_recurrent', ''),
    first_name: text('first_name'),
    last_name: text('last_name'),
    middle_name: text('middle_name'),
    phone: text('phone'),
    city: text('city'),
    country: text('country'),
    address: text('address'),
    region: text('region'),
    postalcode: text('postalcode'),
    payway: text('payway'),
    comment: text('comment'),
    domain: text('domain'),
    tag: text('tag'),
    kupon: text('kupon'),
    utm: fields['utm'] === undefined ? noUtm : readUtm(fields['utm']),
    extra: fields['extra'] === undefined ? {} : readExtra(fields['extra']),
    items: readItems(fields),
    payments: readOptionalList(fields, 'payments', '', readPayment),
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new FieldError('is not JSON', { cause })
  }
}

function readEmail(fields: Fields): string {
  const email = readRequiredText(fields, 'email', '')
  if (!isEmailAddress(email.trim())) throw new FieldError('email is not an e-mail address')
  return email
}

function readInstantOrNull(fields: Fields, name: string): number | null {
  const value = fields[name]
  return value === undefined || value === null ? null : readInstant(fields, name, '')
}

function readCancelAt(fields: Fields): number | null {
  const at = readInstantOrNull(fields, 'cancel_at')
  if (at !== null && fields['pay_status'] !== 'waiting')
    throw new FieldError('cancel_at is only for an order that is waiting')
  return at
}

function readPayStatus(fields: Fields): PayStatus {
  const status = payStatuses.find((known) => known === fields['pay_status'])
  if (status === undefined) throw new FieldError(`pay_status must be one of ${payStatuses.join(', ')}`)
  return status
}

function readItems(fields: Fields): Order['items'] {
  const items = readList(fields, 'items', readItem)
  if (totalOf({ items }) > largestSum) throw new FieldError(`items cost more than ${writeMoney(largestSum)} together`)
  return items
}

function readUtm(value: unknown): Utm {
  const fields = readFields(value, utmFields, 'utm.')
  const label = (name: string): string => readText(fields, name, 'utm.')
  return {
    medium: label('medium'),
    source: label('source'),
    campaign: label('campaign'),
    content: label('content'),
    term: label('term'),
  }
}

/** Writes an order so that equal orders give equal bytes: fields in a fixed order, empty ones left out, no line end. */
export function writeOrderLine(order: Order): string {
  const line: Record<string, unknown> = {
    number: order.number,
    email: order.email,
    pay_status: order.pay_status,
    created: writeInstant(order.created),
  }
  if (order.paid !== null) line['paid'] = writeInstant(order.paid)
  for (const name of orderTexts) if (order[name] !== '') line[name] = order[name]
  if (order.is_recurrent) line['is_recurrent'] = true
  if (order.cancel_at !== null) line['cancel_at'] = writeInstant(order.cancel_at)
  if (order.sent_at !== null) line['sent_at'] = writeInstant(order.sent_at)
  if (order.rpo !== '') line['rpo'] = order.rpo
  const utm = utmLabels.filter((label) => order.utm[label] !== '').map((label) => [label, order.utm[label]])
  if (utm.length > 0) line['utm'] = Object.fromEntries(utm)
  const extra = Object.entries(order.extra).toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (extra.length > 0) line['extra'] = Object.fromEntries(extra)
  line['items'] = order.items.map(writeItem)
  if (order.payments.length > 0) line['payments'] = order.payments.map(writePayment)
  return JSON.stringify(line)
}
