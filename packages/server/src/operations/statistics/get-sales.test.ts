import { expect, test } from 'vitest'
import { databaseNames, placeOn } from '../../../test/databases.ts'
import { orderOf, putOrders, training } from '../../../test/orders.ts'
import { startService } from '../../../test/service.ts'
import { largestSum } from '../../rules/money.ts'
import { tester } from '../../../test/tester.ts'
import { aliceOf, callV1, tokenFor } from '../../../test/v1.ts'

const apron = { ...training, product: 7, name: 'apron', title: 'Apron', sumMinor: 90_000 }
const course = { ...training, product: 8, name: 'course', title: 'Course', sumMinor: 200_000 }

test.each(databaseNames)('orders and money by day of the shop, product and status, on %s', async (name) => {
  const service = await startService({}, await placeOn(name))
  try {
    await service.store.shops.configure('alice', tester, { timeZone: 'America/New_York' })
    const shop = await aliceOf(service)
    // The night from 7 to 8 March 2026 is an hour shorter there.
    const at = (text: string): number => Date.parse(text)
    await putOrders(
      shop,
      orderOf({ number: 1, created: at('2026-03-07T04:59:59Z'), paid: null, pay_status: 'waiting', items: [apron] }),
      orderOf({
        number: 2,
        created: at('2026-03-07T05:00:00Z'),
        paid: at('2026-03-08T05:00:00Z'),
        items: [apron, course],
      }),
      orderOf({
        number: 3,
        created: at('2026-03-09T03:59:59Z'),
        paid: at('2026-03-09T04:00:00Z'),
        items: [{ ...course, title: 'New' }],
      }),
      orderOf({
        number: 4,
        created: at('2026-03-08T12:00:00Z'),
        paid: at('2026-03-08T12:00:00Z'),
        pay_status: 'return',
        items: [course],
      }),
      orderOf({ number: 5, created: at('2026-03-08T12:00:00Z'), paid: null, pay_status: 'waiting', items: [apron] }),
    )
    await shop.orders.delete(5)
    const token = await tokenFor(service)
    const { status, json } = await callV1(service, { at: '/statistics/sales?from=2026-03-07&until=2026-03-09', token })
    expect(status).toBe(200)
    expect(json).toEqual({
      time_zone: 'America/New_York',
      currency: 'RUB',
      totals: { orders: 3, amount: 690_000, paid_orders: 2, paid_amount: 490_000 },
      days: [
        { day: '2026-03-07', orders: 1, amount: 290_000, paid_orders: 0, paid_amount: 0 },
        { day: '2026-03-08', orders: 2, amount: 400_000, paid_orders: 1, paid_amount: 290_000 },
        { day: '2026-03-09', orders: 0, amount: 0, paid_orders: 1, paid_amount: 200_000 },
      ],
      products: [
        { product: 8, name: 'course', title: 'New', quantity: 2, amount: 400_000 },
        { product: 7, name: 'apron', title: 'Apron', quantity: 1, amount: 90_000 },
      ],
      statuses: [
        { status: 'paid', orders: 2, amount: 490_000 },
        { status: 'returned', orders: 1, amount: 200_000 },
      ],
    })
  } finally {
    await service.close()
  }
})

test('without bounds it is the last thirty days', async () => {
  const service = await startService()
  try {
    const { json } = await callV1(service, { at: '/statistics/sales', token: await tokenFor(service) })
    expect(json).toMatchObject({ days: { length: 30, 0: { day: '2025-12-03' }, 29: { day: '2026-01-01' } } })
  } finally {
    await service.close()
  }
})

test.each(databaseNames)('more money than whole numbers are exact of is added up all the same, on %s', async (name) => {
  const service = await startService({}, await placeOn(name))
  try {
    const shop = await aliceOf(service)
    const items = Array.from({ length: 1_000 }, () => ({ ...course, sumMinor: largestSum }))
    await putOrders(shop, orderOf({ number: 1, created: 5, paid: 5, items }))
    const { created, paid } = await shop.orders.sales({ from: 0, until: 9 })
    expect([created[0]?.sumMinor, paid[0]?.sumMinor]).toEqual([1_000 * largestSum, 1_000 * largestSum])
  } finally {
    await service.close()
  }
})

test('no day is before the year 0', async () => {
  const service = await startService()
  try {
    const token = await tokenFor(service)
    const { json } = await callV1(service, { at: '/statistics/sales?until=0000-01-02', token })
    expect(json).toMatchObject({ days: [{ day: '0000-01-01' }, { day: '0000-01-02' }] })
  } finally {
    await service.close()
  }
})

test.each([
  ['from=2026-02-01&until=2026-01-31', 'The first day comes after the last.'],
  ['from=2024-01-01&until=2026-01-01', 'That is 732 days; there can be 367.'],
  ['from=2026-02-30', '«from» must be a day like 2026-01-31.'],
  ['from=2026-01-01&from=2026-01-02', '«from» can be given once only.'],
])('?%s is refused', async (query, detail) => {
  const service = await startService()
  try {
    const token = await tokenFor(service)
    expect(await callV1(service, { at: `/statistics/sales?${query}`, token })).toMatchObject({
      status: 422,
      json: { errors: [{ in: 'query', field: 'from', detail }] },
    })
  } finally {
    await service.close()
  }
})
