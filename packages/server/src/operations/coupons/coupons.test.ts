import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addProduct } from '../../../test/scenario.ts'
import { type Service, startService, testService } from '../../../test/service.ts'
import { aliceOf, callerOf, type CallerV1, callV1, tokenFor, withCourse } from '../../../test/v1.ts'

/** For tests that leave nothing behind. */
let shared: Service
beforeAll(async () => {
  shared = await startService()
})
afterAll(() => shared.close())

async function withToken(service: Service): Promise<CallerV1> {
  return callerOf(service, ['coupons:write'])
}

const spring = { code: 'Spring', percent: 12.55 }
/** What a coupon is like of which nothing else was said. */
const plain = { amount: null, valid_from: null, valid_until: null, products: [], partner: null, currency: 'RUB' }

test('a coupon is created, read, changed and deleted', async () => {
  const call = await withToken(await testService())
  expect(await call({ at: '/coupons', body: spring })).toMatchObject({
    status: 201,
    json: { number: 1, ...spring, ...plain },
  })
  const changed = { number: 1, ...plain, code: 'MAY', percent: null, amount: 50_000 }
  const change = { method: 'PATCH', at: '/coupons/sPRING', body: { code: ' MAY ', amount: 50_000 } }
  expect(await call(change)).toMatchObject({ status: 200, json: changed })
  for (const at of ['/coupons/may', '/coupons/1']) expect(await call({ at })).toMatchObject({ json: changed })
  expect(await call({ at: '/coupons/Spring' })).toMatchObject({ status: 404 })
  expect(await call({ method: 'DELETE', at: '/coupons/may' })).toMatchObject({ status: 204, text: '' })
  expect(await call({ at: '/coupons/1' })).toMatchObject({ status: 404 })
})

test('all that can be set is set, stays when it is left out, and is taken away by null', async () => {
  const service = await withCourse()
  const call = await withToken(service)
  const shop = await aliceOf(service)
  await addProduct(shop, { name: '7' })
  await shop.partners.add({ login: 'Peter', basisPoints: 0, parent: null })
  const numbers = [await numberOf(service, 'course'), await numberOf(service, '7')]
  const body = {
    ...spring,
    valid_from: '2026-03-01T00:00:00+01:00',
    valid_until: '2026-03-01T00:00:00.001+01:00',
    products: ['course', numbers[1], 'course', '7'],
    partner: 'pETER',
  }
  const full = {
    ...spring,
    valid_from: '2026-02-28T23:00:00.000Z',
    valid_until: '2026-02-28T23:00:00.001Z',
    products: numbers,
    partner: 'Peter',
  }
  const made = await call({ at: '/coupons', body })
  expect(made).toMatchObject({ status: 201, json: full })
  const change = async (changes: unknown): Promise<unknown> =>
    (await call({ method: 'PATCH', at: '/coupons/spring', body: changes })).json
  expect(await change({})).toEqual(made.json)
  expect(await change(full)).toEqual(made.json)
  expect(await change({ percent: null, amount: 1 })).toMatchObject({ ...full, percent: null, amount: 1 })
  expect(await change({ percent: 100 })).toMatchObject({ ...full, percent: 100, amount: null })
  const nothing = { valid_from: null, valid_until: null, products: [], partner: null }
  expect(await change(nothing)).toMatchObject({ ...spring, percent: 100, ...nothing })
})

test('a product that is gone stays in the coupon that covers it, and can be said to', async () => {
  const service = await withCourse()
  const call = await withToken(service)
  const number = await numberOf(service, 'course')
  await call({ at: '/coupons', body: { ...spring, products: ['course'] } })
  await (await aliceOf(service)).products.remove('course')
  const change = { method: 'PATCH', at: '/coupons/spring' }
  expect(await call({ ...change, body: { percent: 1 } })).toMatchObject({ json: { products: [number] } })
  expect(await call({ ...change, body: { products: [number] } })).toMatchObject({ json: { products: [number] } })
  expect(await call({ at: '/coupons', body: { code: 'x', percent: 1, products: [number] } })).toMatchObject({
    status: 422,
    json: { errors: [{ in: 'body', field: 'products.0', detail: `There is no product «${number}».` }] },
  })
})

