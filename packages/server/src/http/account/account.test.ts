import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, invitation, password, signedIn } from '../../../test/account.ts'
import { databaseNames, placeOn, type Place } from '../../../test/databases.ts'
import { type Service, startService, testService } from '../../../test/service.ts'
import { rowsAt } from '../../../test/stored-rows.ts'
import { tester } from '../../../test/tester.ts'
import { totp } from '../../../test/totp.ts'
import { roles } from '../../rules/user.ts'

const asAlice = { 'billkeep-shop': 'alice' }

test('without anybody who could sign in there is no page', async () => {
  const service = await testService()
  for (const path of ['/account', '/account/', '/account/me', '/account/auth/get-session']) {
    expect(await ask(service, path)).toMatchObject({ status: 404 })
  }
})

describe.each(databaseNames)('on %s', (name) => {
  let service: Service
  let place: Place
  beforeAll(async () => {
    place = await placeOn(name)
    service = await startService({}, place)
  })
  afterAll(() => service.close())

  test('an invitation makes a user, once; who signs in sees the own shops', async () => {
    const token = await invitation(service, 'owner', { email: 'Owner@example.com' })
    expect(await ask(service, '/account/welcome', { body: { token } })).toMatchObject({
      status: 200,
      json: { email: 'owner@example.com', shop: 'alice', role: 'owner', known: false },
    })
    const body = { token, name: 'Olga', password }
    expect(await ask(service, '/account/welcome', { body })).toMatchObject({ status: 200 })
    expect(await ask(service, '/account/welcome', { body })).toMatchObject({ status: 404 })
    const signIn = await ask(service, '/account/auth/sign-in/email', {
      body: { email: 'owner@example.com', password },
    })
    expect(signIn.status).toBe(200)
    expect(signIn.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Strict/i)
    expect(await ask(service, '/account/me', { cookie: signIn.cookie })).toMatchObject({
      status: 200,
      json: {
        user: { email: 'owner@example.com', name: 'Olga' },
        shops: [{ login: 'alice', title: '', role: 'owner', time_zone: 'UTC' }],
      },
    })
    const read = await ask(service, '/v1/orders/258367', { cookie: signIn.cookie, headers: asAlice })
    expect(read).toMatchObject({ status: 200, json: { number: 258_367 } })
  })

  test('sessions that have expired open nothing, and go when somebody signs in', async () => {
    const cookie = await signedIn(service, 'owner', 'forgetful@example.com')
    const ofUser = `user_id = (select id from users where email = 'forgetful@example.com')`
    await rowsAt(place, `update sessions set expires_at = 1 where ${ofUser} returning id`)
    const body = { email: 'forgetful@example.com', password }
    expect(await ask(service, '/account/auth/sign-in/email', { body })).toMatchObject({ status: 200 })
    expect(await rowsAt(place, `select id from sessions where expires_at = 1`)).toEqual([])
    expect(await rowsAt(place, `select id from sessions where ${ofUser}`)).toHaveLength(1)
    expect(await ask(service, '/account/me', { cookie })).toMatchObject({ status: 401 })
  })

  test('somebody who is a user already belongs to one shop more, with the password they have', async () => {
    const cookie = await signedIn(service, 'staff', 'both@example.com')
    const token = await invitation(service, 'owner', { login: 'Bob', email: 'both@example.com' })
    expect(await ask(service, '/account/welcome', { body: { token } })).toMatchObject({ json: { known: true } })
    const body = { token, name: 'Other', password: 'another password' }
    expect(await ask(service, '/account/welcome', { body })).toMatchObject({ status: 200 })
    expect(await ask(service, '/account/me', { cookie })).toMatchObject({
      json: {
        user: { name: 'Anna' },
        shops: [
          { login: 'alice', role: 'staff' },
          { login: 'Bob', role: 'owner' },
        ],
      },
    })
    const asBob = { 'billkeep-shop': 'bob' }
    expect(await ask(service, '/v1/orders/1', { cookie, headers: asBob })).toMatchObject({ status: 200 })
    expect(await ask(service, '/v1/orders/258367', { cookie, headers: asBob })).toMatchObject({ status: 404 })
  })

  test('a session can be listed and ended', async () => {
    const cookie = await signedIn(service, 'owner', 'sessions@example.com')
    const body = { email: 'sessions@example.com', password }
    const other = (await ask(service, '/account/auth/sign-in/email', { body })).cookie
    const { text } = await ask(service, '/account/auth/list-sessions', { cookie })
    expect(JSON.parse(text)).toHaveLength(2)
    await ask(service, '/account/auth/revoke-other-sessions', { cookie, body: {} })
    expect(await ask(service, '/account/me', { cookie: other })).toMatchObject({ status: 401 })
    await ask(service, '/account/auth/sign-out', { cookie, body: {} })
    expect(await ask(service, '/account/me', { cookie })).toMatchObject({ status: 401 })
    expect(await ask(service, '/v1/orders/258367', { cookie, headers: asAlice })).toMatchObject({ status: 401 })
  })

  test('a second factor is asked for once it is on', async () => {
    const email = 'second@example.com'
    const fresh = await startService({}, await placeOn(name))
    const cookie = await signedIn(fresh, 'owner', email)
    const enabled = await ask(fresh, '/account/auth/two-factor/enable', { cookie, body: { password } })
    const secret = /secret=([A-Z2-7]+)/.exec(String(enabled.json['totpURI']))?.[1] ?? ''
    const verified = await ask(fresh, '/account/auth/two-factor/verify-totp', {
      cookie,
      body: { code: totp(secret) },
    })
    expect(verified.status).toBe(200)
    const half = await ask(fresh, '/account/auth/sign-in/email', { body: { email, password } })
    expect(half).toMatchObject({ status: 200, json: { twoFactorRedirect: true } })
    expect(await ask(fresh, '/account/me', { cookie: half.cookie })).toMatchObject({ status: 401 })
    const wrong = { cookie: half.cookie, body: { code: '000000' } }
    expect((await ask(fresh, '/account/auth/two-factor/verify-totp', wrong)).status).toBe(401)
    const whole = await ask(fresh, '/account/auth/two-factor/verify-totp', {
      cookie: half.cookie,
      body: { code: totp(secret) },
    })
    expect(await ask(fresh, '/account/me', { cookie: whole.cookie })).toMatchObject({ status: 200 })
    await fresh.close()
  })

  test('members are listed, and the last owner stays', async () => {
    const { members, shops } = service.store
    const { id } = await shops.create(`lonely-${name.toLowerCase()}`, tester)
    const token = await service.store.invitations.create(
      id,
      { email: 'o@example.com', role: 'owner', expires: 1e15 },
      tester,
    )
    await ask(service, '/account/welcome', { body: { token, name: 'O', password } })
    const [owner] = await members.list(id)
    expect(owner).toMatchObject({ email: 'o@example.com', role: 'owner' })
    await expect(members.remove(id, owner?.userId ?? '', tester)).rejects.toThrow('no owner left')
    await expect(members.setRole(id, owner?.userId ?? '', 'staff', tester)).rejects.toThrow('no owner left')
  })
})

