import { expect } from 'vitest'
import { expectOrder } from '../../../test/expectations.ts'
import { draftOf, products, type Scenario } from '../../../test/scenario.ts'

const customer_email = 'anna@example.com'
const plain = { customer_email, product_names: 'course' }
const made = { code: 0, text: 'OK', result: { bill_id: 1 } }

export const scenarios: readonly Scenario[] = [
  {
    about: 'takes an order that waits for payment',
    given: products,
    form: plain,
    reply: made,
    after: expectOrder({ pay_status: 'waiting', created: Date.UTC(2026, 0, 1), paid: null }, ['order.created'], 1),
  },
  {
    about: 'takes everything that can be said of it',
    given: products,
    form: {
      ...plain,
      product_names: 'course, 2',
      product_prices: ',500.5',
      customer_first_name: 'Anna',
      customer_last_name: 'Ivanova',
      customer_middle_name: 'Petrovna',
      customer_phone: '1',
      order_ip: '203.0.113.7',
      customer_shipping: 'Main St. 1',
      customer_shipping_address_2: 'flat 2',
      customer_shipping_city: 'Riga',
      customer_shipping_state: 'Vidzeme',
      customer_shipping_zip: 'LV-1001',
      customer_shipping_country_code: 'lv',
      customer_billing_city: 'Tallinn',
      order_status: 'PAID',
      order_confirmed: 'Сonfirmed',
      order_created_at: '30.01.2020 04:22:16',
      order_paid_at: '2020-01-31 04:22:16',
      order_tag: 'spring',
      note: 'soon',
      order_sales_manager: '7',
      payment_method: 'Stripe',
      utm_medium: 'cpc',
    },
    reply: made,
    after: expectOrder(
      {
        first_name: 'Anna',
        address: 'Main St. 1, flat 2',
        country: 'Latvia',
        pay_status: 'paid',
        payway: 'Stripe',
        created: Date.UTC(2020, 0, 30, 4, 22, 16),
        paid: Date.UTC(2020, 0, 31, 4, 22, 16),
        payments: [{ sumMinor: 250_050, at: Date.UTC(2020, 0, 31, 4, 22, 16), payway: 'Stripe' }],
        extra: {
          ip: '203.0.113.7',
          customer_billing_city: 'Tallinn',
          order_sales_manager: '7',
          order_confirmed: 'Сonfirmed',
        },
        items: [expect.objectContaining({ sumMinor: 200_000 }), expect.objectContaining({ sumMinor: 50_050 })],
      },
      ['order.created', 'order.paid'],
      1,
    ),
  },
  {
    about: 'has the right places for what is said of the customer',
    given: products,
    form: {
      ...plain,
      customer_first_name: 'Anna',
      customer_last_name: 'Ivanova',
      customer_middle_name: 'Petrovna',
      customer_phone: '1',
      customer_shipping_address_1: 'Main St. 1',
      customer_shipping_city: 'Riga',
      customer_shipping_state: 'Vidzeme',
      customer_shipping_zip: 'LV-1001',
      customer_shipping_phone: '2',
      order_tag: 'spring',
      note: 'soon',
      utm_medium: 'a',
      utm_source: 'b',
      utm_campaign: 'c',
      utm_content: 'd',
      utm_term: 'e',
    },
    reply: made,
    after: expectOrder(
      {
        first_name: 'Anna',
        last_name: 'Ivanova',
        middle_name: 'Petrovna',
        phone: '1',
        address: 'Main St. 1',
        city: 'Riga',
        region: 'Vidzeme',
        postalcode: 'LV-1001',
        tag: 'spring',
        comment: 'soon',
        utm: { medium: 'a', source: 'b', campaign: 'c', content: 'd', term: 'e' },
        extra: { customer_shipping_phone: '2' },
      },
      ['order.created'],
      1,
    ),
  },
  ...(
    [
      ['a country that there is', 'de', 'Germany'],
      ['a code of no country', 'zx', 'zx'],
      ['what is no code', 'Atlantis (west)', 'Atlantis (west)'],
    ] as const
  ).map(([what, customer_shipping_country_code, country]): Scenario => ({
    about: `shows ${what} as ${country}`,
    given: products,
    form: { ...plain, customer_shipping_country_code },
    reply: made,
    after: expectOrder({ country }, ['order.created'], 1),
  })),
  {
    about: 'passes over empty names, and keeps prices with their products',
    given: products,
    form: { ...plain, product_names: 'course,,gift,', product_prices: '1,,2,,' },
    reply: made,
    after: expectOrder(
      {
        items: [
          expect.objectContaining({ name: 'course', sumMinor: 100 }),
          expect.objectContaining({ name: 'gift', sumMinor: 200 }),
        ],
      },
      ['order.created'],
      1,
    ),
  },
  {
    about: 'takes the same order twice if anything is said otherwise: there is no error 601',
    given: async (shop) => {
      await products(shop)
      await shop.orders.place(draftOf({ email: customer_email }))
    },
    form: plain,
    reply: { code: 0, result: { bill_id: 2 } },
  },
  ...(
    [
      ['01/30/2020 04:22:16', Date.UTC(2020, 0, 30, 4, 22, 16)],
      ['2019-07-30 04:22:16', Date.UTC(2019, 6, 30, 4, 22, 16)],
    ] as const
  ).map(([order_created_at, created]): Scenario => ({
    about: `takes ${order_created_at} for a time, at which it was paid too if nothing else is said`,
    given: products,
    form: { ...plain, order_created_at, order_status: 'paid', order_confirmed: 'confirmed' },
    reply: made,
    after: expectOrder({ created, paid: created }, ['order.created', 'order.paid'], 1),
  })),
  ...(
    [
      ['Expected', 'waiting', []],
      ['cancel', 'cancel', ['order.cancelled']],
      ['MoneyBack', 'return', ['order.paid', 'order.returned']],
    ] as const
  ).map(([order_status, pay_status, events]): Scenario => ({
    about: `takes an order as ${order_status}`,
    given: products,
    form: { ...plain, order_status },
    reply: made,
    after: expectOrder({ pay_status }, ['order.created', ...events], 1),
  })),
  {
    about: 'takes a coupon by its id, and partners by level',
    given: async (shop) => {
      await products(shop)
      const whole = { validFrom: null, validUntil: null, products: [], partner: null }
      await shop.coupons.add({ code: 'HALF', discount: { basisPoints: 5_000 }, ...whole })
      await shop.partners.add({ login: 'bob', basisPoints: 1_000, parent: null })
    },
    form: { ...plain, coupon: '1', affiliates: 'nobody, Bob, bob' },
    reply: made,
    after: expectOrder(
      {
        kupon: 'HALF',
        items: [
          expect.objectContaining({
            sumMinor: 100_000,
            partners: [{ level: 1, partner: 1, name: 'bob', feeMinor: 10_000 }],
          }),
        ],
      },
      ['order.created'],
      1,
    ),
  },
  { about: 'wants an address', given: products, form: { product_names: 'course' }, reply: { code: 600 } },
  { about: 'wants products', form: { customer_email, product_names: ' , ' }, reply: { code: 603 } },
  {
    about: 'names the product that the shop does not have',
    given: products,
    form: { ...plain, product_names: 'course,other' },
    reply: { code: 604, text: 'Product not exist', result: { good_name: 'other' } },
  },
  {
    about: 'takes no price without a product',
    given: products,
    form: { ...plain, product_prices: '5,6' },
    reply: { code: 3 },
  },
  {
    about: 'takes a thousand products at most',
    given: products,
    form: { ...plain, product_names: 'course,'.repeat(1_001) },
    reply: { code: 3 },
  },
  {
    about: 'takes no order that costs more than a sum can be',
    given: products,
    form: { ...plain, product_names: 'course,course', product_prices: '99999999999.99,0.01', order_status: 'Paid' },
    reply: { code: 3 },
  },
  {
    about: 'wants an address for a parcel',
    given: products,
    form: { ...plain, product_names: 'apron' },
    reply: { code: 605 },
  },
  ...Object.entries({
    order_status: 'Done',
    order_confirmed: 'perhaps',
    order_created_at: 'today',
    order_paid_at: '2020-01-31',
    product_prices: '-5',
    affiliates: ','.repeat(1_000),
  }).map(([name, value]): Scenario => ({
    about: `does not take ${name} as ${value.slice(0, 20)}`,
    given: products,
    form: { ...plain, [name]: value },
    reply: { code: 3, text: 'Wrong posted data', result: [] },
  })),
]
