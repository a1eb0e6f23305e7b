import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { databaseNames, placeOn } from '../../../test/databases.ts'
import { addProduct, draftOf } from '../../../test/scenario.ts'
import { type Service, startService, testService } from '../../../test/service.ts'
import { aliceOf, callerOf, type CallerV1 } from '../../../test/v1.ts'
import { eventTypesToTell } from '../../rules/endpoint.ts'

/** For tests that leave nothing behind. */
let shared: Service
beforeAll(async () => {
  shared = await startService()
})
afterAll(() => shared.close())

const withToken = async (service: Service): Promise<CallerV1> => callerOf(service, ['webhooks:write'])
const url = 'https://crm.example.com/hooks'
const plain = {
  number: 1,
  url,
  description: '',
  types: null,
  enabled: true,
  disabled_reason: null,
  disabled_at: null,
  failing_since: null,
  previous_secret_until: null,
}

test('an endpoint is created, read, changed and deleted, and its secret is shown once', async () => {
  const call = await withToken(await testService())
  const made = await call({ at: '/webhook-endpoints', body: { url: ` ${url} ` } })
  expect(made).toMatchObject({ status: 201, json: plain })
  const { secret, ...shown } = made.json as { secret: string }
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/)
  expect((await call({ at: '/webhook-endpoints/1' })).json).toEqual(shown)
  expect((await call({ at: '/webhook-endpoints' })).json).toEqual({ data: [shown], next_cursor: null })
  const change = { method: 'PATCH', at: '/webhook-endpoints/1' }
  const body = { url: 'http://b.example/', description: 'CRM', types: ['product.updated', 'order.paid', 'order.paid'] }
  expect(await call({ ...change, body })).toMatchObject({
    status: 200,
    json: { ...body, types: ['order.paid', 'product.updated'] },
  })
  expect(await call({ ...change, body: { enabled: false } })).toMatchObject({
    json: { enabled: false, disabled_reason: 'asked', disabled_at: expect.any(String) as string },
  })
  expect(await call({ ...change, body: { enabled: true, types: null } })).toMatchObject({
    json: { enabled: true, disabled_reason: null, types: null, description: 'CRM' },
  })
  expect(await call({ method: 'DELETE', at: '/webhook-endpoints/1' })).toMatchObject({ status: 204, text: '' })
  expect(await call({ at: '/webhook-endpoints/1' })).toMatchObject({ status: 404 })
  expect(await call({ at: '/webhook-endpoints', body: { url } })).toMatchObject({ json: { number: 2 } })
})

test('all types can be asked for', async () => {
  const call = await withToken(await testService())
  const body = { url, types: eventTypesToTell.toReversed() }
  expect(await call({ at: '/webhook-endpoints', body })).toMatchObject({ json: { types: eventTypesToTell } })
})

test('a rotated secret is another, and a call that is repeated with its key gives the same', async () => {
  const service = await testService()
  const call = await withToken(service)
  const headers = { 'idempotency-key': 'k1' }
  const made = await call({ at: '/webhook-endpoints', body: { url }, headers })
  expect((await call({ at: '/webhook-endpoints', body: { url }, headers })).json).toEqual(made.json)
  const rotated = await call({ at: '/webhook-endpoints/1/rotate-secret', body: { overlap_seconds: 60 } })
  expect(rotated).toMatchObject({ status: 200, json: { previous_secret_until: expect.any(String) as string } })
  const secrets = [rotated, made].map(({ json }) => (json as { secret: string }).secret)
  expect(new Set(secrets).size).toBe(2)
  expect(await (await aliceOf(service)).endpoints.target(1)).toEqual({ url, secrets })
})

test('deliveries are listed by endpoint, state and event, a page at a time, and told again', async () => {
  const service = await testService()
  const call = await withToken(service)
  for (const at of [url, `${url}/2`]) await call({ at: '/webhook-endpoints', body: { url: at } })
  const shop = await aliceOf(service)
  for (const name of ['a', 'b', 'c']) await addProduct(shop, { name })
  await shop.deliveries.note('1-0', { at: 0, status: 500, problem: 'answered 500', answer: 'no' }, 'failed')
  const idsOf = async (query: string): Promise<readonly string[]> => {
    const { data } = (await call({ at: `/deliveries${query}` })).json as { data: { id: string }[] }
    return data.map(({ id }) => id)
  }
  expect(await idsOf('')).toEqual(['3-1', '3-0', '2-1', '2-0', '1-1', '1-0'])
  expect(await idsOf('?endpoint=2')).toEqual(['3-1', '2-1', '1-1'])
  expect(await idsOf('?state=failed')).toEqual(['1-0'])
  expect(await idsOf('?event=evt_2&endpoint=1')).toEqual(['2-0'])
  expect(await idsOf('?endpoint=9')).toEqual([])
  const paged: string[] = []
  for (let cursor = ''; ;) {
    const { json } = await call({ at: `/deliveries?limit=2${cursor}` })
    const { data, next_cursor: next } = json as { data: { id: string }[]; next_cursor: string | null }
    paged.push(...data.map(({ id }) => id))
    if (next === null) break
    cursor = `&cursor=${next}`
  }
  expect(paged).toEqual(['3-1', '3-0', '2-1', '2-0', '1-1', '1-0'])
  const failed = {
    id: '1-0',
    event: 'evt_1',
    type: 'product.created',
    order: null,
    endpoint: 1,
    url,
    state: 'failed',
    attempts: 1,
    next_attempt_at: null,
    last_status: 500,
    last_problem: 'answered 500',
    last_answer: 'no',
  }
  expect(await call({ at: '/deliveries/1-0' })).toMatchObject({ status: 200, json: failed })
  expect(await call({ method: 'POST', at: '/deliveries/1-0/redeliver' })).toMatchObject({
    status: 202,
    json: { id: '1-0', state: 'pending', attempts: 0, next_attempt_at: expect.any(String) as string },
  })
})

