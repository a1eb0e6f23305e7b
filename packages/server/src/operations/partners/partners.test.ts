import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Service, startService, testService } from '../../../test/service.ts'
import { callerOf, type CallerV1, callV1, tokenFor } from '../../../test/v1.ts'

/** For tests that leave nothing behind. */
let shared: Service
beforeAll(async () => {
  shared = await startService()
})
afterAll(() => shared.close())

async function withToken(service: Service): Promise<CallerV1> {
  return callerOf(service, ['partners:write'])
}

const peter = { login: 'Peter', percent: 12.55, parent: null }

test('a partner is created, read, changed and deleted', async () => {
  const call = await withToken(await testService())
  expect(await call({ at: '/partners', body: { login: 'Mary' } })).toMatchObject({
    status: 201,
    json: { number: 1, login: 'Mary', percent: 0, parent: null },
  })
  const made = await call({ at: '/partners', body: { ...peter, parent: 'mARY' } })
  expect(made).toMatchObject({ status: 201, json: { number: 2, ...peter, parent: 'Mary' } })
  const change = async (body: unknown): Promise<unknown> =>
    (await call({ method: 'PATCH', at: '/partners/peter', body })).json
  expect(await change({})).toEqual(made.json)
  expect(await change({ parent: null })).toEqual({ number: 2, ...peter })
  expect(await change({ percent: 100, parent: '1' })).toEqual({ number: 2, ...peter, percent: 100, parent: 'Mary' })
  expect(await change({ login: ' pete ' })).toMatchObject({ number: 2, login: 'pete', percent: 100, parent: 'Mary' })
  for (const at of ['/partners/PETE', '/partners/2']) {
    expect(await call({ at })).toMatchObject({ status: 200, json: { number: 2, login: 'pete' } })
  }
  expect(await call({ method: 'DELETE', at: '/partners/mary' })).toMatchObject({ status: 204, text: '' })
  expect(await call({ at: '/partners/2' })).toMatchObject({ json: { login: 'pete', parent: null } })
  expect(await call({ at: '/partners/1' })).toMatchObject({ status: 404 })
})

test.each(['a/b', '50%', 'ПЁТР', '«x»', 'a?b#c', 'x'.repeat(100)])('%j is found by the login', async (login) => {
  const call = await withToken(shared)
  expect(await call({ at: '/partners', body: { ...peter, login } })).toMatchObject({ status: 201, json: { login } })
  const at = `/partners/${encodeURIComponent(login.toLowerCase())}`
  expect(await call({ at })).toMatchObject({ status: 200, json: { login } })
  expect(await call({ method: 'DELETE', at })).toMatchObject({ status: 204 })
})

test('a login goes before a number', async () => {
  const call = await withToken(await testService())
  await call({ at: '/partners', body: peter })
  await call({ at: '/partners', body: { login: '1' } })
  expect(await call({ at: '/partners/1' })).toMatchObject({ json: { number: 2, login: '1' } })
  expect(await call({ at: '/partners/2' })).toMatchObject({ json: { number: 2, login: '1' } })
})