test('a coupon that was made counts in an order', async () => {
  const service = await withCourse()
  const call = await callerOf(service, ['coupons:write', 'orders:write'])
  await call({ at: '/coupons', body: { ...spring, products: ['course'] } })
  const order = { email: 'a@example.com', items: [{ product: 'course' }], coupon: 'SPRING' }
  expect(await call({ at: '/orders', body: order })).toMatchObject({ status: 201, json: { total: 174_900 } })
})

test.each(['a/b', '50% off', '%2F', 'ВЕСНА «25»', 'a,b', '?#', '🎓'.repeat(50)])(
  '%j is found by its code',
  async (code) => {
    const call = await withToken(shared)
    expect(await call({ at: '/coupons', body: { ...spring, code } })).toMatchObject({ status: 201, json: { code } })
    const at = `/coupons/${encodeURIComponent(code.toLowerCase())}`
    expect(await call({ at })).toMatchObject({ status: 200, json: { code } })
    expect(await call({ method: 'DELETE', at })).toMatchObject({ status: 204 })
  },
)

test('a code that is taken, in any case of letters, is refused', async () => {
  const call = await withToken(await testService())
  await call({ at: '/coupons', body: spring })
  await call({ at: '/coupons', body: { ...spring, code: '1' } })
  const refused = {
    status: 409,
    json: { type: '/v1/problems/conflict', detail: 'There is a coupon «SPRING» already.' },
  }
  expect(await call({ at: '/coupons', body: { ...spring, code: 'SPRING' } })).toMatchObject(refused)
  expect(await call({ method: 'PATCH', at: '/coupons/1', body: { code: 'SPRING' } })).toMatchObject(refused)
  const same = { method: 'PATCH', at: '/coupons/spring', body: { code: 'SPRING' } }
  expect(await call(same)).toMatchObject({ status: 200, json: { code: 'SPRING' } })
  // A number is no code, so it takes none away.
  expect(await call({ at: '/coupons', body: { ...spring, code: '2' } })).toMatchObject({ status: 201 })
})

