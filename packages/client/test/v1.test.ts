/** API v1, against a real service. */
import { describe, expect, test } from 'vitest'
import { clientName } from '../../server/src/derive/client/client-name.ts'
import { describedOperations } from '../../server/src/derive/openapi/described-operation.ts'
import { orderOf, putOrders } from '../../server/test/orders.ts'
import { receiver } from '../../server/test/receiver.ts'
import { aliceOf } from '../../server/test/v1.ts'
import { Billkeep } from '../src/billkeep.ts'
import { HttpError, ProblemError } from '../src/errors.ts'
import type { List, Page } from '../src/list.ts'
import { clientOf, serviceOfNow, shopWithCourse, watched } from './shop.ts'

describe.each(describedOperations)('$name', (operation) => {
  const { name, method, at, input, sample, takesFile = false } = operation
  const { group, method: verb } = clientName(operation)

  test(`is v1.${group}.${verb}, and asks as its sample does`, async () => {
    const { fetch, asked } = watched(async () => Response.json({ data: [], next_cursor: null }))
    const billkeep = new Billkeep({ baseUrl: 'http://shop.example.com/@alice', token: 'billkeep_1_1_x', fetch })
    const path = Object.values(sample.path ?? {})
    const sent = input.query === undefined ? sample.body : sample.query
    const own = Reflect.get(billkeep.v1, group) as Record<string, (...args: readonly unknown[]) => Promise<unknown>>
    const call = own[verb]
    if (call === undefined) throw new Error(`There is no v1.${group}.${verb}.`)
    await call.call(own, ...path, ...(takesFile ? ['{}\n'] : []), ...(sent === undefined ? [] : [sent]))
    const [{ url, init } = { url: '', init: {} }] = asked
    const expected = at.replaceAll(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(String(sample.path?.[part])))
    expect(`${init.method} ${new URL(url).pathname}`).toBe(`${method} /v1${expected}`)
    expect(new Headers(init.headers).get('authorization')).toBe('Bearer billkeep_1_1_x')
    expect(new Headers(init.headers).has('idempotency-key')).toBe(method !== 'GET')
    const body = takesFile ? '{}\n' : sample.body === undefined ? undefined : JSON.stringify(sample.body)
    expect(init.body).toBe(body)
    expect(name).toContain(verb.slice(0, 3))
  })
})

describe('a list', () => {
  const many = 205

  async function shopWithOrders(options = {}) {
    const service = await serviceOfNow()
    const orders = Array.from({ length: many }, (_, index) =>
      orderOf({
        number: 1_001 + index,
        email: `buyer${index}@example.com`,
        tag: 'many',
        created: 1_700_000_000_000 + index,
      }),
    )
    await putOrders(await aliceOf(service), ...orders)
    return clientOf(service, options)
  }

  test('in a loop is every order once, a page at a time', async () => {
    const { fetch, asked } = watched()
    const billkeep = await shopWithOrders({ fetch })
    const numbers: number[] = []
    for await (const order of billkeep.v1.orders.list({ tag: 'many', sort: 'number', limit: 100 })) {
      numbers.push(order.number)
    }
    expect(numbers).toEqual(Array.from({ length: many }, (_, index) => 1_001 + index))
    expect(asked).toHaveLength(3)
    expect(asked.map(({ url }) => new URL(url).searchParams.get('tag'))).toEqual(['many', 'many', 'many'])
  })

  test('awaited is its first page, whose cursor gets the next', async () => {
    const billkeep = await shopWithOrders()
    const page = await billkeep.v1.orders.list({ tag: 'many', sort: 'number', limit: 200 })
    expect(page.data).toHaveLength(200)
    const next = await billkeep.v1.orders.list({ tag: 'many', sort: 'number', cursor: page.next_cursor ?? '' })
    expect(next.data.map(({ number }) => number)).toEqual([1_201, 1_202, 1_203, 1_204, 1_205])
    expect(next.next_cursor).toBeNull()
  })

  test('that is left early asks for no further page', async () => {
    const { fetch, asked } = watched()
    const billkeep = await shopWithOrders({ fetch })
    for await (const order of billkeep.v1.orders.list({ tag: 'many' })) if (order.number > 0) break
    expect(asked).toHaveLength(1)
    const lengths: number[] = []
    for await (const { data } of billkeep.v1.orders.list({ tag: 'many', limit: 150 }).pages()) lengths.push(data.length)
    expect(lengths).toEqual([150, 55])
  })

  test('takes dates, lists, and yes or no', async () => {
    const { fetch, asked } = watched()
    const billkeep = await shopWithOrders({ fetch })
    const list: List<{ readonly number: number }> = billkeep.v1.orders.list({
      created_from: new Date(1_700_000_000_100),
      created_until: '2023-11-14T22:13:20.103Z',
      status: ['paid', 'returned'],
      deleted: false,
      q: undefined,
    })
    const page: Page<{ readonly number: number }> = await list
    expect(page.data.map(({ number }) => number)).toEqual([1_103, 1_102, 1_101])
    expect(new URL(asked[0]?.url ?? '').search).toBe(
      '?created_from=2023-11-14T22%3A13%3A20.100Z&created_until=2023-11-14T22%3A13%3A20.103Z&status=paid&status=returned&deleted=false',
    )
  })
})