test('a test event and a redelivery are planned', async () => {
  const service = await testService()
  const call = await withToken(service)
  await call({ at: '/webhook-endpoints', body: { url } })
  expect(await call({ method: 'POST', at: '/webhook-endpoints/1/test' })).toMatchObject({
    status: 202,
    json: { id: '1-0', type: 'endpoint.test', endpoint: 1, state: 'pending' },
  })
  const body = { from: '2026-01-01T00:00:00+03:00', until: '2026-01-02T00:00:00Z' }
  expect(await call({ at: '/webhook-endpoints/1/redeliver', body })).toMatchObject({
    status: 202,
    json: { from: '2025-12-31T21:00:00.000Z', until: '2026-01-02T00:00:00.000Z' },
  })
  expect(await call({ at: '/webhook-endpoints/1/redeliver', body: { from: body.from } })).toMatchObject({ status: 202 })
})

describe('refusals', () => {
  test.each([
    ['url', { url: undefined }, 'is missing'],
    ['url', { url: '' }, 'needs an address'],
    ['url', { url: 'crm.example.com' }, 'http or https'],
    ['description', { description: 'x'.repeat(201) }, 'at most 200'],
    ['types', { types: [] }, 'at least 1'],
    ['types.0', { types: ['endpoint.test'] }, 'must be one of'],
    ['types', { types: 'order.paid' }, 'must be a list'],
    ['secret', { secret: 'whsec_x' }, 'is not known here'],
  ])('%#: a wrong %s is refused', async (field, wrong, words) => {
    const call = await withToken(shared)
    const { status, json } = await call({ at: '/webhook-endpoints', body: { url, ...wrong } })
    const { errors } = json as { errors: { field: string; detail: string }[] }
    expect({ status, fields: errors.map((each) => each.field) }).toEqual({ status: 422, fields: [field] })
    expect(errors[0]?.detail).toContain(words)
  })

  test.each([
    ['/webhook-endpoints/1/rotate-secret', { overlap_seconds: -1 }, 'overlap_seconds'],
    ['/webhook-endpoints/1/rotate-secret', { overlap_seconds: 2_592_001 }, 'overlap_seconds'],
    ['/webhook-endpoints/1/redeliver', {}, 'from'],
    ['/webhook-endpoints/1/redeliver', { from: '2026-01-02T00:00:00Z', until: '2026-01-01T00:00:00Z' }, 'until'],
  ])('%s refuses %o', async (at, body, field) => {
    const call = await withToken(shared)
    expect(await call({ at, body })).toMatchObject({ status: 422, json: { errors: [{ in: 'body', field }] } })
  })

  test.each(['?cursor=x', '?event=17', '?endpoint=0', '?state=lost', '?limit=201'])('%s is refused', async (query) => {
    const call = await withToken(shared)
    expect(await call({ at: `/deliveries${query}` })).toMatchObject({
      status: 422,
      json: { errors: [{ in: 'query' }] },
    })
  })

  test('what may only be read is not written', async () => {
    const call = await callerOf(shared, ['webhooks:read'])
    expect(await call({ at: '/webhook-endpoints' })).toMatchObject({ status: 200 })
    expect(await call({ at: '/webhook-endpoints', body: { url } })).toMatchObject({ status: 403 })
    expect(await call({ method: 'POST', at: '/deliveries/1-0/redeliver' })).toMatchObject({ status: 403 })
  })

  test.each(['x', '0-0', '1', '99-0'])('delivery %s is not found', async (id) => {
    const call = await withToken(shared)
    expect(await call({ at: `/deliveries/${id}` })).toMatchObject({ status: 404 })
  })
})

test.each(databaseNames)('deliveries are listed by the order that they tell of, on %s', async (name) => {
  const service = await startService({}, await placeOn(name))
  onTestFinished(() => service.close())
  const call = await withToken(service)
  await call({ at: '/webhook-endpoints', body: { url } })
  const shop = await aliceOf(service)
  await addProduct(shop, { name: 'course' })
  const numbers: number[] = []
  for (const email of ['a@example.com', 'b@example.com']) {
    const placed = await shop.orders.place(draftOf({ email }))
    if ('number' in placed) numbers.push(placed.number)
  }
  const [first = 0, second = 0] = numbers
  await shop.orders.change(first, { to: 'cancel' })
  const typesOf = async (order: number | string): Promise<readonly string[]> => {
    const { data } = (await call({ at: `/deliveries?order=${order}` })).json as { data: { type: string }[] }
    return data.map(({ type }) => type)
  }
  expect(await typesOf(first)).toEqual(['order.cancelled', 'order.created'])
  expect(await typesOf(second)).toEqual(['order.created'])
  expect(await typesOf(`${first}&state=failed`)).toEqual([])
  const [product] = await shop.products.list()
  expect(await typesOf(product?.number ?? 0)).toEqual([])
  expect(await call({ at: '/deliveries?order=0' })).toMatchObject({ status: 422 })
})
