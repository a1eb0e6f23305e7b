import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyOrder, orderOf } from '../../test/orders.ts'
import { parseOrderLine, writeOrderLine } from './order-line.ts'

const item = '{"product":1,"name":"a","title":"A","sum":"1.00","price":"1.00"}'
const dear = item.replace('"sum":"1.00"', '"sum":"99999999999.00"')
const line = (changes: string): string =>
  JSON.stringify({
    number: 1,
    email: 'a@b',
    pay_status: 'paid',
    created: 0,
    items: [JSON.parse(item)],
    ...(JSON.parse(changes) as object),
  })

describe('a line is refused with the field at fault', () => {
  test.for([
    ['', 'is not JSON'],
    ['{"number":1', 'is not JSON'],
    ['[]', 'is not an object'],
    ['null', 'is not an object'],
    ['1', 'is not an object'],
    ['{}', 'number is missing'],
    [line('{"number":"1"}'), 'number must be a whole number from 1'],
    [line('{"number":0}'), 'number must be a whole number from 1'],
    [line('{"number":1.5}'), 'number must be a whole number from 1'],
    // The shop would go on with it, and the APIs take fifteen.
    [line('{"number":100000000000000}'), 'number must be a whole number from 1, of at most 14 digits'],
    [line('{"email":""}'), 'email is missing'],
    [line('{"email":7}'), 'email must be a text'],
    [line('{"email":"a"}'), 'email is not an e-mail address'],
    [line('{"email":"a@b\\u0000"}'), 'email has a NUL character in it'],
    [line('{"email":"a@b","comment":"\\ud83d"}'), 'comment has half of a pair of surrogates in it'],
    [line('{"extra":{"a":"\\ude00"}}'), 'extra.a has half of a pair of surrogates in it'],
    [line('{"pay_status":"payed"}'), 'pay_status must be one of waiting, paid, cancel, return'],
    [line('{"created":"yesterday"}'), 'created must be a time with zone like "2026-01-31T18:00:00Z", or Unix seconds'],
    [
      line('{"created":1700000000000}'),
      'created must be a time with zone like "2026-01-31T18:00:00Z", or Unix seconds',
    ],
    [line('{"paid":false}'), 'paid must be a time with zone like "2026-01-31T18:00:00Z", or Unix seconds'],
    [line('{"comment":null}'), 'comment must be a text'],
    [line(`{"comment":"${'x'.repeat(10_001)}"}`), 'comment has more than 10,000 characters'],
    [line('{"is_recurrent":1}'), 'is_recurrent must be true or false'],
    [line('{"utm":"cpc"}'), 'utm must be an object'],
    [line('{"utm":{"utm_medium":"cpc"}}'), 'unknown field utm.utm_medium'],
    [line('{"adress":"x"}'), 'unknown field adress'],
    [line('{"__proto__":"x"}'), 'unknown field __proto__'],
    [line('{"items":{}}'), 'items must be a list'],
    [line('{"items":[]}'), 'items must have 1 to 1,000 entries'],
    [line('{"items":[7]}'), 'items[0] must be an object'],
    [line(`{"items":[${dear},${item}]}`), 'items cost more than 99999999999.99 together'],
    [line(`{"items":[${item},${item.replace('"1.00"', '1')}]}`), 'items[1].sum must be a sum in quotes like "1500.00"'],
    [line(`{"items":[${item.replace('"1.00"', '"-1.00"')}]}`), 'items[0].sum must be a sum in quotes like "1500.00"'],
    [line(`{"items":[${item.replace('"name":"a"', '"name":""')}]}`), 'items[0].name is missing'],
    [
      line(`{"items":[${item.replace('"product":1', '"product":-1')}]}`),
      'items[0].product must be a whole number from 1',
    ],
  ] as const)('%s → %s', ([text, message]) => expect(() => parseOrderLine(text)).toThrow(message))
})

test('the format is the documented one', () => {
  expect(writeOrderLine(orderOf())).toBe(
    '{"number":258367,"email":"buyer@example.com","pay_status":"paid","created":"2023-11-14T22:13:20Z",' +
      '"paid":"2023-11-14T23:13:20Z","first_name":"Anna","last_name":"Ivanova","phone":"+79000000000","payway":"manual",' +
      '"utm":{"medium":"cpc"},"items":[{"product":12549,"name":"payment","title":"payment for training",' +
      '"sum":"1500.00","price":"2000.00"}]}',
  )
})

test('times may be Unix seconds, and empty fields may be left out or written', () => {
  expect(parseOrderLine(line('{"created":1700000000,"paid":"1700003600","city":"","utm":{}}'))).toEqual(
    parseOrderLine(line('{"created":"2023-11-14T22:13:20Z","paid":"2023-11-15T02:13:20+03:00"}')),
  )
})

test('what is written reads back, and is written the same again', () => {
  fc.assert(
    fc.property(anyOrder, (order) => {
      const written = writeOrderLine(order)
      expect(parseOrderLine(written)).toEqual(order)
      expect(writeOrderLine(parseOrderLine(written))).toBe(written)
    }),
  )
})
