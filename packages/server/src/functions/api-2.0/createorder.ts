import { z } from 'zod'
import { localTime } from '../../rules/interval.ts'
import { parseMoney } from '../../rules/money.ts'
import type { PayStatus } from '../../rules/order.ts'
import { type DraftLine, noTexts, type OrderDraft } from '../../rules/order-draft.ts'
import { defineFunction } from '../define.ts'
import { emailAddress } from '../fields.ts'
import { labelsOf, plainText, text } from '../order-fields.ts'

const commaList = plainText.default('').transform(partsOf)

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

const input = z
  .object({
    customer_email: emailAddress,
    product_names: commaList
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
      .meta({ title: 'Status', description: '`Expected` (if left out), `Paid`, `Cancel` or `MoneyBack`.' }),
    // In the vendor's page the last word begins with a Cyrillic letter: both are taken.
    order_confirmed: plainText
      .regex(/^(?:yes|no|true|false|[cс]onfirmed|)$/iu)
      .default('')
      .meta({ title: 'Confirmed', description: '`Yes`, `No`, `True`, `False` or `Confirmed`.' }),
    order_created_at: text('Created', '`30.01.2020 04:22:16`, `01/30/2020 04:22:16` or `2020-01-30 04:22:16`.'),
    order_paid_at: text('Paid at', 'In one of the same forms.'),
    order_tag: text('Tag', 'A free label.'),
    note: text('Comment', 'On the order.'),
    order_sales_manager: text('Sales manager', "An employee's id."),
    payment_method: text('Way of payment', '`PayPal` or `Stripe`.'),
    coupon: text('Coupon', 'Its id, as getcoupons gives it, or its code.'),
    affiliates: commaList.meta({ title: 'Partners', description: 'Logins with commas between them, level 1 first.' }),
    utm_medium: text('UTM medium', 'A label.'),
    utm_source: text('UTM source', 'A label.'),
    utm_campaign: text('UTM campaign', 'A label.'),
    utm_content: text('UTM content', 'A label.'),
    utm_term: text('UTM term', 'A label.'),
  })
  .refine(({ product_prices: prices }) => prices.every((price) => price === '' || parseMoney(price) !== undefined), {
    path: ['product_prices'],
  })

type Input = z.output<typeof input>

/** Takes an order in any state (protocol section 10.1). One that is sent again within ten minutes is the same order. */
export const createorder = defineFunction({
  name: 'createorder',
  title: 'Create an order (API 2.0)',
  kind: 'write',
  input,
  output: z.strictObject({ bill_id: z.number() }),
  errors: ['wrongEmail', 'missingProducts', 'productNotFound', 'missingDeliveryData', 'orderNotCreated'],
  faults: { customer_email: 'wrongEmail', product_names: 'missingProducts' },
  sample: {
    input: { customer_email: 'anna@example.com', product_names: 'course,ebook', order_status: 'Paid' },
    output: { bill_id: 258_367 },
  },
  async run({ store, shop, clock }, given, refuse) {
    const times = timesOf(given, clock(), shop.timeZone)
    if (times === undefined) return refuse('wrongData')
    const placed = await store.orders
      .place({ ...draftOf(given), ...times })
      .catch((cause: unknown) => refuse('orderNotCreated', { cause }))
    if (placed.outcome === 'unknownProduct') {
      return refuse('productNotFound', { result: { good_name: placed.product } })
    }
    return placed.outcome === 'noDelivery' ? refuse('missingDeliveryData') : { bill_id: placed.number }
  },
})

/** Undefined where a time is none. */
function timesOf(given: Input, now: number, timeZone: string): Pick<OrderDraft, 'created' | 'paid'> | undefined {
  const created = given.order_created_at === '' ? now : localTime(given.order_created_at, timeZone)
  const paid = given.order_paid_at === '' ? created : localTime(given.order_paid_at, timeZone)
  return created === undefined || paid === undefined ? undefined : { created, paid }
}

function draftOf(given: Input): Omit<OrderDraft, 'created' | 'paid'> {
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
      country: countryName(given.customer_shipping_country_code),
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
    lines: linesOf(given),
    partners: partners.length > 0 || affiliate === undefined ? partners : [affiliate],
    timer: 'product',
    pay_status: statuses[given.order_status] ?? 'waiting',
    couponByNumber: true,
    repeats: { retryKey: JSON.stringify(given) },
  }
}

function linesOf({ product_names, product_prices }: Input): readonly DraftLine[] {
  const lines = product_names.map((product, index) => {
    const price = product_prices[index] ?? ''
    return { product, sumMinor: price === '' ? undefined : parseMoney(price) }
  })
  return lines.filter(({ product }) => product !== '')
}

function extraOf(given: Input): Readonly<Record<string, string>> {
  const extra: Record<string, string> = given.order_ip === '' ? {} : { ip: given.order_ip }
  for (const name of kept) if (given[name] !== '') extra[name] = given[name]
  return extra
}

/** In English; a code that is none is kept as it is. */
function countryName(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }).of(code.toUpperCase()) ?? code
  } catch {
    return code
  }
}

function partsOf(list: string): string[] {
  return list === '' ? [] : list.split(',').map((part) => part.trim())
}
