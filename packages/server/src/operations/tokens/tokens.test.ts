import { describe, expect, test } from 'vitest'
import { type Service, testService } from '../../../test/service.ts'
import { aliceOf, callerOf, callV1, tokenFor } from '../../../test/v1.ts'
import { defaultScopes, type Scope, scopes } from '../../rules/scope.ts'

interface Made {
  readonly number: number
  readonly token: string
}

/** A token of alice's that is not as free as others. */
async function bound(service: Service, given: { allow?: readonly string[]; expires?: number | null }): Promise<string> {
  const { allow: allowedAddresses = [], expires = null } = given
  const { tokens } = await aliceOf(service)
  return (await tokens.create({ name: 'bound', scopes, allowedAddresses, expires })).text
}

test('a token is made, used, listed without its text, and revoked', async () => {
  const service = await testService()
  const call = await callerOf(service, ['tokens:write', 'orders:read'])
  const body = { name: ' Отчёт ', scopes: ['orders:read', 'orders:read'], expires_at: '2026-01-02T00:00:00+01:00' }
  const made = await call({ at: '/tokens', body })
  const shown = {
    number: 2,
    name: 'Отчёт',
    scopes: ['orders:read'],
    allowed_addresses: [],
    created_at: '2026-01-01T00:00:00.000Z',
    expires_at: '2026-01-01T23:00:00.000Z',
    revoked_at: null,
    last_used_at: null,
    last_used_from: null,
  }
  const { token } = made.json as Made
  expect(made).toMatchObject({ status: 201 })
  expect(made.json).toEqual({ ...shown, token })
  expect(await callV1(service, { at: '/orders/258367', token })).toMatchObject({ status: 200 })
  const listed = await call({ at: '/tokens' })
  expect(listed.json).toMatchObject({
    data: [
      { number: 1, name: 'test' },
      { number: 2, name: 'Отчёт' },
    ],
  })
  const secret = token.split('_').at(-1) ?? ''
  expect(secret).toHaveLength(40)
  expect(listed.text).not.toContain(secret)
  expect(await call({ method: 'DELETE', at: '/tokens/2' })).toMatchObject({ status: 204, text: '' })
  service.clock.now += 1_000
  expect(await callV1(service, { at: '/orders/258367', token })).toMatchObject({ status: 401 })
  const again = await call({ method: 'DELETE', at: '/tokens/2' })
  expect(again).toMatchObject({ status: 204 })
  expect(await call({ at: '/tokens' })).toMatchObject({
    json: { data: [{ revoked_at: null }, { revoked_at: '2026-01-01T00:00:00.000Z' }] },
  })
})

test('a token may revoke itself', async () => {
  const service = await testService()
  const call = await callerOf(service, ['tokens:write'])
  expect(await call({ method: 'DELETE', at: '/tokens/1' })).toMatchObject({ status: 204 })
  service.clock.now += 1_000
  expect(await call({ at: '/tokens' })).toMatchObject({ status: 401 })
})

test('a call that is repeated gives the same text, and makes no second token', async () => {
  const call = await callerOf(await testService(), ['tokens:write', 'orders:read'])
  const given = { at: '/tokens', body: { name: 'once' }, headers: { 'idempotency-key': 'k-1' } }
  const first = await call(given)
  expect(first.status).toBe(201)
  expect((await call(given)).json).toEqual(first.json)
  expect((await call({ at: '/tokens' })).json).toMatchObject({ data: [{ number: 1 }, { number: 2 }] })
})

test('a token that was just revoked leaves no other behind, though it may still be known', async () => {
  const service = await testService()
  const call = await callerOf(service, ['tokens:write', 'orders:read'])
  await call({ method: 'DELETE', at: '/tokens/1' })
  expect(await call({ at: '/tokens' })).toMatchObject({ status: 200 })
  const made = await call({ at: '/tokens', body: { name: 'x' } })
  expect(made).toMatchObject({ status: 401, json: { detail: 'The token was revoked.' } })
  expect(made.headers.get('www-authenticate')).toContain('error="invalid_token"')
})

describe('what is left out', () => {
  test('scopes are those of reading that the maker has', async () => {
    const service = await testService()
    const made = async (granted: readonly Scope[]): Promise<unknown> => {
      const call = await callerOf(service, [...granted, 'tokens:write'])
      return (await call({ at: '/tokens', body: { name: 'x' } })).json
    }
    expect(await made(scopes)).toMatchObject({ scopes: defaultScopes })
    expect(await made(['orders:write', 'audit:read'])).toMatchObject({ scopes: ['orders:read'] })
    expect(await made([])).toMatchObject({ status: 422, errors: [{ in: 'body', field: 'scopes' }] })
  })

  test('addresses and end are those of the maker', async () => {
    const service = await testService()
    const expires = service.clock.now + 60_000
    const token = await bound(service, { allow: ['127.0.0.0/8', '::1'], expires })
    expect((await callV1(service, { at: '/tokens', token, body: { name: 'x' } })).json).toMatchObject({
      allowed_addresses: ['127.0.0.0/8', '::1'],
      expires_at: '2026-01-01T00:01:00.000Z',
    })
  })
})

