import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseNames, placeOn } from '../../../test/databases.ts'
import { orderOf, putOrders, training } from '../../../test/orders.ts'
import { type Service, startService } from '../../../test/service.ts'
import { aliceOf, callV1, tokenFor } from '../../../test/v1.ts'

const day = (date: number): number => Date.UTC(2026, 0, date)
const anna = { email: 'anna@example.com' }
const sum = (sumMinor: number) => ({
  items: [
    { ...training, sumMinor },
    { ...training, sumMinor },
  ],
})

describe.each(databaseNames)('a customer, on %s', (database) => {
  let service: Service
  let token: string
  beforeAll(async () => {
    service = await startService({}, await placeOn(database))
    token = await tokenFor(service)
    const shop = await aliceOf(service)
    await putOrders(
      shop,
      orderOf({ number: 1, ...anna, created: day(3), ...sum(100) }),
      orderOf({ number: 2, email: 'ANNA@Example.com', created: day(5), first_name: 'Ann', ...sum(1_000) }),
      orderOf({ number: 3, ...anna, created: day(4), pay_status: 'return', ...sum(10) }),
      orderOf({ number: 4, ...anna, created: day(2), pay_status: 'waiting', paid: null, ...sum(1) }),
      orderOf({ number: 5, ...anna, created: day(9), ...sum(10_000) }),
      // More than are added up at a time.
      ...Array.from({ length: 1_200 }, (_, index) =>
        orderOf({ number: 1_000 + index, email: 'often@example.com', created: day(1) + index, ...sum(1) }),
      ),
    )
    await shop.orders.delete(5)
  })
  afterAll(async () => service.close())

  test('has totals by status, and the newest orders', async () => {
    const { status, json } = await callV1(service, { at: '/customers/Anna%40example.com?limit=2', token })
    expect(status).toBe(200)
    expect(json).toMatchObject({
      email: 'ANNA@Example.com',
      first_name: 'Ann',
      currency: 'RUB',
      totals: { orders: 4, amount: 2_222, paid_orders: 2, paid_amount: 2_200 },
      statuses: [
        { status: 'waiting', orders: 1, amount: 2 },
        { status: 'paid', orders: 2, amount: 2_200 },
        { status: 'returned', orders: 1, amount: 20 },
      ],
      first_order_at: '2026-01-02T00:00:00.000Z',
      last_order_at: '2026-01-05T00:00:00.000Z',
      orders: { data: [{ number: 2 }, { number: 3 }] },
    })
    const { orders } = json as { orders: { next_cursor: string } }
    const more = await callV1(service, { at: `/orders?email=anna%40example.com&cursor=${orders.next_cursor}`, token })
    expect(more.json).toMatchObject({ data: [{ number: 1 }, { number: 4 }], next_cursor: null })
  })

  test('may have ordered often', async () => {
    const { json } = await callV1(service, { at: '/customers/often%40example.com', token })
    expect(json).toMatchObject({
      totals: { orders: 1_200, amount: 2_400, paid_orders: 1_200, paid_amount: 2_400 },
      first_order_at: '2026-01-01T00:00:00.000Z',
      last_order_at: '2026-01-01T00:00:01.199Z',
      orders: { data: { length: 50, 0: { number: 2_199 } } },
    })
  })

  test('who has not ordered in this shop is not there', async () => {
    expect(await callV1(service, { at: '/customers/only%40bob.example', token })).toMatchObject({
      status: 404,
      json: { type: '/v1/problems/not-found', detail: 'There is no order of only@bob.example.' },
    })
    expect(await callV1(service, { at: '/customers/nobody', token })).toMatchObject({ status: 422 })
  })
})
