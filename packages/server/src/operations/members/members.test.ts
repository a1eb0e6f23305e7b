import { describe, expect, test } from 'vitest'
import { ask, memberOf, password } from '../../../test/account.ts'
import { databaseNames, placeOn } from '../../../test/databases.ts'
import { type Service, startService, testService } from '../../../test/service.ts'
import { aliceOf, callerOf, callV1, tokenFor } from '../../../test/v1.ts'
import { scopes } from '../../rules/scope.ts'

interface Listed {
  readonly data: readonly { readonly user: string; readonly email: string; readonly role: string }[]
  readonly next_cursor: string | null
}

interface Invited {
  readonly data: readonly { readonly id: string; readonly email: string }[]
  readonly next_cursor: string | null
}

const inAlices = (email: string) => ({ login: 'alice', email })

async function invite(service: Service, body: unknown, token?: string) {
  return callV1(service, { at: '/invitations', body, token: token ?? (await tokenFor(service)) })
}

test.each(databaseNames)('on %s somebody is invited, comes in, changes the role and is shut out', async (name) => {
  const service = await startService({}, await placeOn(name))
  const call = await callerOf(service, scopes)
  const made = await invite(service, { email: 'Olga@example.com', role: 'owner', expires_in_seconds: 60 })
  expect(made).toMatchObject({
    status: 201,
    json: { email: 'olga@example.com', role: 'owner', expires_at: '2026-01-01T00:01:00.000Z' },
  })
  const { link_path: link } = made.json as { link_path: string }
  const [path, token] = link.split('#')
  expect(path).toBe('/account/welcome')
  const body = { token, name: 'Olga', password }
  expect(await ask(service, '/account/welcome', { body })).toMatchObject({ status: 200 })
  expect(await ask(service, '/account/welcome', { body })).toMatchObject({ status: 404 })
  const [olga] = ((await call({ at: '/members' })).json as Listed).data
  expect(olga).toEqual({
    user: expect.any(String) as string,
    email: 'olga@example.com',
    name: 'Olga',
    role: 'owner',
    joined_at: '2026-01-01T00:00:00.000Z',
  })
  const at = `/members/${olga?.user ?? ''}`
  const last = { status: 409, json: { type: '/v1/problems/wrong-state' } }
  expect(await call({ method: 'PATCH', at, body: { role: 'staff' } })).toMatchObject(last)
  expect(await call({ method: 'PATCH', at, body: { role: 'owner' } })).toMatchObject({ json: { role: 'owner' } })
  expect(await call({ method: 'DELETE', at })).toMatchObject(last)
  await memberOf(service, 'owner', inAlices('second@example.com'))
  expect(await call({ method: 'PATCH', at, body: { role: 'staff' } })).toMatchObject({ json: { role: 'staff' } })
  expect(await call({ method: 'DELETE', at })).toMatchObject({ status: 204 })
  expect(await call({ method: 'DELETE', at })).toMatchObject({ status: 404 })
  const audit = await (await aliceOf(service)).audit.list({ limit: 2 })
  expect(audit.map(({ action, actor }) => [action, actor.face])).toEqual([
    ['member.removed', 'v1'],
    ['member.changed', 'v1'],
  ])
  await service.close()
})

test('members are listed by address, page by page, and only those of the own shop', async () => {
  const service = await testService()
  const emails = ['c@example.com', 'a@example.com', 'b@example.com']
  for (const email of emails) await memberOf(service, 'staff', inAlices(email))
  const other = await memberOf(service, 'owner', { login: 'Bob', email: 'bob@example.com' })
  const call = await callerOf(service, scopes)
  const seen: string[] = []
  for (let cursor = ''; ;) {
    const page = (await call({ at: `/members?limit=2${cursor}` })).json as Listed
    seen.push(...page.data.map(({ email }) => email))
    if (page.next_cursor === null) break
    cursor = `&cursor=${page.next_cursor}`
  }
  expect(seen).toEqual(emails.toSorted())
  expect(await call({ at: '/members?cursor=x' })).toMatchObject({ status: 422 })
  expect(await call({ method: 'DELETE', at: `/members/${other}` })).toMatchObject({ status: 404 })
  expect(await call({ method: 'PATCH', at: `/members/${other}`, body: { role: 'staff' } })).toMatchObject({
    status: 404,
  })
  expect((await service.store.members.shopsOf(other)).map(({ role }) => role)).toEqual(['owner'])
})

