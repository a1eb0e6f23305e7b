import { expect, test } from 'vitest'
import { orderOf, training } from '../../test/orders.ts'
import { type Notification, notifications } from '../rules/notification.ts'
import { notificationBody } from './notification.ts'

const key = 'demo-key-#1=[%]-0123456789abcdef'
const partners = [{ level: 1, partner: 7, name: 'bob', feeMinor: 15_000 }]
const order = orderOf({
  comment: 'soon & "now"',
  tag: 'spring',
  kupon: 'HALF',
  items: [{ ...training, pincode: 'A-1', partners }],
  payments: [{ sumMinor: 50_000, at: 1, payway: '' }],
})

const bodyOf = (notification: Notification, changes = {}): URLSearchParams =>
  new URLSearchParams(
    notificationBody({ event: { order: { ...order, ...changes } }, notification, key, token: 'f'.repeat(32) }),
  )

const utm = ['medium', 'source', 'campaign', 'content', 'term'].map((label) => `utm[${label}]`)
const item = ['id', 'title', 'sum', 'price'].map((name) => `items[0][${name}]`)
const sold = [
  ...item,
  'items[0][pincode]',
  ...['lvl', 'id', 'name', 'fee'].map((name) => `items[0][partners][0][partner_${name}]`),
]
const who = ['id', 'first_name', 'last_name', 'middle_name', 'email', 'phone', 'city', 'country']
const where = ['region', 'postalcode', 'created']

/** The table of protocol section 11. */
const keys: Record<Notification, readonly string[]> = {
  created: [
    'status',
    ...who,
    'address',
    ...where,
    'comment',
    'tag',
    'kupon',
    'coupon',
    'domain',
    'link',
    ...utm,
    ...item,
  ],
  paid: [
    ...who,
    'address',
    ...where,
    'paid',
    'last_payment_sum',
    'comment',
    'tag',
    'kupon',
    'coupon',
    'type',
    'payway',
    'domain',
    'is_recurrent',
    ...utm,
    ...sold,
  ],
  prepaid: [
    ...who,
    ...where,
    'prepayment_sum',
    'tag',
    'kupon',
    'coupon',
    'domain',
    'link',
    'is_recurrent',
    ...utm,
    ...sold,
  ],
  cancelled: ['status', ...who, ...where, 'comment', ...utm, ...item],
  returned: ['status', ...who, ...where, 'comment', 'is_recurrent', ...utm, ...item],
}

/** Vectors of protocol section 15. */
const hashes: Record<Notification, string> = {
  created: '039753522055ab4b81be0f4d8eb68acd',
  cancelled: '039753522055ab4b81be0f4d8eb68acd',
  paid: 'dcc63d62793a1de473d18199a164804f',
  prepaid: '0139f0a790cd32a0b71d555840cf8e22',
  returned: '0139f0a790cd32a0b71d555840cf8e22',
}

test.each(notifications)('%s has the documented keys and hash', (notification) => {
  const body = bodyOf(notification)
  expect([...body.keys()]).toEqual([...keys[notification], 'hash'])
  expect(body.get('hash')).toBe(hashes[notification])
})

test('says the documented words', () => {
  expect(notifications.map((name) => bodyOf(name).get('status'))).toEqual([
    'new_order',
    null,
    null,
    'cancel_order',
    'moneyback',
  ])
})

test('says what an order is in the form of the wire', () => {
  expect(Object.fromEntries(bodyOf('paid'))).toMatchObject({
    id: '258367',
    created: '1700000000',
    paid: '1700003600',
    last_payment_sum: '500.00',
    comment: 'soon & "now"',
    coupon: 'HALF',
    kupon: 'HALF',
    type: 'digital',
    payway: 'manual',
    is_recurrent: '0',
    city: '',
    'items[0][id]': 'payment',
    'items[0][sum]': '1500.00',
    'items[0][pincode]': 'A-1',
    'items[0][partners][0][partner_fee]': '150.00',
  })
  expect(bodyOf('created').get('link')).toBe(`/bill/258367/${'f'.repeat(32)}/`)
  expect(bodyOf('prepaid', { domain: 'shop.example.com' }).get('link')).toMatch('http://shop.example.com/bill/258367/')
})

test('takes the whole order for the last payment where none is known', () => {
  expect(bodyOf('paid', { payments: [] }).get('last_payment_sum')).toBe('1500.00')
})
