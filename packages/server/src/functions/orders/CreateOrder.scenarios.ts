import { expect } from 'vitest'
import { expectOrder } from '../../../test/expectations.ts'
import { addProduct, products, type Scenario } from '../../../test/scenario.ts'

const bill_email = 'anna@example.com'
const course = [{ good_name: 'course' }]
const parcel = {
  bill_first_name: 'Anna',
  bill_surname: 'Ivanova',
  bill_country: 'Latvia',
  bill_city: 'Riga',
  bill_address: 'Main St. 1',
}
const made = { code: 0, text: 'OK', result: { bill_id: 1 } }
const now = Date.UTC(2026, 0, 1)
const created = ['order.created']

export const scenarios: readonly Scenario[] = [
  {
    about: 'takes an order with the price of the settings',
    given: products,
    form: { goods: course, bill_email },
    reply: made,
    after: expectOrder(
      {
        email: bill_email,
        pay_status: 'waiting',
        created: now,
        paid: null,
        payments: [],
        items: [
          {
            product: 1,
            name: 'course',
            title: 'The course',
            sumMinor: 200_000,
            priceMinor: 200_000,
            kind: 'digital',
            pincode: '',
            partners: [],
          },
        ],
      },
      created,
      1,
    ),
  },
  {
    about: 'takes everything that can be said of it',
    given: products,
    form: {
      goods: [{ good_name: 'course', good_sum: '1500.5' }, { good_name: '2' }],
      bill_email,
      ...parcel,
      bill_otchestvo: 'Petrovna',
      bill_phone: '+7 (900) 000-00-00',
      bill_region: 'Vidzeme',
      bill_postal_code: 'LV-1001',
      bill_tag: 'spring',
      bill_comment: 'soon',
      bill_ip: '203.0.113.7',
      bill_created: '1700000000',
      bill_domain: 'https://shop.example.com/',
      bill_timer_kill: '1700003600',
      utm: {
        utm_medium: 'cpc',
        utm_source: 'news',
        utm_campaign: 'c',
        utm_content: 'd',
        utm_term: 'e',
        aff_source: 'f',
      },
    },
    reply: made,
    after: expectOrder(
      {
        first_name: 'Anna',
        last_name: 'Ivanova',
        middle_name: 'Petrovna',
        phone: '+7 (900) 000-00-00',
        country: 'Latvia',
        region: 'Vidzeme',
        city: 'Riga',
        address: 'Main St. 1',
        postalcode: 'LV-1001',
        tag: 'spring',
        comment: 'soon',
        domain: 'shop.example.com',
        created: 1_700_000_000_000,
        cancel_at: 1_700_003_600_000,
        utm: { medium: 'cpc', source: 'news', campaign: 'c', content: 'd', term: 'e' },
        extra: { aff_source: 'f', ip: '203.0.113.7' },
      },
      created,
      1,
    ),
  },
  {
    about: 'takes nothing for a price',
    given: products,
    form: { goods: [{ good_name: 'gift', good_sum: '0' }], bill_email },
    reply: made,
    after: expectOrder({ items: [expect.objectContaining({ sumMinor: 0 })] }, created, 1),
  },
  {
    about: 'takes an empty sum and time for none, and trims what it finds products by',
    given: products,
    form: { goods: [{ good_name: ' course ', good_sum: ' ' }], bill_email: ` ${bill_email} `, bill_created: '' },
    reply: made,
    after: expectOrder(
      { email: bill_email, created: now, items: [expect.objectContaining({ sumMinor: 200_000 })] },
      created,
      1,
    ),
  },
  {
    about: 'takes goods in the order in which they were sent, and one twice',
    given: products,
    form: {
      goods: new Map([
        [9, { good_name: 'gift', good_sum: '1' }],
        [1, { good_name: 'course' }],
        [5, { good_name: 'gift', good_sum: '2' }],
      ]),
      bill_email,
    },
    reply: made,
    after: expectOrder(
      {
        items: [
          expect.objectContaining({ name: 'gift', sumMinor: 100 }),
          expect.objectContaining({ name: 'course' }),
          expect.objectContaining({ name: 'gift', sumMinor: 200 }),
        ],
      },
      created,
      1,
    ),
  },
  {
    about: 'keeps an unknown partner as plain labels',
    given: products,
    form: { goods: course, bill_email, utm: { utm_medium: 'affiliate', utm_source: 'nobody' } },
    reply: made,
    after: expectOrder(
      {
        utm: { medium: 'affiliate', source: 'nobody', campaign: '', content: '', term: '' },
        items: [expect.objectContaining({ partners: [] })],
      },
      created,
      1,
    ),
  },
  {
    about: 'passes over the older fields of partners, and what it does not know',
    given: products,
    form: { goods: course, bill_email, bill_aff: '1', bill_paff_name: 'x', bill_ad_id: ['2'], other: '3' },
    reply: made,
    after: expectOrder({ extra: {} }, created, 1),
  },
  {
    about: 'takes what placeholder clients send for an address',
    given: products,
    form: { goods: course, bill_email: '79990000000@from.form', bill_first_name: '-' },
    reply: made,
  },
  {
    about: 'gives the discount of a coupon in any case of letters, and its partner the credit',
    given: async (shop) => {
      await products(shop)
      const bob = await shop.partners.add({ login: 'bob', basisPoints: 1_000, parent: null })
      await shop.coupons.add({
        code: 'Spring',
        discount: { basisPoints: 2_500 },
        validFrom: null,
        validUntil: null,
        products: [1],
        partner: bob.number,
      })
    },
    form: { goods: [...course, { good_name: 'gift', good_sum: '5' }], bill_email, bill_coupon: 'sPRING' },
    reply: made,
    after: expectOrder(
      {
        kupon: 'Spring',
        items: [
          expect.objectContaining({
            sumMinor: 150_000,
            partners: [{ level: 1, partner: 1, name: 'bob', feeMinor: 15_000 }],
          }),
          expect.objectContaining({ sumMinor: 500, partners: [{ level: 1, partner: 1, name: 'bob', feeMinor: 50 }] }),
        ],
      },
      created,
      1,
    ),
  },
  {
    about: 'does without a coupon that is over',
    given: async (shop) => {
      await products(shop)
      const old = {
        code: 'OLD',
        discount: { sumMinor: 1 },
        validFrom: null,
        validUntil: now,
        products: [],
        partner: null,
      }
      await shop.coupons.add(old)
    },
    form: { goods: course, bill_email, bill_kupon: 'OLD' },
    reply: made,
    after: expectOrder({ kupon: '', extra: { refused_coupon: 'OLD' } }, created, 1),
  },
  {
    about: 'credits the partner of the labels, and who brought them',
    given: async (shop) => {
      await addProduct(shop, { name: 'course', fees: [null, { sumMinor: 0, basisPoints: 300 }] })
      const carol = await shop.partners.add({ login: 'carol', basisPoints: 500, parent: null })
      await shop.partners.add({ login: 'bob', basisPoints: 1_000, parent: carol.number })
    },
    form: { goods: course, bill_email, utm: { utm_medium: 'affiliate', utm_source: 'BOB' } },
    reply: made,
    after: expectOrder(
      {
        utm: { medium: 'affiliate', source: 'BOB', campaign: '', content: '', term: '' },
        items: [
          expect.objectContaining({
            partners: [
              { level: 1, partner: 2, name: 'bob', feeMinor: 20_000 },
              { level: 2, partner: 1, name: 'carol', feeMinor: 6_000 },
            ],
          }),
        ],
      },
      created,
      1,
    ),
  },
  ...(
    [
      ['as its products say, if nothing is said', {}, now + 3_600_000],
      ['as its products say, if that is said', { bill_timer_kill: 'true' }, now + 3_600_000],
      ['never, if that is said', { bill_timer_kill: '0' }, null],
      ['never, if nothing is written for it', { bill_timer_kill: '' }, null],
    ] as const
  ).map(([when, form, cancel_at]): Scenario => ({
    about: `cancels itself ${when}`,
    given: async (shop) => {
      await addProduct(shop, { name: 'course', timerMs: 3_600_000 })
      await addProduct(shop, { name: 'slow', timerMs: 7_200_000 })
    },
    form: { goods: [{ good_name: 'slow' }, ...course], bill_email, ...form },
    reply: made,
    after: expectOrder({ cancel_at }, created, 1),
  })),
]
