import { z } from 'zod'
import { localTime } from '../../rules/interval.ts'
import { parseMoney } from '../../rules/money.ts'
import type { PayStatus } from '../../rules/order.ts'
import { type DraftLine, noTexts, type OrderDraft } from '../../rules/order-draft.ts'
import { defineFunction } from '../define.ts'
import { customerEmail, labelsOf, placedNumber, plainText, text } from '../order-fields.ts'

const commaList = z.string().trim().default('').transform(partsOf)

/** As documented, for the documents. */
const statusWords = ['Expected', 'Paid', 'Cancel', 'MoneyBack']
const confirmations = ['Yes', 'No', 'True', 'False', 'Confirmed']

/** As many as an import takes. */
const most = 1_000

/** In any case of letters (protocol section 7, «Statuses»). */
const statuses: Readonly<Record<string, PayStatus>> = {
  '': 'waiting',
  expected: 'waiting',
  paid: 'paid',
  cancel: 'cancel',
  moneyback: 'return',
}

/** What is kept with the order under its own name, as the order object has no place for it. */
const kept = [
  'customer_shipping_phone',
  'customer_billing_address_1',
  'customer_billing_address_2',
  'customer_billing_city',
  'customer_billing_state',
  'customer_billing_zip',
  'customer_billing_country_code',
  'order_sales_manager',
  'order_confirmed',
] as const

const input = z.looseObject({
  customer_email: customerEmail,
  product_names: z
    .string()
    .trim()
    .transform(partsOf)
    .refine((names) => names.some((name) => name !== ''))
    .meta({ title: 'Products', description: 'Names or numbers, with commas between them.' }),
  customer_first_name: text('First name', "The customer's."),
  customer_last_name: text('Last name', "The customer's."),
  customer_middle_name: text('Middle name', "The customer's."),
  customer_phone: text('Phone', 'In any form.'),
  order_ip: text('IP address', "The customer's."),
  customer_shipping: text('Address', 'Of delivery, first line.'),
  customer_shipping_address_1: text('Address', 'Another name of `customer_shipping`.'),
  customer_shipping_address_2: text('Address, second line', 'Of delivery.'),
  customer_shipping_city: text('City', 'Of delivery.'),
  customer_shipping_state: text('Region', 'Of delivery.'),
  customer_shipping_zip: text('Postal code', 'Of delivery.'),
  customer_shipping_country_code: text('Country', 'Of delivery, as an ISO 3166 code.'),
  customer_shipping_phone: text('Phone for delivery', 'In any form.'),
  customer_billing_address_1: text('Address of the payer', 'First line.'),
  customer_billing_address_2: text('Address of the payer, second line', 'Second line.'),
  customer_billing_city: text('City of the payer', 'Its name.'),
  customer_billing_state: text('Region of the payer', 'Its name.'),
  customer_billing_zip: text('Postal code of the payer', 'In any form.'),
  customer_billing_country_code: text('Country of the payer', 'As an ISO 3166 code.'),
  product_prices: commaList.meta({
    title: 'Prices',
    description: 'In the order of the products, with commas; empty: as set for the product.',
  }),
  order_status: plainText
    .toLowerCase()
    .refine((status) => Object.hasOwn(statuses, status))
    .default('')
    .meta({
      title: 'Status',
      description: '`Expected` (if left out), `Paid`, `Cancel` or `MoneyBack`.',
      enum: statusWords,
    }),
  // In the vendor's page the last word begins with a Cyrillic letter: both are taken.
  order_confirmed: plainText
    .regex(/^(?:yes|no|true|false|[cс]onfirmed|)$/iu)
    .default('')
    .meta({ title: 'Confirmed', description: '`Yes`, `No`, `True`, `False` or `Confirmed`.', enum: confirmations }),
  order_created_at: text('Created', '`30.01.2020 04:22:16`, `01/30/2020 04:22:16` or `2020-01-30 04:22:16`.'),
  order_paid_at: text('Paid at', 'In one of the same forms.'),
  order_tag: text('Tag', 'A free label.'),
  note: text('Comment', 'On the order.'),
  order_sales_manager: text('Sales manager', "An employee's id."),
  payment_method: text('Way of payment', '`PayPal` or `Stripe`.'),
  coupon: text('Coupon', 'Its id, as getcoupons gives it, or its code.'),
  affiliates: commaList
    .refine((logins) => logins.length <= most)
    .meta({ title: 'Partners', description: 'Logins with commas between them, level 1 first.' }),
  utm_medium: text('UTM medium', 'A label.'),
  utm_source: text('UTM source', 'A label.'),
  utm_campaign: text('UTM campaign', 'A label.'),
  utm_content: text('UTM content', 'A label.'),
  utm_term: text('UTM term', 'A label.'),
})

