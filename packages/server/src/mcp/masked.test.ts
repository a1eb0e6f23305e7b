import { describe, expect, test } from 'vitest'
import { masked, maskedText } from './masked.ts'

describe('e-mail addresses in any text', () => {
  test.each([
    ['anna.smith@example.com', 'a***@example.com'],
    ['a@example.com', 'a***@example.com'],
    ['write to «anna@example.com», or <bob@пример.рф>', 'write to «a***@example.com», or <b***@пример.рф>'],
    ['анна+курс@пример.рф', 'а***@пример.рф'],
    ['no address', 'no address'],
    ['@', '@'],
    ['a@b@example.com', 'a***@b***@example.com'],
    ['at 5 @ the door', 'at 5 @ the door'],
    ['https://a.example/?email=anna%40example.com&x=1', 'https://a.example/?email=a***%40example.com&x=1'],
    ['anna＠example.com', 'a***＠example.com'],
    ['50 %, 7 % 40', '50 %, 7 % 40'],
  ])('%s', (text, shown) => {
    expect(maskedText(text)).toBe(shown)
  })

  test('are found in a long text, each character of which is looked at once', () => {
    expect(maskedText(`${'x'.repeat(500_000)}@y`)).toBe('x***@y')
    expect(maskedText('x'.repeat(500_000))).toHaveLength(500_000)
  })
})

test('what tells how to reach somebody is hidden, whatever it looks like; the rest stays', () => {
  const order = {
    number: 7,
    customer: { email: '"odd name"@example.com', phone: '9001234567', first_name: 'Anna' },
    delivery: { city: 'Paris', address: 'Long street 1', postal_code: '75001' },
    payment_page: 'http://alice.localhost/bill/7/secret/',
    attributes: { ip: '203.0.113.7', constructor: 'x' },
    comment: '',
    paid_at: null,
    items: [{ pincode: 'ABCD-1234' }, { pincode: null }],
    product: { name: 'course', notify: { paid: 'https://hooks.example/secret', created: null } },
  }
  expect(JSON.parse(masked(JSON.stringify(order)))).toEqual({
    number: 7,
    customer: { email: '"***@example.com', phone: '********67', first_name: 'Anna' },
    delivery: { city: 'Paris', address: '***', postal_code: '***' },
    payment_page: '***',
    attributes: { ip: '***', constructor: 'x' },
    comment: '',
    paid_at: null,
    items: [{ pincode: '***' }, { pincode: null }],
    product: { name: 'course' },
  })
})
