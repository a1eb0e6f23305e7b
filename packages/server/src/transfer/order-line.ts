/** The import format: an order as one line of JSON (`docs/using/import-format.md`). Reading accepts more than writing. */
import { isEmailAddress } from '../rules/email.ts'
import { writeInstant } from '../rules/instant.ts'
import { writeMoney } from '../rules/money.ts'
import {
  orderTexts,
  payStatuses,
  utmLabels,
  type Order,
  type OrderItem,
  type PayStatus,
  type Utm,
} from '../rules/order.ts'
import {
  FieldError,
  readFields,
  readFlag,
  readInstant,
  readList,
  readMoney,
  readNumber,
  readRequiredText,
  readText,
  type Fields,
} from './fields.ts'

const orderFields: ReadonlySet<string> = new Set([
  'number',
  'email',
  'pay_status',
  'created',
  'paid',
  ...orderTexts,
  'is_recurrent',
  'utm',
  'items',
])
const itemFields: ReadonlySet<string> = new Set(['product', 'name', 'title', 'sum', 'price'])
const utmFields: ReadonlySet<string> = new Set(utmLabels)
const noUtm: Utm = { medium: '', source: '', campaign: '', content: '', term: '' }

/** Throws FieldError, whose message names the field at fault and what it should be. */
export function parseOrderLine(line: string): Order {
  const fields = readFields(parseJson(line), orderFields, '')
  const text = (name: string): string => readText(fields, name, '')
  const { paid } = fields
  return {
    number: readNumber(fields, 'number', ''),
    email: readEmail(fields),
    pay_status: readPayStatus(fields),
    created: readInstant(fields, 'created', ''),
    paid: paid === undefined || paid === null ? null : readInstant(fields, 'paid', ''),
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
    items: readList(fields, 'items', readItem),
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

function readPayStatus(fields: Fields): PayStatus {
  const status = payStatuses.find((known) => known === fields['pay_status'])
  if (status === undefined) throw new FieldError(`pay_status must be one of ${payStatuses.join(', ')}`)
  return status
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

function readItem(value: unknown, path: string): OrderItem {
  const fields = readFields(value, itemFields, path)
  return {
    product: readNumber(fields, 'product', path),
    name: readRequiredText(fields, 'name', path),
    title: readText(fields, 'title', path),
    sumMinor: readMoney(fields, 'sum', path),
    priceMinor: readMoney(fields, 'price', path),
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
  const utm = utmLabels.filter((label) => order.utm[label] !== '').map((label) => [label, order.utm[label]])
  if (utm.length > 0) line['utm'] = Object.fromEntries(utm)
  line['items'] = order.items.map(writeItem)
  return JSON.stringify(line)
}

function writeItem({ product, name, title, sumMinor, priceMinor }: OrderItem): Record<string, unknown> {
  return { product, name, title, sum: writeMoney(sumMinor), price: writeMoney(priceMinor) }
}
