import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, startService, testService } from '../../../test/service.ts'
import { aliceOf, callerOf, type CallerV1, callV1, tokenFor, withCourse } from '../../../test/v1.ts'

/** Of a new product of which nothing else was said. */
const plain = {
  currency: 'RUB',
  kind: 'digital',
  timer_seconds: null,
  prepayment_min: null,
  partner_fee: null,
  second_partner_fee: null,
  notify: { created: null, paid: null, prepaid: null, cancelled: null, returned: null },
}
const course = { name: 'course', title: 'The course', price: 200_000 }
const full = {
  kind: 'physical',
  timer_seconds: 90,
  prepayment_min: 1,
  partner_fee: { amount: null, percent: 12.55 },
  second_partner_fee: { amount: 0, percent: null },
  notify: {
    created: 'https://shop.example.com/created.php',
    paid: 'http://shop.example.com/paid.php?a=b',
    prepaid: null,
    cancelled: null,
    returned: 'https://shop.example.com/returned.php',
  },
}

/** For tests that leave nothing behind. */
let shared: Service
beforeAll(async () => {
  shared = await startService()
})
afterAll(() => shared.close())

async function withToken(service: Service): Promise<CallerV1> {
  return callerOf(service, ['products:write'])
}

test('a product is created, read, changed and deleted', async () => {
  const call = await withToken(await testService())
  const made = await call({ at: '/products', body: course })
  const { number } = made.json as { number: number }
  expect(made).toMatchObject({ status: 201, json: { number, ...course, ...plain } })
  const changed = { ...course, ...plain, price: 190_000, title: 'Another' }
  const change = { method: 'PATCH', at: '/products/course', body: { price: 190_000, title: ' Another ' } }
  expect(await call(change)).toMatchObject({ status: 200, json: { number, ...changed } })
  expect(await call({ at: '/products/course' })).toMatchObject({ status: 200, json: { number, ...changed } })
  expect(await call({ at: `/products/${number}` })).toMatchObject({ status: 200, json: { number, ...changed } })
  expect(await call({ method: 'DELETE', at: `/products/${number}` })).toMatchObject({ status: 204, text: '' })
  expect(await call({ at: '/products/course' })).toMatchObject({ status: 404 })
})

test('all that can be set is set, stays when it is left out, and is taken away by null', async () => {
  const call = await withToken(await testService())
  const made = await call({ at: '/products', body: { ...course, ...full } })
  expect(made).toMatchObject({ status: 201, json: { ...course, ...full } })
  const change = async (body: unknown): Promise<unknown> =>
    (await call({ method: 'PATCH', at: '/products/course', body })).json
  expect(await change({})).toEqual(made.json)
  expect(await change({ notify: { paid: null, prepaid: 'https://a.example/' } })).toMatchObject({
    ...full,
    notify: { ...full.notify, paid: null, prepaid: 'https://a.example/' },
  })
  expect(await change({ partner_fee: { amount: 500 } })).toMatchObject({ partner_fee: { amount: 500, percent: null } })
  const nothing = { timer_seconds: null, prepayment_min: null, partner_fee: null, second_partner_fee: null }
  expect(await change(nothing)).toMatchObject({ ...course, kind: 'physical', ...nothing })
})

test('of a fee that API 1.0 gave both parts, the share is shown, as it is what counts', async () => {
  const service = await withCourse()
  const call = await withToken(service)
  const { products } = await aliceOf(service)
  const fees = [
    { sumMinor: 100, basisPoints: 5 },
    { sumMinor: 100, basisPoints: 0 },
  ] as const
  await products.update('course', () => ({ fees }))
  expect(await call({ at: '/products/course' })).toMatchObject({
    json: { partner_fee: { amount: null, percent: 0.05 }, second_partner_fee: { amount: 100, percent: null } },
  })
})

