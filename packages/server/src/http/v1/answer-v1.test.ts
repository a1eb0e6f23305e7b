import { describe, expect, test } from 'vitest'
import { testService } from '../../../test/service.ts'
import { tester } from '../../../test/tester.ts'
import { aliceOf, callV1, tokenFor, withCourse } from '../../../test/v1.ts'
import { StoreUnavailable } from '../../store/errors.ts'

const order = { email: 'new@example.com', items: [{ product: 'course' }] }

test('an order is read and made', async () => {
  const service = await withCourse()
  const token = await tokenFor(service)
  const read = await callV1(service, { at: '/orders/258367', token })
  expect(read).toMatchObject({ status: 200, json: { number: 258_367, status: 'paid', currency: 'RUB' } })
  expect(read.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(read.headers.get('cache-control')).toBe('no-store')
  const made = await callV1(service, { at: '/orders', token, body: order })
  expect(made).toMatchObject({ status: 201, json: { customer: { email: 'new@example.com' }, total: 200_000 } })
})

describe('who may call', () => {
  test.each([
    ['no token', {}, 'Bearer realm="Billkeep"'],
    ['no bearer token', { authorization: 'Basic YTpi' }, 'Bearer realm="Billkeep"'],
    ['what is no token', { authorization: 'Bearer x' }, 'error="invalid_token"'],
    ['an unknown token', { authorization: `Bearer billkeep_1_99_${'x'.repeat(40)}` }, 'error="invalid_token"'],
    ['an unknown shop', { authorization: `Bearer billkeep_99_1_${'x'.repeat(40)}` }, 'error="invalid_token"'],
  ])('%s is refused', async (_, headers, challenge) => {
    const service = await testService()
    await tokenFor(service)
    const reply = await callV1(service, { at: '/orders/258367', headers: { ...headers } })
    expect(reply).toMatchObject({ status: 401, json: { type: '/v1/problems/unauthenticated' } })
    expect(reply.headers.get('www-authenticate')).toContain(challenge)
    expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  })

  test('another secret than the token has is refused', async () => {
    const service = await testService()
    const token = await tokenFor(service)
    const other = `${token.slice(0, -1)}${token.endsWith('x') ? 'y' : 'x'}`
    expect(await callV1(service, { at: '/orders/258367', token: other })).toMatchObject({ status: 401 })
  })

  test('a token that is revoked stops within a second', async () => {
    const service = await testService()
    const token = await tokenFor(service)
    expect(await callV1(service, { at: '/orders/258367', token })).toMatchObject({ status: 200 })
    await (await aliceOf(service)).tokens.revoke(1)
    service.clock.now += 1_000
    expect(await callV1(service, { at: '/orders/258367', token })).toMatchObject({
      status: 401,
      json: { detail: 'The token was revoked.' },
    })
  })

  test('a token that has expired is refused', async () => {
    const service = await testService()
    const expires = service.clock.now + 60_000
    const draft = { name: 'short', scopes: ['orders:read'], allowedAddresses: [], expires } as const
    const { text: token } = await (await aliceOf(service)).tokens.create(draft)
    expect(await callV1(service, { at: '/orders/258367', token })).toMatchObject({ status: 200 })
    service.clock.now = expires
    expect(await callV1(service, { at: '/orders/258367', token })).toMatchObject({
      status: 401,
      json: { detail: 'The token has expired.' },
    })
  })

  test('a token without the scope is refused, and writing includes reading', async () => {
    const service = await withCourse()
    const reading = await tokenFor(service, { scopes: ['orders:read'] })
    const refused = await callV1(service, { at: '/orders', token: reading, body: order })
    expect(refused).toMatchObject({ status: 403, json: { type: '/v1/problems/missing-scope' } })
    expect(refused.headers.get('www-authenticate')).toContain('scope="orders:write"')
    const writing = await tokenFor(service, { scopes: ['orders:write'] })
    expect(await callV1(service, { at: '/orders/258367', token: writing })).toMatchObject({ status: 200 })
  })

  test("another shop's order is not there", async () => {
    const service = await testService()
    const token = await tokenFor(service, { login: 'Bob' })
    expect(await callV1(service, { at: '/orders/1', token })).toMatchObject({ status: 200 })
    expect(await callV1(service, { at: '/orders/258367', token })).toMatchObject({
      status: 404,
      json: { type: '/v1/problems/not-found', detail: 'There is no order 258367.' },
    })
  })

  test('an address that the token or the shop does not let in is refused', async () => {
    const service = await testService()
    const token = await tokenFor(service, { allow: ['203.0.113.0/24'] })
    expect(await callV1(service, { at: '/orders/258367', token })).toMatchObject({
      status: 403,
      json: { type: '/v1/problems/address-denied', detail: '127.0.0.1 may not call.' },
    })
    const free = await tokenFor(service)
    await service.store.shops.setAllowedAddresses('alice', tester, ['203.0.113.7'])
    expect(await callV1(service, { at: '/orders/258367', token: free })).toMatchObject({ status: 403 })
  })

  test('a shop that is switched off answers nothing', async () => {
    const service = await testService()
    const token = await tokenFor(service)
    await service.store.shops.setEnabled('alice', tester, false)
    expect(await callV1(service, { at: '/orders/258367', token })).toMatchObject({
      status: 403,
      json: { type: '/v1/problems/shop-disabled' },
    })
  })

  test('the use of a token is noted, to the minute', async () => {
    const service = await testService()
    const token = await tokenFor(service)
    const { tokens } = await aliceOf(service)
    const first = service.clock.now
    await callV1(service, { at: '/orders/258367', token })
    await expect.poll(async () => tokens.find(1)).toMatchObject({ lastUsed: first, lastAddress: '127.0.0.1' })
    service.clock.now += 59_000
    await callV1(service, { at: '/orders/258367', token })
    service.clock.now += 1_000
    const second = service.clock.now
    await callV1(service, { at: '/orders/258367', token })
    await expect.poll(async () => tokens.find(1)).toMatchObject({ lastUsed: second })
  })
})

describe('what is asked', () => {
  test.each([
    ['an unknown path', { at: '/nothing' }, 404, 'unknown-path'],
    ['nothing', { at: '' }, 404, 'unknown-path'],
    ['a path that goes on', { at: '/orders/1/more/and/more' }, 404, 'unknown-path'],
    ['another method', { at: '/orders/258367', method: 'PUT' }, 405, 'method-not-allowed'],
    ['a number that is none', { at: '/orders/x' }, 422, 'invalid'],
    ['a number that is too large', { at: '/orders/9999999999999999' }, 422, 'invalid'],
    ['an unknown parameter', { at: '/orders/258367?expand=items' }, 422, 'invalid'],
    ['what is no JSON', { at: '/orders', body: '{' }, 400, 'malformed-body'],
    ['what is no object', { at: '/orders', body: '[]' }, 422, 'invalid'],
    ['null', { at: '/orders', body: 'null' }, 422, 'invalid'],
    ['nothing in the body', { at: '/orders', method: 'POST' }, 422, 'invalid'],
    [
      'another type',
      { at: '/orders', body: 'a=b', headers: { 'content-type': 'text/plain' } },
      415,
      'unsupported-media-type',
    ],
    ['too much', { at: '/orders', body: ' '.repeat(1_048_577) }, 413, 'body-too-large'],
    ['U+0000', { at: '/orders', body: { ...order, tag: 'a\u0000b' } }, 422, 'invalid'],
    ['U+0000 in the path', { at: '/orders/%00' }, 422, 'invalid'],
    // PHP's json_decode would refuse each answer in which it is.
    ['half a pair of surrogates', { at: '/orders', body: { ...order, attributes: { a: 'a\uD83D' } } }, 422, 'invalid'],
    ['its other half', { at: '/orders', body: `{"tag": "\\uDE00"}` }, 422, 'invalid'],
    ['a body where none is taken', { at: '/orders/258367/return', body: { amount: 5 } }, 422, 'invalid'],
    ['a list where no body is taken', { at: '/orders/258367/cancel', body: '[1]' }, 422, 'invalid'],
    ['a text where no body is taken', { at: '/orders/258367/cancel', body: '"x"' }, 422, 'invalid'],
  ])('%s is refused', async (_, call, status, slug) => {
    const service = await withCourse()
    const token = await tokenFor(service)
    const reply = await callV1(service, { ...call, token })
    expect(reply).toMatchObject({ status, json: { type: `/v1/problems/${slug}`, status } })
    expect(reply.json).toHaveProperty('request_id')
  })

  test('who asks for nothing there is, is told where all is described', async () => {
    const service = await withCourse()
    const { json } = await callV1(service, { at: '/ordres', token: await tokenFor(service) })
    expect(json).toMatchObject({ detail: 'There is no /v1/ordres. All that there is stands at /v1/docs.' })
    const root = await fetch(`http://127.0.0.1:${service.port}/`)
    expect(await root.text()).toContain('/v1/docs')
    expect((await fetch(`http://127.0.0.1:${service.port}/v1/docs`)).status).toBe(200)
  })

  test('a whole pair of surrogates is kept, and one that is only spoken of', async () => {
    const service = await withCourse()
    const token = await tokenFor(service)
    const body = { ...order, tag: '😀', comment: String.raw`\ud83d \u0000` }
    const reply = await callV1(service, { at: '/orders', token, body })
    expect(reply).toMatchObject({ status: 201, json: { tag: body.tag, comment: body.comment } })
  })

  test('an empty object is no body where none is taken', async () => {
    const service = await testService()
    const token = await tokenFor(service)
    expect(await callV1(service, { at: '/orders/258367/return', token, body: {} })).toMatchObject({ status: 200 })
  })

  test('each field at fault is named', async () => {
    const service = await withCourse()
    const token = await tokenFor(service)
    const body = { email: 'nobody', items: [{ product: 'course', amount: -1 }, { name: 'x' }], colour: 'red' }
    const { json } = await callV1(service, { at: '/orders', token, body })
    expect(json).toMatchObject({
      errors: [
        { in: 'body', field: 'email', detail: '«email» must be an e-mail address.' },
        { in: 'body', field: 'items.0.amount', detail: '«items.0.amount» must be at least 0.' },
        { in: 'body', field: 'items.1.product', detail: '«items.1.product» is missing.' },
        { in: 'body', field: 'items.1.name', detail: '«items.1.name» is not known here.' },
        { in: 'body', field: 'colour', detail: '«colour» is not known here.' },
      ],
    })
  })

  test('a fault is said once, in words of ours', async () => {
    const service = await withCourse()
    const token = await tokenFor(service)
    const items = [{ product: 'course', amount: 2 ** 53 }]
    const body = { ...order, items, attributes: { 'a b': '', ['x'.repeat(65)]: '' } }
    const { json } = await callV1(service, { at: '/orders', token, body })
    const named = '«attributes» must have names of at most 64 letters, digits and «_», no digit first.'
    expect(json).toMatchObject({
      errors: [
        { in: 'body', field: 'items.0.amount', detail: '«items.0.amount» must be at most 9999999999999.' },
        { in: 'body', field: 'attributes', detail: named },
        { in: 'body', field: 'attributes', detail: named },
      ],
    })
  })

  test('what the shop cannot take is a fault of the field', async () => {
    const service = await withCourse()
    const token = await tokenFor(service)
    const body = { ...order, items: [{ product: 'cousre' }] }
    expect(await callV1(service, { at: '/orders', token, body })).toMatchObject({
      status: 422,
      json: { errors: [{ in: 'body', field: 'items.0.product', detail: 'There is no product «cousre».' }] },
    })
  })

  test('HEAD is GET without a body', async () => {
    const service = await testService()
    const token = await tokenFor(service)
    expect(await callV1(service, { at: '/orders/258367', method: 'HEAD', token })).toMatchObject({
      status: 200,
      text: '',
    })
  })
})

describe('how often', () => {
  test('a token and address may call is limited, and told', async () => {
    const service = await testService({ callsPerMinute: 2 })
    const [token, other] = [await tokenFor(service), await tokenFor(service)]
    const call = { at: '/orders/258367', token }
    const first = await callV1(service, call)
    expect(first.headers.get('ratelimit-policy')).toBe('"calls";q=2;w=60')
    expect(first.headers.get('ratelimit')).toMatch(/^"calls";r=1;t=\d+$/)
    await callV1(service, call)
    const third = await callV1(service, call)
    expect(third).toMatchObject({ status: 429, json: { type: '/v1/problems/rate-limited' } })
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await callV1(service, { ...call, token: other })).toMatchObject({ status: 200 })
  })

  test('tokens may be guessed ends soon', async () => {
    const service = await testService({ callsPerMinute: 120 })
    const token = await tokenFor(service)
    const guess = { at: '/orders/258367', token: `billkeep_1_1_${'x'.repeat(40)}` }
    expect(await callV1(service, guess)).toMatchObject({ status: 401 })
    expect(await callV1(service, guess)).toMatchObject({ status: 401 })
    expect(await callV1(service, guess)).toMatchObject({ status: 429 })
    expect(await callV1(service, { at: '/orders/258367', token })).toMatchObject({ status: 429 })
  })
})

test('while the database is away, a call is told when to come again', async () => {
  const service = await testService()
  const token = await tokenFor(service)
  service.store.forShop = () => {
    throw new StoreUnavailable()
  }
  const reply = await callV1(service, { at: '/orders/258367', token })
  expect(reply).toMatchObject({ status: 503, json: { type: '/v1/problems/unavailable' } })
  expect(reply.headers.get('retry-after')).toBe('2')
})
