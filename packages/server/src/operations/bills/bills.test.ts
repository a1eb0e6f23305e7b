import { expect, test } from 'vitest'
import { call, signed, testService } from '../../../test/service.ts'
import { callV1, tokenFor } from '../../../test/v1.ts'

test.each([
  ['buyer@example.com', undefined, ''],
  ['Buyer@Example.com', 'paid', 'paid'],
  ['анна@пример.рф', 'returned', 'return'],
  ['buyer@example.com', 'cancelled', 'cancel'],
  ['only@bob.example', undefined, ''],
])('the bills of %s (%s) are those of GetBills', async (email, status, payStatus) => {
  const service = await testService()
  const token = await tokenFor(service)
  const query = new URLSearchParams({ email, ...(status === undefined ? {} : { status }) })
  const { status: code, json } = await callV1(service, { at: `/bills?${query.toString()}`, token })
  expect(code).toBe(200)
  const body = signed({ email, ...(payStatus === '' ? {} : { pay_status: payStatus }) })
  const reply = await call(service, { body })
  const wire = { error_code: reply.code, error_text: reply.text, result: reply.result }
  expect(json).toMatchObject({ wire })
  const result = reply.result as Record<string, object>
  const { data } = json as { data: readonly { number: number; products: readonly { number: number }[] }[] }
  const numbers = data.map((bill) => [String(bill.number), bill.products.map(({ number }) => String(number))])
  expect(numbers).toEqual(Object.entries(result).map(([number, goods]) => [number, Object.keys(goods)]))
})

test('orders and products come by number, with what GetBills tells of a product', async () => {
  const service = await testService()
  const token = await tokenFor(service)
  expect(await callV1(service, { at: '/bills?email=buyer%40example.com', token })).toMatchObject({
    json: {
      data: [
        { number: 258_367, products: [{ number: 12_549, name: 'payment', title: 'payment for training' }] },
        {
          number: 258_368,
          products: [
            { number: 13_011, name: 'sales', title: 'sales in cinemas' },
            { number: 28_363, name: '222', title: '222 ways' },
          ],
        },
      ],
      wire: { error_code: 0, error_text: 'OK' },
    },
  })
})

test.each(['', 'email=nobody', 'email=a%40b.c&status=gone'])('?%s is refused', async (query) => {
  const service = await testService()
  const token = await tokenFor(service)
  expect(await callV1(service, { at: `/bills?${query}`, token })).toMatchObject({ status: 422 })
})