test('a change leaves alone what API v1 does not show', async () => {
  const service = await withCourse()
  const call = await withToken(service)
  const { products } = await aliceOf(service)
  await products.update('course', () => ({ extra: { good_publish: '1' } }))
  await call({ method: 'PATCH', at: '/products/course', body: { title: 'New' } })
  expect(await products.find('course')).toMatchObject({ title: 'New', extra: { good_publish: '1' } })
})

describe('names', () => {
  test.each(['a/b', '50%', '%2F', 'курс «готовим» №1', 'a b+c', '?q=1#x', 'ё'.repeat(100), 'a;b&c=d', '. .', '"\\'])(
    '%j is found by its name',
    async (name) => {
      const call = await withToken(shared)
      expect(await call({ at: '/products', body: { ...course, name } })).toMatchObject({ status: 201, json: { name } })
      const at = `/products/${encodeURIComponent(name)}`
      expect(await call({ at })).toMatchObject({ status: 200, json: { name } })
      expect(await call({ method: 'PATCH', at, body: { price: 1 } })).toMatchObject({ status: 200, json: { price: 1 } })
      expect(await call({ method: 'DELETE', at })).toMatchObject({ status: 204 })
    },
  )

  test.each(['.', '..'])('%j, which clients take for a step of the path, is found by its number', async (name) => {
    const call = await withToken(await testService())
    const { json } = await call({ at: '/products', body: { ...course, name } })
    const { number } = json as { number: number }
    expect(await call({ at: `/products/${number}` })).toMatchObject({ status: 200, json: { name } })
  })

  test('a name goes before a number', async () => {
    const service = await withCourse()
    const call = await withToken(service)
    const { number } = (await (await aliceOf(service)).products.find('course')) ?? { number: 0 }
    await call({ at: '/products', body: { ...course, name: String(number) } })
    expect(await call({ at: `/products/${number}` })).toMatchObject({ json: { name: String(number) } })
    expect(await call({ at: '/products/course' })).toMatchObject({ json: { number } })
  })

  test('a name that is taken is refused', async () => {
    const call = await withToken(await withCourse())
    expect(await call({ at: '/products', body: { ...course, name: ' course ' } })).toMatchObject({
      status: 409,
      json: { type: '/v1/problems/conflict', detail: 'There is a product «course» already.' },
    })
    expect(await call({ at: '/products', body: { ...course, name: 'Course' } })).toMatchObject({ status: 201 })
  })
})

