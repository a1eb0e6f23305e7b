import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { databaseNames, placeOn } from '../../../test/databases.ts'
import { orderOf, putOrders, training } from '../../../test/orders.ts'
import { type Service, startService } from '../../../test/service.ts'
import { aliceOf, callV1, tokenFor } from '../../../test/v1.ts'

const answer = z.object({ data: z.array(z.object({ number: z.int() })), next_cursor: z.string().nullable() })

const day = (date: number): number => Date.UTC(2026, 0, date)
const waiting = { pay_status: 'waiting', paid: null } as const

/** Beside those that a service begins with, which are of 2023. */
const orders = [
  orderOf({ number: 1, created: day(1), paid: day(9), email: 'Anna@Example.com', tag: 'a' }),
  orderOf({
    number: 2,
    created: day(2),
    ...waiting,
    last_name: 'Ёлкина',
    items: [{ ...training, product: 7, name: 'x' }],
  }),
  orderOf({ number: 3, created: day(3), paid: day(8), pay_status: 'return', phone: '+7 (900) 123-45-67', tag: 'b' }),
  orderOf({ number: 4, created: day(4), ...waiting, email: 'anna@example.com' }),
]

describe.each(databaseNames)('on %s', (database) => {
  let service: Service
  let token: string
  beforeAll(async () => {
    service = await startService({}, await placeOn(database))
    token = await tokenFor(service)
    const shop = await aliceOf(service)
    await putOrders(shop, ...orders)
    await shop.orders.delete(4)
  })
  afterAll(async () => service.close())

  async function page(query: string): Promise<z.infer<typeof answer>> {
    const { json } = await callV1(service, { at: `/orders?${query}`, token })
    return answer.parse(json)
  }

  async function numbers(query: string): Promise<readonly number[]> {
    return (await page(query)).data.map(({ number }) => number)
  }

  test.each([
    ['', [3, 2, 1, 258_369, 258_368, 258_367]],
    ['email=ANNA%40example.com', [1]],
    ['email=nobody%40example.com', []],
    ['status=waiting', [2, 258_368]],
    ['status=returned&status=waiting', [3, 2, 258_369, 258_368]],
    ['product=7', [2]],
    ['product=x', [2]],
    ['tag=b', [3]],
    ['number=2', [2]],
    ['number=99', []],
    ['created_from=2026-01-02T00:00:00Z&created_until=2026-01-03T00:00:00Z', [2]],
    ['created_from=2026-01-02T03:00:00%2B03:00', [3, 2]],
    ['paid_from=2026-01-08T00:00:00Z&paid_until=2026-01-09T00:00:00Z', [3]],
    ['q=', [3, 2, 1, 258_369, 258_368, 258_367]],
    ['q=%D1%91%D0%BB%D0%BA%20ANN', [2]],
    ['q=9001234567', [3]],
    ['q=58367', [258_367]],
    ['q=nobody', []],
    ['deleted=true', [4]],
    ['deleted=true&email=anna%40example.com', [4]],
    ['deleted=true&status=paid', []],
    ['sort=number&status=paid', [1, 258_367]],
    ['sort=paid_at', [258_367, 258_369, 3, 1]],
    ['sort=-paid_at&created_from=2026-01-01T00:00:00Z', [1, 3]],
    ['status=paid&q=anna%20example&tag=a', [1]],
  ])('?%s', async (query, expected) => expect(await numbers(query)).toEqual(expected))

  test('an order is the one that getOrder gives', async () => {
    const { json } = await callV1(service, { at: '/orders?number=258367', token })
    const one = await callV1(service, { at: '/orders/258367', token })
    expect(json).toEqual({ data: [one.json], next_cursor: null })
  })

  test('pages follow one another', async () => {
    const first = await page('limit=4')
    const second = await page(`limit=4&cursor=${first.next_cursor}`)
    expect([...first.data, ...second.data].map(({ number }) => number)).toEqual(await numbers(''))
    expect(second.next_cursor).toBeNull()
  })

  test('no order of another shop is there', async () => {
    const other = await tokenFor(service, { login: 'Bob' })
    const { json } = await callV1(service, { at: '/orders', token: other })
    expect(answer.parse(json).data.map(({ number }) => number)).toEqual([1])
    const { next_cursor } = await page('limit=1')
    expect(await callV1(service, { at: `/orders?limit=1&cursor=${next_cursor}`, token: other })).toMatchObject({
      status: 422,
    })
  })

  test('a cursor of other filters is refused', async () => {
    const { next_cursor } = await page('limit=1')
    const reply = await callV1(service, { at: `/orders?limit=1&status=paid&cursor=${next_cursor}`, token })
    const detail = '«cursor» must be the «next_cursor» of the page before, with the other parameters as they were.'
    expect(reply).toMatchObject({ status: 422, json: { detail, errors: [{ in: 'query', field: 'cursor', detail }] } })
  })

  test.each([
    ['limit=0', 'limit', 'must be a whole number from 1 to 200'],
    ['limit=201', 'limit', 'must be a whole number from 1 to 200'],
    ['limit=1&limit=2', 'limit', 'can be given once only'],
    ['cursor=', 'cursor', 'must have at least 1 character'],
    [
      'cursor=made-up',
      'cursor',
      'must be the «next_cursor» of the page before, with the other parameters as they were',
    ],
    ['cursor=%00', '', undefined],
    ['email=nobody', 'email', 'must be an e-mail address'],
    ['number=0', 'number', 'must be a whole number from 1 on'],
    ['status=gone', 'status', 'must be one of "waiting", "paid", "cancelled", "returned"'],
    ['status=paid&status=gone', 'status', 'must be one of "waiting", "paid", "cancelled", "returned"'],
    ['created_from=yesterday', 'created_from', 'must be a time like 2026-01-31T18:00:00Z'],
    ['created_from=2026-01-31', 'created_from', 'must be a time like 2026-01-31T18:00:00Z'],
    ['deleted=true&deleted=false', 'deleted', 'can be given once only'],
    ['deleted=1', 'deleted', 'must be one of "true", "false"'],
    ['sort=email', 'sort', undefined],
    ['tag=', 'tag', 'must have at least 1 character'],
    [`q=${'x'.repeat(201)}`, 'q', 'must have at most 200 characters'],
  ])('?%s is refused', async (query, field, words) => {
    const reply = await callV1(service, { at: `/orders?${query}`, token })
    const detail = words === undefined ? {} : { detail: `«${field}» ${words}.` }
    expect(reply).toMatchObject({ status: 422, json: { errors: [{ in: 'query', field, ...detail }] } })
  })
})