test('an order lives, and its timeline tells of it', async () => {
  const { billkeep } = await shopWithCourse()
  const { orders } = billkeep.v1
  const { number, total } = await orders.create({
    email: 'anna@example.com',
    items: [{ product: 'course' }],
    cancels_at: new Date(Date.now() + 3_600_000),
  })
  expect(total).toBe(200_000)
  expect(await orders.pay(number, { amount: 50_000 })).toMatchObject({ status: 'waiting', amount_due: 150_000 })
  expect(await orders.pay(number)).toMatchObject({ status: 'paid', amount_due: 0 })
  expect(await orders.update(number, { tag: 'INV-1' })).toMatchObject({ tag: 'INV-1' })
  expect(await orders.return(number)).toMatchObject({ status: 'returned' })
  expect(await orders.delete(number)).toBeUndefined()
  expect(await orders.restore(number)).toMatchObject({ number })
  expect((await orders.getTimeline(number)).data.length).toBeGreaterThan(4)
  expect(await billkeep.v1.customers.get('anna@example.com')).toMatchObject({ totals: { orders: 1 } })
  expect((await billkeep.v1.bills.get({ email: 'anna@example.com' })).data).toHaveLength(1)
})

test('an export comes as it is read', async () => {
  const billkeep = await clientOf(await serviceOfNow())
  const answer = await billkeep.v1.orders.export({ format: 'ndjson', email: 'buyer@example.com', sort: 'number' })
  expect(answer.headers.get('content-type')).toContain('application/x-ndjson')
  const lines = (await answer.text()).trimEnd().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { number: number }).number)).toEqual([258_367, 258_368])
})

test('what is exported can be imported', async () => {
  const service = await serviceOfNow()
  const billkeep = await clientOf(service)
  const file = await (await billkeep.v1.orders.export({ sort: 'number' })).blob()
  expect(await billkeep.v1.orders.import(file)).toMatchObject({ added: 0, same: 3 })
  const text = (await file.text()).replaceAll('"number":2583', '"number":9583')
  expect(await billkeep.v1.orders.import(`${text}not JSON\n`, { skip_bad: true })).toMatchObject({
    added: 3,
    rejected: 1,
  })
  await expect(billkeep.v1.orders.import('not JSON\n')).rejects.toMatchObject({ reason: 'invalid' })
})

test('a signal ends an export that is being read', async () => {
  const slow = await receiver((response) => response.write('{"number":1}\n'))
  const billkeep = new Billkeep({ baseUrl: slow.url, token: 'billkeep_1_1_x', timeoutMs: 5_000 })
  const visitor = new AbortController()
  const answer = await billkeep.v1.orders.export({}, { signal: visitor.signal })
  const told = answer.text().catch((error: unknown) => error)
  const reason = new Error('The visitor has left.')
  visitor.abort(reason)
  expect(await told).toBe(reason)
})

describe('a problem', () => {
  async function problemOf(call: Promise<unknown>): Promise<ProblemError> {
    const error = await call.catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ProblemError)
    expect(error).toBeInstanceOf(HttpError)
    return error as ProblemError
  }

  test('of fields names each of them', async () => {
    const { billkeep } = await shopWithCourse()
    const wrong = { email: 'nobody', items: [{ product: 'course', amuont: 1 }] }
    const problem = await problemOf(billkeep.v1.orders.create(wrong))
    expect(problem).toMatchObject({
      name: 'ProblemError',
      status: 422,
      reason: 'invalid',
      detail: '«email» must be an e-mail address.',
      message: '«email» must be an e-mail address. «items.0.amuont» is not known here. (422 invalid)',
      requestId: expect.stringMatching(/^[\da-f]{6}-\d+$/) as unknown,
    })
    expect(problem.errors.map(({ field }) => field)).toEqual(['email', 'items.0.amuont'])
  })

  test('tells what is not there, and what cannot be in this state', async () => {
    const billkeep = await clientOf(await serviceOfNow())
    expect(await problemOf(billkeep.v1.orders.get(1))).toMatchObject({
      reason: 'not-found',
      status: 404,
      detail: 'There is no order 1.',
    })
    expect(await problemOf(billkeep.v1.products.get('a/b ?'))).toMatchObject({
      reason: 'not-found',
      detail: 'There is no product «a/b ?».',
    })
    expect(await problemOf(billkeep.v1.orders.cancel(258_369))).toMatchObject({ reason: 'wrong-state', status: 409 })
  })

  test('tells of a token that is none, and of one that may not do this', async () => {
    const service = await serviceOfNow()
    const wrong = await clientOf(service, { token: 'billkeep_1_1_wrong' })
    expect(await problemOf(wrong.v1.orders.get(1))).toMatchObject({ reason: 'unauthenticated', status: 401 })
    const none = await clientOf(service, { token: undefined })
    await expect(none.v1.orders.list()).rejects.toThrow('API v1 needs the option «token»')
  })

  test('of too many calls says when there are new ones', async () => {
    const { fetch, asked } = watched()
    const billkeep = await clientOf(await serviceOfNow({ callsPerMinute: 2 }), { fetch })
    for (const number of [258_367, 258_368]) await billkeep.v1.orders.get(number)
    const problem = await problemOf(billkeep.v1.orders.get(258_369, { retries: 0 }))
    expect(problem).toMatchObject({ reason: 'rate-limited', status: 429 })
    expect(problem.retryAfterMs).toBeGreaterThan(0)
    expect(problem.retryAfterMs).toBeLessThanOrEqual(60_000)
    expect(asked).toHaveLength(3)
  })

  test('that is none is told of by its status', async () => {
    const proxy = watched(async () => new Response('<html>', { status: 418 }))
    const billkeep = await clientOf(await serviceOfNow(), { fetch: proxy.fetch })
    const error = await billkeep.v1.shop.get().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(HttpError)
    expect(error).not.toBeInstanceOf(ProblemError)
    expect(error).toMatchObject({ status: 418 })
  })
})