describe('refusals', () => {
  test('a login that is taken, in any case of letters', async () => {
    const call = await withToken(await testService())
    await call({ at: '/partners', body: peter })
    await call({ at: '/partners', body: { login: 'Mary' } })
    const refused = { status: 409, json: { detail: 'There is a partner «PETER» already.' } }
    expect(await call({ at: '/partners', body: { login: 'PETER' } })).toMatchObject(refused)
    expect(await call({ method: 'PATCH', at: '/partners/mary', body: { login: 'PETER' } })).toMatchObject(refused)
    const same = { method: 'PATCH', at: '/partners/peter', body: { login: 'PETER' } }
    expect(await call(same)).toMatchObject({ status: 200, json: { login: 'PETER' } })
  })

  test('nobody is brought by whom they brought', async () => {
    const call = await withToken(await testService())
    await call({ at: '/partners', body: peter })
    await call({ at: '/partners', body: { login: 'Mary', parent: 'Peter' } })
    await call({ at: '/partners', body: { login: 'Anna', parent: 'Mary' } })
    for (const parent of ['Peter', 'Mary', 'Anna', '3']) {
      expect(await call({ method: 'PATCH', at: '/partners/peter', body: { percent: 1, parent } })).toMatchObject({
        status: 422,
        json: {
          detail: 'A partner cannot have been brought by somebody whom they brought.',
          errors: [{ in: 'body', field: 'parent' }],
        },
      })
    }
    expect(await call({ at: '/partners/peter' })).toMatchObject({ json: peter })
  })

  test.each([
    ['login', { login: undefined }, 'is missing'],
    ['login', { login: '' }, '1 to 100'],
    ['login', { login: 'a b' }, 'no space or comma'],
    ['login', { login: 'a,b' }, 'no space or comma'],
    ['login', { login: 'x'.repeat(101) }, '1 to 100'],
    ['login', { login: 5 }, 'must be a text'],
    ['percent', { percent: -1 }, 'at least 0'],
    ['percent', { percent: 101 }, 'at most 100'],
    ['percent', { percent: 1.005 }, 'at most two decimals'],
    ['percent', { percent: null }, 'must be a number'],
    ['parent', { parent: 'nobody' }, 'There is no partner «nobody».'],
    ['parent', { parent: ' ' }, 'at least 1 character'],
    ['parent', { parent: 1 }, 'must be a text'],
    ['number', { number: 9 }, 'is not known here'],
  ])('%#: a wrong %s', async (field, wrong, words) => {
    const call = await withToken(shared)
    const { status, json } = await call({ at: '/partners', body: { ...peter, ...wrong } })
    const { errors } = json as { errors: { in: string; field: string; detail: string }[] }
    const places = errors.map((each) => [each.in, each.field])
    expect({ status, places }).toEqual({ status: 422, places: [['body', field]] })
    expect(errors[0]?.detail).toContain(words)
  })

  test("what is not there, and what is another shop's", async () => {
    const service = await testService()
    await (
      await withToken(service)
    )({ at: '/partners', body: peter })
    const token = await tokenFor(service, { login: 'Bob' })
    for (const at of ['/partners/peter', '/partners/1', '/partners/0', '/partners/%ZZ']) {
      for (const method of ['GET', 'PATCH', 'DELETE']) {
        const body = method === 'PATCH' ? { percent: 1 } : undefined
        const { status, json } = await callV1(service, { method, at, token, body })
        expect({ status, json }).toMatchObject({ status: 404, json: { type: '/v1/problems/not-found' } })
      }
    }
    expect(await callV1(service, { at: '/partners', token })).toMatchObject({ json: { data: [] } })
    expect(await callV1(service, { at: '/partners', token, body: { login: 'x', parent: 'Peter' } })).toMatchObject({
      status: 422,
    })
    expect(await (await withToken(service))({ at: '/partners/1' })).toMatchObject({ json: peter })
  })

  test('a token that may only read partners', async () => {
    const call = await callerOf(shared, ['partners:read', 'products:write', 'coupons:write'])
    expect(await call({ at: '/partners' })).toMatchObject({ status: 200 })
    expect(await call({ at: '/partners', body: peter })).toMatchObject({ status: 403 })
    expect(await call({ method: 'PATCH', at: '/partners/1', body: {} })).toMatchObject({ status: 403 })
    expect(await call({ method: 'DELETE', at: '/partners/1' })).toMatchObject({ status: 403 })
  })
})

test('lists have pages, and find by login', async () => {
  const call = await withToken(await testService())
  for (const login of ['ПЁТР', 'mary', 'пётр-2']) {
    await call({ at: '/partners', body: { login, ...(login === 'mary' ? { parent: '1' } : {}) } })
  }
  const first = await call({ at: '/partners?limit=2' })
  expect(first).toMatchObject({ json: { data: [{ login: 'ПЁТР' }, { login: 'mary', parent: 'ПЁТР' }] } })
  const { next_cursor: cursor } = first.json as { next_cursor: string }
  expect((await call({ at: `/partners?limit=2&cursor=${cursor}` })).json).toMatchObject({
    data: [{ login: 'пётр-2', number: 3 }],
    next_cursor: null,
  })
  const found = await call({ at: `/partners?q=${encodeURIComponent('Пётр')}` })
  expect(found).toMatchObject({ json: { data: [{ number: 1 }, { number: 3 }], next_cursor: null } })
})