test.each(databaseNames)('on %s open invitations are listed without their links, and withdrawn', async (name) => {
  const service = await startService({}, await placeOn(name))
  const call = await callerOf(service, scopes)
  const made: { readonly id: string; readonly link_path: string }[] = []
  for (const email of ['b@example.com', 'a@example.com', 'b@example.com']) {
    const { json } = await call({ at: '/invitations', body: { email, role: 'staff' } })
    made.push(json as (typeof made)[number])
  }
  await invite(service, { email: 'short@example.com', role: 'owner', expires_in_seconds: 60 })
  service.clock.now += 60_000
  const first = (await call({ at: '/invitations?limit=2' })).json as Invited
  const second = (await call({ at: `/invitations?limit=2&cursor=${first.next_cursor ?? ''}` })).json as Invited
  const listed = [...first.data, ...second.data]
  expect(second.next_cursor).toBe(null)
  expect(listed.map(({ email }) => email)).toEqual(['a@example.com', 'b@example.com', 'b@example.com'])
  expect(listed.map(({ id }) => id).toSorted()).toEqual(made.map(({ id }) => id).toSorted())
  expect(Object.keys(listed[0] ?? {}).toSorted()).toEqual(['email', 'expires_at', 'id', 'role'])

  const { id, link_path: link } = made[0] ?? { id: '', link_path: '' }
  const bobs = await callV1(service, {
    method: 'DELETE',
    at: `/invitations/${id}`,
    token: await tokenFor(service, { login: 'Bob' }),
  })
  expect(bobs).toMatchObject({ status: 404 })
  expect(await call({ method: 'DELETE', at: `/invitations/${id.slice(0, 4)}` })).toMatchObject({ status: 404 })
  expect(await call({ method: 'DELETE', at: `/invitations/${id}` })).toMatchObject({ status: 204 })
  expect(await call({ method: 'DELETE', at: `/invitations/${id}` })).toMatchObject({ status: 404 })
  const body = { token: link.split('#')[1], name: 'B', password }
  expect(await ask(service, '/account/welcome', { body })).toMatchObject({ status: 404 })
  expect(((await call({ at: '/invitations' })).json as Invited).data).toHaveLength(2)
  const [last] = await (await aliceOf(service)).audit.list({ limit: 1 })
  expect(last).toMatchObject({ action: 'member.uninvited', actor: { face: 'v1' } })
  await service.close()
})

test('who belongs to the shop is not invited again', async () => {
  const service = await testService()
  await memberOf(service, 'staff', inAlices('olga@example.com'))
  expect(await invite(service, { email: 'OLGA@example.com', role: 'owner' })).toMatchObject({ status: 409 })
})

describe('a token', () => {
  const owner = { email: 'me@example.com', role: 'owner' }

  test('lets nobody in who may do more than itself', async () => {
    const service = await testService()
    const token = await tokenFor(service, { scopes: ['members:write', 'orders:write'] })
    const refused = { status: 403, json: { type: '/v1/problems/missing-scope' } }
    expect(await invite(service, owner, token)).toMatchObject(refused)
    expect(await invite(service, { ...owner, role: 'staff' }, token)).toMatchObject(refused)
    const user = await memberOf(service, 'staff', inAlices('olga@example.com'))
    const raised = await callV1(service, { method: 'PATCH', at: `/members/${user}`, body: { role: 'owner' }, token })
    expect(raised).toMatchObject(refused)
    const all = scopes.filter((scope) => scope !== 'shop:key')
    expect(await invite(service, owner, await tokenFor(service, { scopes: all }))).toMatchObject(refused)
  })

  test.each([
    ['that ends by itself', { expires: Date.UTC(2027, 0, 1), allowedAddresses: [] }],
    ['that counts from some addresses', { expires: null, allowedAddresses: ['127.0.0.1'] }],
  ])('%s lets nobody in for good', async (_, bound) => {
    const service = await testService()
    const { text } = await (await aliceOf(service)).tokens.create({ name: 'bound', scopes, ...bound })
    expect(await invite(service, owner, text)).toMatchObject({ status: 403 })
  })
})

test.each([
  [{ role: 'owner' }, 'email'],
  [{ email: 'no address', role: 'owner' }, 'email'],
  [{ email: 'a@example.com', role: 'god' }, 'role'],
  [{ email: 'a@example.com', role: 'staff', expires_in_seconds: 59 }, 'expires_in_seconds'],
  [{ email: 'a@example.com', role: 'staff', expires_in_seconds: 2_592_001 }, 'expires_in_seconds'],
])('%j is refused', async (body, field) => {
  expect(await invite(await testService(), body)).toMatchObject({ status: 422, json: { errors: [{ field }] } })
})