describe('refusals', () => {
  test.each([
    ['orders:write', ['orders:read']],
    ['audit:read', ['orders:write']],
    ['shop:key', ['shop:write']],
  ] as const)('%s is not given away by who has %j only', async (scope, own) => {
    const call = await callerOf(await testService(), ['tokens:write', ...own])
    expect(await call({ at: '/tokens', body: { name: 'x', scopes: ['tokens:read', scope] } })).toMatchObject({
      status: 403,
      json: {
        type: '/v1/problems/missing-scope',
        detail: `The token lacks the scope «${scope}», so it cannot give it away.`,
      },
    })
    expect(await call({ at: '/tokens' })).toMatchObject({ json: { data: [{ number: 1 }] } })
  })

  test('a token that may do more than write to tokens may be revoked, but nobody reaches another shop', async () => {
    const service = await testService()
    const call = await callerOf(service, ['tokens:write'])
    await tokenFor(service, { login: 'Bob' })
    expect(await call({ at: '/tokens' })).toMatchObject({ json: { data: [{ number: 1 }], next_cursor: null } })
    await tokenFor(service, { login: 'Bob' })
    for (const at of ['/tokens/2', '/tokens/999999999999999']) {
      expect(await call({ method: 'DELETE', at })).toMatchObject({
        status: 404,
        json: { type: '/v1/problems/not-found' },
      })
    }
    for (const at of ['/tokens/x', '/tokens/0', '/tokens/-1']) {
      expect(await call({ method: 'DELETE', at })).toMatchObject({ status: 422, json: { errors: [{ in: 'path' }] } })
    }
  })

  test('reading tokens is not making or revoking them', async () => {
    const call = await callerOf(await testService(), ['tokens:read', 'orders:write', 'shop:write'])
    expect(await call({ at: '/tokens' })).toMatchObject({ status: 200 })
    expect(await call({ at: '/tokens', body: { name: 'x' } })).toMatchObject({ status: 403 })
    expect(await call({ method: 'DELETE', at: '/tokens/1' })).toMatchObject({ status: 403 })
  })

  test.each([
    ['name', { name: undefined }, 'is missing'],
    ['name', { name: ' ' }, "A token's name has 1 to 100 printable characters."],
    ['name', { name: 'x'.repeat(101) }, '1 to 100'],
    ['scopes', { scopes: [] }, 'at least 1 entry'],
    ['scopes.0', { scopes: ['orders'] }, 'must be one of "orders:read"'],
    ['scopes', { scopes: 'orders:read' }, 'must be a list'],
    ['allowed_addresses.0', { allowed_addresses: ['shop.example.com'] }, 'neither an address nor a range'],
    ['allowed_addresses', { allowed_addresses: Array.from({ length: 101 }, () => '::1') }, 'at most 100'],
    ['allowed_addresses', { allowed_addresses: null }, 'must be a list'],
    ['expires_at', { expires_at: '2026-01-01T00:00:00Z' }, 'must be in the future'],
    ['expires_at', { expires_at: 'tomorrow' }, 'must be a time like'],
    ['token', { token: 'x' }, 'is not known here'],
  ])('%#: a wrong %s', async (field, wrong, words) => {
    const call = await callerOf(await testService(), scopes)
    const { status, json } = await call({ at: '/tokens', body: { name: 'x', ...wrong } })
    expect({ status, json }).toMatchObject({ status: 422, json: { errors: [{ in: 'body', field }] } })
    expect((json as { detail: string }).detail).toContain(words)
  })

  test('a token makes none that lasts longer, or may be used from more places', async () => {
    const service = await testService()
    const expires = service.clock.now + 60_000
    const token = await bound(service, { allow: ['127.0.0.0/8', '::1'], expires })
    const status = async (wanted: object): Promise<unknown> => {
      const { status: code, json } = await callV1(service, { at: '/tokens', token, body: { name: 'x', ...wanted } })
      return code === 201 ? code : (json as { errors: readonly unknown[] }).errors
    }
    const ends = 'The token that makes it ends at 2026-01-01T00:01:00.000Z, so it must end by then.'
    const place = 'The token that makes it may be used from 127.0.0.0/8, ::1 only, so take some of these.'
    expect(await status({ expires_at: null })).toEqual([{ in: 'body', field: 'expires_at', detail: ends }])
    expect(await status({ expires_at: '2026-01-01T00:01:00.001Z' })).toMatchObject([{ field: 'expires_at' }])
    expect(await status({ expires_at: '2026-01-01T00:01:00Z' })).toBe(201)
    expect(await status({ allowed_addresses: [] })).toEqual([{ in: 'body', field: 'allowed_addresses', detail: place }])
    expect(await status({ allowed_addresses: ['::1', '10.0.0.0/8'] })).toMatchObject([{ field: 'allowed_addresses' }])
    expect(await status({ allowed_addresses: ['::1'] })).toBe(201)
  })
})

test('lists have pages', async () => {
  const service = await testService()
  const call = await callerOf(service, ['tokens:write'])
  for (let count = 0; count < 3; count += 1) await tokenFor(service)
  const first = await call({ at: '/tokens?limit=3' })
  expect(first).toMatchObject({ json: { data: [{ number: 1 }, { number: 2 }, { number: 3 }] } })
  const { next_cursor: cursor } = first.json as { next_cursor: string }
  const last = await call({ at: `/tokens?limit=3&cursor=${cursor}` })
  expect(last).toMatchObject({ json: { data: [{ number: 4 }], next_cursor: null } })
})
