/** A token in the address: of the CSV of orders, and of a token that can do no more. */
import { describe, expect, test } from 'vitest'
import { containing } from '../../../test/containing.ts'
import { type Service, testService } from '../../../test/service.ts'
import { aliceOf, callV1, type ReplyV1, tokenFor } from '../../../test/v1.ts'

const csv = '/orders/export?format=csv'

async function read(service: Service, token: string, at = csv): Promise<ReplyV1> {
  return callV1(service, { at: `${at}${at.includes('?') ? '&' : '?'}token=${token}` })
}

test('gets the orders as CSV, with the filters of the export', async () => {
  const service = await testService()
  const token = await tokenFor(service, { scopes: ['orders:export'] })
  const all = await read(service, token)
  expect(all).toMatchObject({ status: 200, text: containing(/^number,email,.*\r\n2583/) })
  expect(all.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  expect(all.headers.get('cache-control')).toBe('no-store')
  const waiting = await read(service, token, `${csv}&status=waiting&sort=number`)
  expect(waiting.text.split('\r\n').filter((line) => /^\d/.test(line))).toHaveLength(2)
  expect(await read(service, token, `${csv}&colour=red`)).toMatchObject({ status: 422 })
})

test('tells nobody of the token: not the log, not the answer', async () => {
  const service = await testService()
  const token = await tokenFor(service, { scopes: ['orders:export'] })
  const replies = [await read(service, token), await read(service, `${token}x`), await read(service, token, '/orders')]
  const secret = token.split('_').at(-1) ?? ''
  expect(secret).toHaveLength(40)
  for (const { text, headers } of replies) expect(`${text}${JSON.stringify([...headers])}`).not.toContain(secret)
  expect(service.log.length).toBeGreaterThan(0)
  expect(service.log.join('')).not.toContain(secret)
})

describe('is refused:', () => {
  test('of a token that may do anything else', async () => {
    const service = await testService()
    for (const scopes of [['orders:read'], ['orders:export', 'products:read']] as const) {
      expect(await read(service, await tokenFor(service, { scopes }))).toMatchObject({
        status: 403,
        json: { detail: 'A token that stands in an address must have the scope «orders:export» and no other.' },
      })
    }
  })

  test.each([
    ['for lines of JSON, which can be imported again', '/orders/export?format=ndjson'],
    ['where no format is said', '/orders/export'],
    ['for a list', '/orders'],
    ['for an order', '/orders/258367'],
  ])('%s', async (_, at) => {
    const service = await testService()
    expect(await read(service, await tokenFor(service, { scopes: ['orders:export'] }), at)).toMatchObject({
      status: 401,
    })
  })

  test('what is no token, one that was revoked, and guesses', async () => {
    const service = await testService({ callsPerMinute: 60 })
    const token = await tokenFor(service, { scopes: ['orders:export'] })
    expect(await read(service, token)).toMatchObject({ status: 200 })
    await (await aliceOf(service)).tokens.revoke(1)
    service.clock.now += 1_000
    expect(await read(service, token)).toMatchObject({ status: 401 })
    expect(await read(service, 'x')).toMatchObject({ status: 429 })
  })

  test('of another shop: it gets its own orders', async () => {
    const service = await testService()
    const token = await tokenFor(service, { scopes: ['orders:export'], login: 'Bob' })
    expect((await read(service, token)).text).not.toContain('258367')
  })

  test('beside a header, which then counts, and the parameter is not known', async () => {
    const service = await testService()
    const token = await tokenFor(service)
    expect(await callV1(service, { at: `${csv}&token=x`, token })).toMatchObject({ status: 422 })
  })
})

test('a token for exports does nothing else, and one that reads orders exports them, too', async () => {
  const service = await testService()
  const exporting = await tokenFor(service, { scopes: ['orders:export'] })
  expect(await callV1(service, { at: csv, token: exporting })).toMatchObject({ status: 200 })
  expect(await callV1(service, { at: '/orders', token: exporting })).toMatchObject({ status: 403 })
  for (const scope of ['orders:read', 'orders:write'] as const) {
    const token = await tokenFor(service, { scopes: [scope] })
    expect(await callV1(service, { at: csv, token })).toMatchObject({ status: 200 })
  }
})
