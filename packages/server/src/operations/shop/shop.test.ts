import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alice, call as callOld, type Service, signed, startService, testService } from '../../../test/service.ts'
import { tester } from '../../../test/tester.ts'
import { aliceOf, callerOf, callV1, tokenFor } from '../../../test/v1.ts'
import { scopes } from '../../rules/scope.ts'

/** For tests that leave nothing behind. */
let shared: Service
beforeAll(async () => {
  shared = await startService()
})
afterAll(() => shared.close())

const plain = {
  login: 'alice',
  title: null,
  language: 'en',
  time_zone: 'UTC',
  currency: 'RUB',
  payment_url: null,
  notify: { created: null, paid: null, prepaid: null, cancelled: null, returned: null },
  stale_reads: false,
  allowed_addresses: [],
  domains: [],
  enabled: true,
  created_at: '2026-01-01T00:00:00.000Z',
}

const set = {
  title: 'Анна печёт',
  language: 'ru',
  time_zone: 'Europe/Moscow',
  currency: 'EUR',
  payment_url: 'https://pay.example.com/?order={number}&sum={sum}',
  notify: { ...plain.notify, paid: 'https://shop.example.com/paid.php' },
  stale_reads: true,
  allowed_addresses: ['127.0.0.0/8', '::1', '::ffff:127.0.0.1'],
}

test('settings are read, changed, stay where they are left out, and are taken away by null', async () => {
  const service = await testService()
  const call = await callerOf(service, ['shop:write'])
  await service.store.shops.addDomain('alice', tester, 'orders.example.com')
  const shown = { ...plain, domains: ['orders.example.com'] }
  expect((await call({ at: '/shop' })).json).toEqual(shown)
  const change = async (body: unknown): Promise<unknown> => (await call({ method: 'PATCH', at: '/shop', body })).json
  expect(await change({})).toEqual(shown)
  expect(await change(set)).toEqual({ ...shown, ...set })
  expect(await change({ notify: { paid: null, created: 'http://a.example/' } })).toMatchObject({
    ...set,
    notify: { ...plain.notify, created: 'http://a.example/' },
  })
  const nothing = { title: null, payment_url: null, allowed_addresses: [] }
  expect(await change(nothing)).toMatchObject({ ...set, ...nothing, notify: { created: 'http://a.example/' } })
  expect(await change({ time_zone: 'europe/berlin', currency: 'usd' })).toMatchObject({
    time_zone: 'Europe/Berlin',
    currency: 'USD',
  })
})

test('whoever leaves out their own address cannot call any more', async () => {
  const service = await testService()
  const call = await callerOf(service, ['shop:write'])
  const body = { allowed_addresses: ['203.0.113.7'] }
  expect(await call({ method: 'PATCH', at: '/shop', body })).toMatchObject({ status: 200, json: body })
  service.clock.now += 1_000
  expect(await call({ at: '/shop' })).toMatchObject({ status: 403, json: { type: '/v1/problems/address-denied' } })
})

test('who changed the settings is noted, but not where nothing changed', async () => {
  const service = await testService()
  const call = await callerOf(service, ['shop:write', 'audit:read'])
  await call({ method: 'PATCH', at: '/shop', body: { title: 'A', allowed_addresses: ['127.0.0.1'] } })
  await call({ method: 'PATCH', at: '/shop', body: { title: 'A', allowed_addresses: ['127.0.0.1'] } })
  const { json } = await call({ at: '/audit?limit=3' })
  expect(json).toMatchObject({
    data: [
      { face: 'v1', action: 'shop.changed', subject: 'shop alice', details: { title: { was: '', is: 'A' } } },
      { face: 'v1', action: 'shop.changed', details: { allowedAddresses: { was: [], is: ['127.0.0.1'] } } },
      { action: 'token.created' },
    ],
  })
})

test('a new key counts at once, and the one before for as long as is said', async () => {
  const service = await testService()
  const call = await callerOf(service, ['shop:key'])
  const works = async (key: string): Promise<boolean> => {
    const body = signed({ email: 'buyer@example.com' }, { ...alice, key })
    return (await callOld(service, { body }, key).catch(() => ({ code: 1 }))).code === 0
  }
  expect((await call({ at: '/shop/key' })).json).toEqual({
    key: alice.key,
    previous_key: null,
    previous_key_until: null,
  })
  const rotate = { at: '/shop/key/rotate', body: { overlap_seconds: 60 } }
  const rotated = await call(rotate)
  const { key } = rotated.json as { key: string }
  expect(rotated).toMatchObject({ status: 200 })
  expect(key).toMatch(/^[A-Za-z0-9]{40}$/)
  const both = { key, previous_key: alice.key, previous_key_until: '2026-01-01T00:01:00.000Z' }
  expect(rotated.json).toEqual(both)
  expect((await call({ at: '/shop/key' })).json).toEqual(both)
  service.clock.now += 1_000
  expect([await works(key), await works(alice.key)]).toEqual([true, true])
  service.clock.now += 59_000
  expect([await works(key), await works(alice.key)]).toEqual([true, false])
  expect((await call({ at: '/shop/key' })).json).toEqual({ key, previous_key: null, previous_key_until: null })
})