describe('a call with a cookie', () => {
  test.each([
    ['without the shop', {}, 403],
    ['of another shop', { 'billkeep-shop': 'Bob' }, 401],
    ['of no shop', { 'billkeep-shop': 'nobody' }, 401],
    ['from another origin', { ...asAlice, origin: 'https://evil.example' }, 403],
    ['from another site', { ...asAlice, 'sec-fetch-site': 'cross-site' }, 403],
    ['from another port', { ...asAlice, 'sec-fetch-site': 'same-site' }, 403],
    ['from nowhere', { ...asAlice, origin: 'null' }, 403],
  ])('%s is refused', async (_, headers, status) => {
    const service = await testService()
    const cookie = await signedIn(service, 'owner')
    const reply = await ask(service, '/v1/orders/258367', { cookie, headers })
    expect(reply.status).toBe(status)
  })

  test('that was made up is refused', async () => {
    const service = await testService()
    await signedIn(service, 'owner')
    const cookie = 'billkeep.session_token=abc.def'
    expect(await ask(service, '/v1/orders/258367', { cookie, headers: asAlice })).toMatchObject({ status: 401 })
  })

  test.each(roles)('of %s: only an owner sees keys, tokens, people and the request log', async (role) => {
    const service = await testService()
    const cookie = await signedIn(service, role)
    const given = { cookie, headers: asAlice }
    expect(await ask(service, '/v1/orders/258367', given)).toMatchObject({ status: 200 })
    for (const path of ['/shop/key', '/tokens', '/members', '/requests', '/audit']) {
      expect([path, (await ask(service, `/v1${path}`, given)).status]).toEqual([path, role === 'owner' ? 200 : 403])
    }
    const rotated = await ask(service, '/v1/shop/key/rotate', { ...given, body: {} })
    expect(rotated.status).toBe(role === 'owner' ? 200 : 403)
    const changed = await ask(service, '/v1/shop', { ...given, method: 'PATCH', body: { title: 'Mine' } })
    expect(changed.status).toBe(role === 'owner' ? 200 : 403)
    const invited = { email: 'me@example.com', role: 'owner' }
    expect((await ask(service, '/v1/invitations', { ...given, body: invited })).status).toBe(
      role === 'owner' ? 201 : 403,
    )
  })

  test('may be repeated with a key, which is the own one', async () => {
    const service = await testService()
    const cookies = [await signedIn(service, 'owner'), await signedIn(service, 'owner', 'olga@example.com')]
    const headers = { ...asAlice, 'idempotency-key': 'one' }
    const deleted = await Promise.all(
      cookies.map((cookie) => ask(service, '/v1/orders/258367', { method: 'DELETE', cookie, headers })),
    )
    expect(deleted.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 404])
  })
})