type Input = z.output<typeof input>

/** Takes an order in any state (protocol section 10.1). One that is sent again within ten minutes is the same order. */
export const createorder = defineFunction({
  name: 'createorder',
  title: 'Create an order',
  kind: 'write',
  input,
  // They tell one call from another: see docs/decisions/0006-retried-calls-of-api-2.md.
  further: /^(?!hash$|rpsKey$)[A-Za-z]/,
  output: z.strictObject({ bill_id: placedNumber }),
  errors: ['wrongEmail', 'missingProducts', 'productNotFound', 'missingDeliveryData', 'orderNotCreated'],
  faults: { customer_email: 'wrongEmail', product_names: 'missingProducts' },
  sample: {
    input: { customer_email: 'anna@example.com', product_names: 'course,ebook', order_status: 'Paid' },
    output: { bill_id: 258_367 },
  },
  async run({ store, shop, clock }, given, refuse) {
    const times = timesOf(given, clock(), shop.timeZone) ?? refuse('wrongData')
    const lines = linesOf(given) ?? refuse('wrongData')
    const placed = await store.orders
      .place({ ...draftOf(given, shop.language), ...times, lines })
      .catch((cause: unknown) => refuse('orderNotCreated', { cause }))
    if (placed.outcome === 'unknownProduct') {
      return refuse('productNotFound', { result: { good_name: placed.product } })
    }
    if (placed.outcome === 'tooMuch') return refuse('wrongData')
    return placed.outcome === 'noDelivery' ? refuse('missingDeliveryData') : { bill_id: placed.number }
  },
})

/** Undefined where a time is none. */
function timesOf(given: Input, now: number, timeZone: string): Pick<OrderDraft, 'created' | 'paid'> | undefined {
  const created = given.order_created_at === '' ? now : localTime(given.order_created_at, timeZone)
  const paid = given.order_paid_at === '' ? created : localTime(given.order_paid_at, timeZone)
  return created === undefined || paid === undefined ? undefined : { created, paid }
}

/** `language`: of the shop, an IETF tag. */
function draftOf(given: Input, language: string): Omit<OrderDraft, 'created' | 'paid' | 'lines'> {
  const { utm, affiliate } = labelsOf(given)
  const partners = given.affiliates.filter((login) => login !== '')
  const address = [given.customer_shipping || given.customer_shipping_address_1, given.customer_shipping_address_2]
  return {
    email: given.customer_email,
    texts: {
      ...noTexts,
      first_name: given.customer_first_name,
      last_name: given.customer_last_name,
      middle_name: given.customer_middle_name,
      phone: given.customer_phone,
      city: given.customer_shipping_city,
      country: countryName(given.customer_shipping_country_code, language),
      address: address.filter((line) => line !== '').join(', '),
      region: given.customer_shipping_state,
      postalcode: given.customer_shipping_zip,
      payway: given.payment_method,
      comment: given.note,
      tag: given.order_tag,
      kupon: given.coupon,
    },
    utm,
    extra: extraOf(given),
    partners: partners.length > 0 || affiliate === undefined ? partners : [affiliate],
    timer: 'product',
    pay_status: statuses[given.order_status] ?? 'waiting',
    couponByNumber: true,
    repeats: { retryKey: JSON.stringify(given, mapsAsLists) },
  }
}

/** Undefined where a price is none or for no product, or there are too many of them. */
function linesOf({ product_names, product_prices }: Input): readonly DraftLine[] | undefined {
  if (product_names.length > most || product_prices.length > most) return undefined
  const lines: DraftLine[] = []
  for (let index = 0; index < Math.max(product_names.length, product_prices.length); index++) {
    const [product = '', price = ''] = [product_names[index], product_prices[index]]
    const sumMinor = price === '' ? undefined : parseMoney(price)
    if (price !== '' && (sumMinor === undefined || product === '')) return undefined
    // A comma at the end, or two together.
    if (product !== '') lines.push({ product, sumMinor })
  }
  return lines
}

function extraOf(given: Input): Readonly<Record<string, string>> {
  const extra: Record<string, string> = given.order_ip === '' ? {} : { ip: given.order_ip }
  for (const name of kept) if (given[name] !== '') extra[name] = given[name]
  return extra
}

/** In a language; a code that no country has is kept as it is. */
function countryName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(code.toUpperCase()) ?? code
  } catch {
    return code
  }
}

/** Fields with parts would all look alike in JSON. */
function mapsAsLists(_name: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value
}

function partsOf(list: string): string[] {
  return list === '' ? [] : list.split(',').map((part) => part.trim())
}