test('left out, the overlap is a week; 0 is none; and a repeated call makes no second key', async () => {
  const service = await testService()
  const call = await callerOf(service, ['shop:key'])
  const given = { method: 'POST', at: '/shop/key/rotate', headers: { 'idempotency-key': 'once' } }
  const first = await call(given)
  expect(first).toMatchObject({ status: 200, json: { previous_key_until: '2026-01-08T00:00:00.000Z' } })
  expect((await call(given)).json).toEqual(first.json)
  const stopped = await call({ at: '/shop/key/rotate', body: { overlap_seconds: 0 } })
  expect(stopped).toMatchObject({ json: { previous_key: null, previous_key_until: null } })
})

test('neither the key nor who has it is in the audit or the log', async () => {
  const service = await testService()
  const call = await callerOf(service, ['shop:key', 'audit:read'])
  const { key } = (await call({ at: '/shop/key/rotate', body: {} })).json as { key: string }
  const { text } = await call({ at: '/audit' })
  expect(text).toContain('shop.key_rotated')
  for (const place of [text, service.log.join('')]) {
    expect(place).not.toContain(key)
    expect(place).not.toContain(alice.key)
  }
})

describe('refusals', () => {
  test.each([
    ['title', { title: 'x'.repeat(101) }, 'at most 100 characters'],
    ['title', { title: 'a\nb' }, 'one line'],
    ['language', { language: 'de' }, 'must be one of "en", "ru"'],
    ['language', { language: null }, 'must be one of'],
    ['time_zone', { time_zone: 'Mars/Base' }, 'is not a time zone'],
    ['time_zone', { time_zone: '+03:00' }, 'is not a time zone'],
    ['currency', { currency: 'XYZ' }, 'is not a currency'],
    ['currency', { currency: null }, 'must be a text'],
    ['payment_url', { payment_url: 'https://{email}.example.com/' }, 'is no address to pay at'],
    ['payment_url', { payment_url: 'https://a.example/{name}' }, 'nothing that can be filled in'],
    ['notify.paid', { notify: { paid: 'mailto:a@example.com' } }, 'http or https'],
    ['stale_reads', { stale_reads: 'yes' }, 'must be true or false'],
    ['allowed_addresses.1', { allowed_addresses: ['::1', '300.0.0.1'] }, 'neither an address nor a range'],
    ['allowed_addresses', { allowed_addresses: Array.from({ length: 1_001 }, () => '::1') }, 'at most 1000'],
    ['login', { login: 'other' }, 'is not known here'],
    ['enabled', { enabled: false }, 'is not known here'],
    ['domains', { domains: ['bob.localhost'] }, 'is not known here'],
  ])('%#: a wrong %s changes nothing', async (field, wrong, words) => {
    const call = await callerOf(shared, ['shop:write'])
    const { status, json } = await call({ method: 'PATCH', at: '/shop', body: { title: 'Changed', ...wrong } })
    expect({ status, json }).toMatchObject({ status: 422, json: { errors: [{ in: 'body', field }] } })
    expect((json as { detail: string }).detail).toContain(words)
    expect((await call({ at: '/shop' })).json).toEqual(plain)
  })

  test.each([-1, 0.5, 31_536_001, null, '60'])('an overlap of %j', async (seconds) => {
    const call = await callerOf(shared, ['shop:key'])
    expect(await call({ at: '/shop/key/rotate', body: { overlap_seconds: seconds } })).toMatchObject({
      status: 422,
      json: { errors: [{ in: 'body', field: 'overlap_seconds' }] },
    })
    expect(await call({ at: '/shop/key' })).toMatchObject({ json: { key: alice.key } })
  })

  test('each scope is for its own thing', async () => {
    const reading = await callerOf(shared, ['shop:read'])
    expect(await reading({ at: '/shop' })).toMatchObject({ status: 200 })
    expect(await reading({ method: 'PATCH', at: '/shop', body: {} })).toMatchObject({ status: 403 })
    const all = scopes.filter((scope) => scope !== 'shop:key')
    const withoutKey = await callerOf(shared, all)
    expect(await withoutKey({ at: '/shop/key' })).toMatchObject({ status: 403 })
    expect(await withoutKey({ at: '/shop/key/rotate', body: {} })).toMatchObject({ status: 403 })
    const keyOnly = await callerOf(shared, ['shop:key'])
    expect(await keyOnly({ at: '/shop' })).toMatchObject({ status: 403 })
  })

  test("nobody sees or changes another shop's settings", async () => {
    const service = await testService()
    const token = await tokenFor(service, { login: 'Bob' })
    expect(await callV1(service, { at: '/shop', token })).toMatchObject({ json: { login: 'Bob' } })
    await callV1(service, { method: 'PATCH', at: '/shop', token, body: { title: "Bob's" } })
    await callV1(service, { at: '/shop/key/rotate', token, body: {} })
    expect(await (await aliceOf(service)).shop.get()).toMatchObject({ title: '', keys: [alice.key] })
  })
})