describe('the invitation', () => {
  test.each([
    ['that is none', { token: 'x', password }, 404],
    ['without a token', { token: undefined, password }, 422],
    ['with a short password', { password: 'short' }, 422],
    ['with another field', { password, role: 'owner' }, 422],
  ])('%s is refused', async (_, given, status) => {
    const service = await testService()
    const token = await invitation(service, 'owner')
    expect(await ask(service, '/account/welcome', { body: { token, ...given } })).toMatchObject({ status })
  })

  test('ends with its time', async () => {
    const service = await testService()
    const token = await invitation(service, 'owner')
    service.clock.now += 3_600_000
    expect(await ask(service, '/account/welcome', { body: { token, password } })).toMatchObject({ status: 404 })
  })

  test('without an address takes the one that is given', async () => {
    const service = await testService()
    const token = await invitation(service, 'owner', { email: '' })
    expect(await ask(service, '/account/welcome', { body: { token, password } })).toMatchObject({ status: 422 })
    const body = { token, password, email: 'me@example.com' }
    expect(await ask(service, '/account/welcome', { body })).toMatchObject({ status: 200 })
  })
})

test('a password can be guessed ten times a minute', async () => {
  const service = await testService()
  await signedIn(service, 'owner')
  const body = { email: 'anna@example.com', password: 'not the password' }
  const statuses: number[] = []
  for (let guess = 0; guess < 11; guess += 1) {
    statuses.push((await ask(service, '/account/auth/sign-in/email', { body })).status)
  }
  expect(statuses).toContain(401)
  expect(statuses.at(-1)).toBe(429)
})

test('nobody signs up without an invitation', async () => {
  const service = await testService()
  await invitation(service, 'owner')
  const body = { email: 'me@example.com', name: 'Me', password }
  expect((await ask(service, '/account/auth/sign-up/email', { body })).status).toBe(400)
})

describe('a download', () => {
  test('names its shop in the address, and is refused to others as any call is', async () => {
    const service = await testService()
    const cookie = await signedIn(service, 'staff')
    const path = '/account/download/Alice/orders?format=csv&status=waiting'
    const file = await ask(service, path, { cookie })
    expect(file.status).toBe(200)
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="alice-orders-2026-01-01.csv"')
    expect(file.text).toMatch(/^number,.*\r\n258368,/)
    expect(file.text).not.toContain('258367')
    expect(await ask(service, path)).toMatchObject({ status: 401 })
    expect(await ask(service, path.replace('Alice', 'Bob'), { cookie })).toMatchObject({ status: 401 })
    expect(await ask(service, path.replace('Alice', '%E0%A4%A'), { cookie })).toMatchObject({ status: 401 })
    const elsewhere = { cookie, headers: { 'sec-fetch-site': 'cross-site' } }
    expect(await ask(service, path, elsewhere)).toMatchObject({ status: 403 })
    expect(await ask(service, path, { cookie, method: 'POST' })).toMatchObject({ status: 405 })
    expect(await ask(service, `${path}&format=xml`, { cookie })).toMatchObject({ status: 422 })
  })
})