describe('refusals', () => {
  test.each([
    ['code', { code: undefined }, 'is missing'],
    ['code', { code: ' ' }, "A coupon's code has 1 to 100 printable characters."],
    ['code', { code: 'x'.repeat(101) }, '1 to 100'],
    ['code', { code: null }, 'must be a text'],
    ['percent', { percent: undefined }, 'either a percentage or an amount'],
    ['percent', { percent: null }, 'either a percentage or an amount'],
    ['percent', { amount: 1 }, 'either a percentage or an amount'],
    ['percent', { percent: 0 }, 'must be above 0'],
    ['percent', { percent: 100.01 }, 'at most 100'],
    ['percent', { percent: 0.001 }, 'at most two decimals'],
    ['percent', { percent: '10' }, 'must be a number'],
    ['amount', { percent: undefined, amount: 0 }, 'at least 1'],
    ['amount', { percent: undefined, amount: 1.5 }, 'whole number'],
    ['valid_from', { valid_from: '2026-03-01' }, 'must be a time like'],
    ['valid_from', { valid_from: '2026-02-30T00:00:00Z' }, 'must be a time like'],
    ['valid_from', { valid_from: '0000-01-01T00:00:00+01:00' }, 'years 0000 to 9999'],
    ['valid_until', { valid_until: '9999-12-31T23:59:59-01:00' }, 'years 0000 to 9999'],
    [
      'valid_until',
      { valid_from: '2026-03-01T00:00:00Z', valid_until: '2026-03-01T01:00:00+01:00' },
      'The coupon would end before it begins.',
    ],
    ['products', { products: 'course' }, 'must be a list'],
    ['products.1', { products: ['payment', 1.5] }, 'name or number'],
    ['products.0', { products: ['nothing'] }, 'There is no product «nothing».'],
    ['products.1', { products: ['payment', 7] }, 'There is no product «7».'],
    ['products', { products: Array.from({ length: 1_001 }, () => 'payment') }, 'at most 1000 entries'],
    ['products', { products: null }, 'must be a list'],
    ['partner', { partner: 'nobody' }, 'There is no partner «nobody».'],
    ['partner', { partner: '' }, 'at least 1 character'],
    ['number', { number: 1 }, 'is not known here'],
  ])('%#: a wrong %s is refused', async (field, wrong, words) => {
    const call = await withToken(shared)
    const { status, json } = await call({ at: '/coupons', body: { ...spring, ...wrong } })
    const { errors } = json as { errors: { in: string; field: string; detail: string }[] }
    const places = errors.map((each) => [each.in, each.field])
    expect({ status, places }).toEqual({ status: 422, places: [['body', field]] })
    expect(errors[0]?.detail).toContain(words)
  })

  test('a refused change changes nothing', async () => {
    const call = await withToken(await testService())
    const made = await call({ at: '/coupons', body: { ...spring, valid_from: '2026-03-01T00:00:00Z' } })
    for (const changes of [
      { percent: null },
      { percent: 1, amount: 1 },
      { percent: 5, valid_until: '2026-02-01T00:00:00Z' },
      { percent: 5, partner: 'nobody' },
      { percent: 5, code: '' },
    ]) {
      expect(await call({ method: 'PATCH', at: '/coupons/spring', body: changes })).toMatchObject({ status: 422 })
    }
    expect((await call({ at: '/coupons/spring' })).json).toEqual(made.json)
  })

  test("what is not there, and what is another shop's, is not found", async () => {
    const service = await testService()
    await (
      await withToken(service)
    )({ at: '/coupons', body: spring })
    const token = await tokenFor(service, { login: 'Bob' })
    for (const at of ['/coupons/spring', '/coupons/1', '/coupons/0', '/coupons/%ZZ']) {
      for (const method of ['GET', 'PATCH', 'DELETE']) {
        const body = method === 'PATCH' ? { percent: 1 } : undefined
        const { status, json } = await callV1(service, { method, at, token, body })
        expect({ status, json }).toMatchObject({ status: 404, json: { type: '/v1/problems/not-found' } })
      }
    }
    expect(await callV1(service, { at: '/coupons', token })).toMatchObject({ json: { data: [] } })
    expect(await (await withToken(service))({ at: '/coupons/1' })).toMatchObject({ json: spring })
  })

  test("another shop's products and partners cannot be named", async () => {
    const service = await withCourse()
    await (await aliceOf(service)).partners.add({ login: 'Peter', basisPoints: 0, parent: null })
    const call = await callerOf(service, ['coupons:write'], 'Bob')
    for (const named of [{ products: ['course'] }, { partner: 'Peter' }, { partner: '1' }]) {
      expect(await call({ at: '/coupons', body: { ...spring, ...named } })).toMatchObject({ status: 422 })
    }
  })

  test('a token that may only read coupons cannot change them', async () => {
    const call = await callerOf(shared, ['coupons:read', 'products:write', 'partners:write'])
    expect(await call({ at: '/coupons' })).toMatchObject({ status: 200 })
    expect(await call({ at: '/coupons', body: spring })).toMatchObject({ status: 403 })
    expect(await call({ method: 'PATCH', at: '/coupons/1', body: {} })).toMatchObject({ status: 403 })
    expect(await call({ method: 'DELETE', at: '/coupons/1' })).toMatchObject({ status: 403 })
  })
})

test('lists have pages, and find by code', async () => {
  const service = await testService()
  const call = await withToken(service)
  await (await aliceOf(service)).partners.add({ login: 'Peter', basisPoints: 0, parent: null })
  for (const code of ['ВЕСНА', 'summer', 'Весна-2'])
    await call({ at: '/coupons', body: { ...spring, code, partner: '1' } })
  const first = await call({ at: '/coupons?limit=2' })
  expect(first).toMatchObject({ json: { data: [{ code: 'ВЕСНА', partner: 'Peter' }, { code: 'summer' }] } })
  const { next_cursor: cursor } = first.json as { next_cursor: string }
  const last = { data: [{ code: 'Весна-2', number: 3 }], next_cursor: null }
  expect((await call({ at: `/coupons?limit=2&cursor=${cursor}` })).json).toMatchObject(last)
  const found = await call({ at: `/coupons?q=${encodeURIComponent('весна')}` })
  expect(found).toMatchObject({ json: { data: [{ number: 1 }, { number: 3 }], next_cursor: null } })
  expect(await call({ at: '/coupons?valid=1' })).toMatchObject({ status: 422 })
})

async function numberOf(service: Service, name: string): Promise<number> {
  const product = await (await aliceOf(service)).products.find(name)
  if (product === undefined) throw new Error(`There is no product ${name}.`)
  return product.number
}