describe('limits', () => {
  test('texts and sums at their limits are taken and kept', async () => {
    const call = await withToken(await testService())
    const body = {
      name: '🎓'.repeat(50),
      title: 'Ы'.repeat(1_000),
      price: 9_999_999_999_999,
      timer_seconds: 86_399_913_600,
      prepayment_min: 9_999_999_999_999,
      partner_fee: { amount: 9_999_999_999_999, percent: null },
      second_partner_fee: { amount: null, percent: 100 },
      notify: { ...plain.notify, paid: `https://a.example/${'x'.repeat(1_982)}` },
    }
    expect(await call({ at: '/products', body })).toMatchObject({ status: 201, json: body })
    expect(await call({ at: `/products/${encodeURIComponent(body.name)}` })).toMatchObject({ json: body })
  })

  test.each([
    ['name', { name: 'x'.repeat(101) }, 'product'],
    ['name', { name: 'a,b' }, 'comma'],
    ['name', { name: ' ' }, '1 to 100'],
    ['name', { name: undefined }, '«name» is missing.'],
    ['name', { name: null }, '«name» must be a text.'],
    ['title', { title: 'x'.repeat(1_001) }, "A product's title has 1 to 1,000 printable characters."],
    ['title', { title: 'a\nb' }, 'printable'],
    ['title', { title: undefined }, 'is missing'],
    ['title', { title: null }, 'must be a text'],
    ['price', { price: undefined }, 'is missing'],
    ['price', { price: -1 }, 'at least 0'],
    ['price', { price: 0.5 }, 'whole number'],
    ['price', { price: 10_000_000_000_000 }, 'at most 9999999999999'],
    ['price', { price: '2000' }, 'must be a number'],
    ['kind', { kind: 'book' }, 'must be one of "digital", "physical", "floating"'],
    ['kind', { kind: null }, 'must be one of'],
    ['timer_seconds', { timer_seconds: 0 }, 'at least 1'],
    ['timer_seconds', { timer_seconds: 86_399_913_601 }, 'at most'],
    ['prepayment_min', { prepayment_min: 0 }, 'at least 1'],
    ['partner_fee', { partner_fee: {} }, 'either an amount or a percentage'],
    ['partner_fee', { partner_fee: { amount: 1, percent: 1 } }, 'either an amount or a percentage'],
    ['partner_fee', { partner_fee: { percent: 0 } }, 'above zero'],
    ['partner_fee.percent', { partner_fee: { percent: 12.345 } }, 'at most two decimals'],
    ['second_partner_fee.percent', { second_partner_fee: { percent: 100.01 } }, 'at most 100'],
    ['second_partner_fee', { second_partner_fee: 5 }, 'must be an object'],
    ['notify.paid', { notify: { paid: 'ftp://a.example/' } }, 'http or https address'],
    ['notify.paid', { notify: { paid: `https://a.example/${'x'.repeat(1_983)}` } }, 'at most 2000'],
    ['notify.sent', { notify: { sent: 'https://a.example/' } }, 'is not known here'],
    ['notify', { notify: null }, 'must be an object'],
    ['number', { number: 7 }, 'is not known here'],
  ])('%#: a wrong %s is refused', async (field, wrong, words) => {
    const call = await withToken(shared)
    const { status, json } = await call({ at: '/products', body: { ...course, ...wrong } })
    const { errors } = json as { errors: { in: string; field: string; detail: string }[] }
    expect({ status, places: errors.map((each) => [each.in, each.field]) }).toEqual({
      status: 422,
      places: [['body', field]],
    })
    expect(errors[0]?.detail).toContain(words)
  })

  test('a refused change changes nothing', async () => {
    const call = await withToken(await withCourse())
    const before = await call({ at: '/products/course' })
    for (const body of [{ price: 1, title: '' }, { name: 'other' }, { title: null }, { price: 1, kind: 'book' }]) {
      expect(await call({ method: 'PATCH', at: '/products/course', body })).toMatchObject({ status: 422 })
    }
    expect((await call({ at: '/products/course' })).json).toEqual(before.json)
  })
})

test("what is not there, and what is another shop's, is not found", async () => {
  const service = await withCourse()
  const token = await tokenFor(service, { login: 'Bob' })
  for (const at of [
    '/products/course',
    '/products/1000',
    '/products/%ZZ',
    '/products/0',
    '/products/99999999999999999',
  ]) {
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const body = method === 'PATCH' ? { price: 1 } : undefined
      expect(await callV1(service, { method, at, token, body })).toMatchObject({
        status: 404,
        json: { type: '/v1/problems/not-found' },
      })
    }
  }
  expect(await callV1(service, { at: '/products', token })).toMatchObject({
    json: { data: [{ name: 'payment' }], next_cursor: null },
  })
  expect(await (await aliceOf(service)).products.find('course')).toMatchObject({ priceMinor: 200_000 })
})

test('a token that may only read products cannot change them', async () => {
  const service = await withCourse()
  const token = await tokenFor(service, { scopes: ['products:read', 'orders:write'] })
  expect(await callV1(service, { at: '/products/course', token })).toMatchObject({ status: 200 })
  const calls = [
    { at: '/products', body: course },
    { method: 'PATCH', at: '/products/course', body: {} },
    { method: 'DELETE', at: '/products/course' },
  ]
  for (const call of calls) expect(await callV1(service, { ...call, token })).toMatchObject({ status: 403 })
})
