/** Checks an old-style notification that was received, and reads it (docs/using/notifications.md). */
import { bytesOf, textOf } from '@billkeep/wire/bytes.ts'
import { type FormTree, parseForm } from '@billkeep/wire/form.ts'
import { isEqualConstantTime, signNotification } from '@billkeep/wire/signature.ts'
import { ForgeryError } from './errors.ts'
import { checkUnparsed } from './received.ts'

export type NotificationEvent = 'created' | 'paid' | 'prepaid' | 'cancelled' | 'returned'

/** All texts as they were sent; money like `1500.00`, times in Unix seconds. What an event does not tell is ''. */
export interface OrderNotification {
  readonly event: NotificationEvent
  /** The order number. */
  readonly id: string
  readonly email: string
  /** When the order was created. */
  readonly created: string
  /** When it was paid; of `paid` only. */
  readonly paid: string
  /** Of `paid`: what came in last. */
  readonly last_payment_sum: string
  /** Of `prepaid`: what came in. */
  readonly prepayment_sum: string
  readonly items: readonly NotifiedItem[]
  /** Everything that was sent, `utm` and `items` included. */
  readonly fields: NotificationFields
}

export interface NotifiedItem {
  /** The product's symbolic name. */
  readonly id: string
  readonly title: string
  /** What it costs in this order. */
  readonly sum: string
  /** What its settings asked for it. */
  readonly price: string
  /** What is handed out after payment; of `paid` and `prepaid` only. */
  readonly pincode: string
}

/** A form as PHP reads it: a list has its numbers as names. */
export interface NotificationFields {
  readonly [name: string]: string | NotificationFields
}

/**
 * What the shop tells: Billkeep or the old platform.
 * @throws ForgeryError for what is not from the shop
 */
export function verifyNotification(received: {
  /** The body as it arrived. */
  readonly body: string | Uint8Array
  /** The shop's API key. */
  readonly key: string
}): OrderNotification {
  const { body, key } = received
  checkUnparsed(body)
  const form = parseForm(typeof body === 'string' ? bytesOf(body) : latin1(body))
  const text = (name: string): string => leaf(form.get(name))
  if (text('id') === '' || text('hash') === '') {
    throw new ForgeryError('incomplete', 'This is no notification: it has no «id» or no «hash».')
  }
  const event = eventIn(form)
  const time = text(signedTime[event])
  // Without it, the hash of a «returned» would fit a «paid» that never was.
  if (event === 'paid' && time === '') throw new ForgeryError('incomplete', 'This notification has no time of payment.')
  const expected = signNotification({ id: text('id'), email: text('email'), time }, key.trim())
  if (!isEqualConstantTime(expected, text('hash').toLowerCase())) {
    throw new ForgeryError('wrong signature', 'This notification is not from the shop: wrong key, or forged.')
  }
  const fields = fieldsOf(form)
  return {
    event,
    id: textIn(fields, 'id'),
    email: textIn(fields, 'email'),
    created: textIn(fields, 'created'),
    paid: textIn(fields, 'paid'),
    last_payment_sum: textIn(fields, 'last_payment_sum'),
    prepayment_sum: textIn(fields, 'prepayment_sum'),
    items: partsOf(fields['items']).map((item) => ({
      id: textIn(item, 'id'),
      title: textIn(item, 'title'),
      sum: textIn(item, 'sum'),
      price: textIn(item, 'price'),
      pincode: textIn(item, 'pincode'),
    })),
    fields,
  }
}

/** The hash of the last two is documented with the time of payment, which they do not have: it counts as ''. */
const signedTime: Readonly<Record<NotificationEvent, 'created' | 'paid'>> = {
  created: 'created',
  cancelled: 'created',
  paid: 'paid',
  prepaid: 'paid',
  returned: 'paid',
}

const statuses: ReadonlyMap<string, NotificationEvent> = new Map([
  ['new_order', 'created'],
  ['cancel_order', 'cancelled'],
  ['moneyback', 'returned'],
])

function eventIn(form: FormTree): NotificationEvent {
  return statuses.get(leaf(form.get('status'))) ?? (form.has('prepayment_sum') ? 'prepaid' : 'paid')
}

/** Still bytes, as the hash is over bytes. */
function leaf(value: string | FormTree | undefined): string {
  return typeof value === 'string' ? value : ''
}

function fieldsOf(form: FormTree): NotificationFields {
  return Object.fromEntries(
    [...form].map(
      ([name, value]) => [readable(name), typeof value === 'string' ? readable(value) : fieldsOf(value)] as const,
    ),
  )
}

function readable(bytes: string): string {
  return textOf(bytes) ?? bytes
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

function partsOf(value: NotificationFields[string] | undefined): readonly NotificationFields[] {
  return typeof value === 'object' ? Object.values(value).filter((part) => typeof part === 'object') : []
}

function textIn(fields: NotificationFields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}
