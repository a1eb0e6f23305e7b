/** What a form asks for, in either version of the API, or the number of the error that it is answered with. */
import type { PayStatus, Utm } from '../../src/rules/order.ts'
import { centsIn } from './money.ts'
import type { Asked } from './placing.ts'
import type { CreationForm, Labels, Sent } from './shop.ts'
import { localMs } from './zone.ts'

export function asked({ version, form }: Sent, now: number): Asked | number {
  return version === 1 ? askedIn1(form, now) : askedIn2(form, now)
}

function askedIn1(form: CreationForm, now: number): Asked | number {
  const text = (name: string): string => textOf(form[name])
  const email = text('bill_email')
  if (!isAddress(email)) return 600
  const goods = listOf(form['goods'])
  if (goods.length === 0) return 603
  const lines = goods.map((good) => lineOf(textOf(good['good_name']), textOf(good['good_sum'])))
  const known = lines.filter((line) => line !== undefined)
  const timer = timerOf(form['bill_timer_kill'])
  if (known.length < lines.length || timer === undefined) return 3
  const utm = utmOf(labelsOf(form['utm']))
  const created = text('bill_created')
  return {
    email,
    lines: known,
    texts: {
      ...noTexts,
      first_name: text('bill_first_name'),
      last_name: text('bill_surname'),
      middle_name: text('bill_otchestvo'),
      country: text('bill_country'),
      city: text('bill_city'),
      address: text('bill_address'),
      tag: text('bill_tag'),
      domain: text('bill_domain').replace('https://', '').replace('/', ''),
    },
    utm,
    coupon: text('bill_kupon') === '' ? text('bill_coupon') : text('bill_kupon'),
    couponMayBeNumber: false,
    partners: utm.medium === 'affiliate' ? [utm.source] : [],
    timer,
    created: created === '' ? now : Number(created) * 1_000,
    status: 'waiting',
    paid: undefined,
    said: undefined,
  }
}

function askedIn2(form: CreationForm, now: number): Asked | number {
  const text = (name: string): string => textOf(form[name])
  const email = text('customer_email')
  if (!isAddress(email)) return 600
  const names = text('product_names')
    .split(',')
    .map((name) => name.trim())
  if (names.every((name) => name === '')) return 603
  const prices = text('product_prices').split(',')
  // A name may be left out, where there is no price for it.
  const isPriceless = prices.some((price, index) => price !== '' && (names[index] ?? '') === '')
  const lines = names.map((name, index) => lineOf(name, prices[index] ?? ''))
  const known = lines.filter((line) => line !== undefined)
  const status = statuses[text('order_status').toLowerCase()]
  const created = text('order_created_at') === '' ? now : localMs(text('order_created_at'))
  if (known.length < lines.length || isPriceless || status === undefined) return 3
  return {
    email,
    lines: known.filter(({ product }) => product !== ''),
    texts: {
      ...noTexts,
      first_name: text('customer_first_name'),
      last_name: text('customer_last_name'),
      country: text('customer_shipping_country_code') === 'DE' ? 'Germany' : '',
      city: text('customer_shipping_city'),
      address: text('customer_shipping'),
      payway: text('payment_method'),
      tag: text('order_tag'),
    },
    utm: utmOf({}),
    coupon: text('coupon'),
    couponMayBeNumber: true,
    partners: text('affiliates').split(','),
    timer: 'product',
    created,
    status,
    paid: text('order_paid_at') === '' ? created : localMs(text('order_paid_at')),
    said: JSON.stringify(Object.entries(form).map(([name, value]) => [name, textOf(value)])),
  }
}

const statuses: Readonly<Record<string, PayStatus>> = {
  '': 'waiting',
  expected: 'waiting',
  paid: 'paid',
  cancel: 'cancel',
  moneyback: 'return',
}

const noTexts: Asked['texts'] = {
  first_name: '',
  last_name: '',
  middle_name: '',
  phone: '',
  country: '',
  city: '',
  address: '',
  region: '',
  postalcode: '',
  payway: '',
  comment: '',
  domain: '',
  tag: '',
}

/** Undefined where the sum is none. */
function lineOf(name: string, sum: string): Asked['lines'][number] | undefined {
  const cents = sum === '' ? undefined : centsIn(sum)
  return sum !== '' && cents === undefined ? undefined : { product: name, sum: cents }
}

/** Undefined where it is none. */
function timerOf(value: CreationForm[string]): Asked['timer'] | undefined {
  if (value === undefined || value === 'true') return 'product'
  if (value === 'false') return 'never'
  return /^\d+$/.test(textOf(value)) ? Number(value) * 1_000 : undefined
}

function isAddress(email: string): boolean {
  return /^[^@ ]+@[^@ ]+$/.test(email)
}

function utmOf(labels: Labels): Utm {
  const label = (name: string): string => labels[`utm_${name}`] ?? ''
  return {
    medium: label('medium'),
    source: label('source'),
    campaign: label('campaign'),
    content: label('content'),
    term: label('term'),
  }
}

/** Trimmed; left out is empty. */
function textOf(value: CreationForm[string]): string {
  return typeof value === 'string' ? value.trim() : ''
}

function listOf(value: CreationForm[string]): readonly Labels[] {
  return typeof value === 'object' && isList(value) ? value : []
}

function labelsOf(value: CreationForm[string]): Labels {
  return typeof value === 'object' && !isList(value) ? value : {}
}

function isList(value: Labels | readonly Labels[]): value is readonly Labels[] {
  return Array.isArray(value)
}
