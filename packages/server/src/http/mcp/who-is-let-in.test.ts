/** Who may speak to `/mcp`, and in which form. */
import { describe, expect, test } from 'vitest'
import { containing } from '../../../test/containing.ts'
import { mcpOverHttp } from '../../../test/mcp-client.ts'
import { type Service, testService } from '../../../test/service.ts'
import { tester } from '../../../test/tester.ts'
import { tokenFor } from '../../../test/v1.ts'

const reading = ['mcp', 'orders:read', 'products:read', 'statistics:read'] as const

/** A request without a client's help; a message that lists the tools, if nothing is said. */
async function post(
  { port }: Service,
  token: string,
  { headers = {}, ...init }: { headers?: Readonly<Record<string, string>>; body?: string; method?: string } = {},
): Promise<{ status: number; headers: Headers; text: string }> {
  const response = await fetch(`http://127.0.0.1:${port}/mcp`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(init.method === 'GET' ? {} : { body: listTools }),
    ...init,
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const listTools = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' })

describe('is refused:', () => {
  test.each([
    ['no token', ''],
    ['what is no token', 'x'],
    ['an unknown token', `billkeep_1_99_${'x'.repeat(40)}`],
  ])('%s', async (_, token) => {
    const service = await testService()
    await tokenFor(service)
    const reply = await post(service, token)
    expect(reply).toMatchObject({ status: 401, text: containing('"title":"No valid token"') })
    expect(reply.headers.get('www-authenticate')).toContain('Bearer realm="Billkeep"')
    await expect(mcpOverHttp(service.port, token)).rejects.toThrow(/401|No valid token|unauthorized/i)
  })

  test('a token without the scope, however much else it may do', async () => {
    const service = await testService()
    const token = await tokenFor(service, { scopes: ['orders:write', 'shop:key', 'mcp:contacts'] })
    const reply = await post(service, token)
    expect(reply).toMatchObject({ status: 403, text: containing('This needs the scope «mcp».') })
    expect(reply.headers.get('www-authenticate')).toContain('scope="mcp"')
  })

  test('the cookie of somebody who is signed in', async () => {
    const service = await testService()
    const headers = { cookie: 'billkeep.session_token=x', 'billkeep-shop': 'alice' }
    expect(await post(service, '', { headers })).toMatchObject({ status: 401 })
  })

  test('a token from another address, and of a shop that is switched off', async () => {
    const service = await testService()
    const bound = await tokenFor(service, { scopes: reading, allow: ['203.0.113.0/24'] })
    expect(await post(service, bound)).toMatchObject({ status: 403, text: containing('address-denied') })
    const token = await tokenFor(service, { scopes: reading })
    await service.store.shops.setEnabled('alice', tester, false)
    expect(await post(service, token)).toMatchObject({ status: 403, text: containing('shop-disabled') })
  })

  test.each([
    ['http://evil.example', '127.0.0.1'],
    ['null', '127.0.0.1'],
    // Its name leads here, so that its pages count as the same site (DNS rebinding).
    ['http://evil.example', 'evil.example'],
    ['http://alice.localhost', 'alice.localhost'],
  ])('a page of %s, asking for %s', async (origin, host) => {
    const service = await testService()
    const token = await tokenFor(service, { scopes: reading })
    const headers = { origin, host: `${host}:${service.port}` }
    expect(await post(service, token, { headers })).toMatchObject({
      status: 403,
      text: containing('/v1/problems/cross-site'),
    })
  })

  test('a version of the protocol that does not exist', async () => {
    const service = await testService()
    const token = await tokenFor(service, { scopes: reading })
    const reply = await post(service, token, { headers: { 'mcp-protocol-version': '1999-12-31' } })
    expect(reply).toMatchObject({ status: 400, text: containing('2025-11-25') })
  })

  test('headers that say something else than the message', async () => {
    const service = await testService()
    const token = await tokenFor(service, { scopes: reading })
    const meta = {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
      'io.modelcontextprotocol/clientCapabilities': {},
    }
    const params = { name: 'get_order', arguments: { number: 258_367 }, _meta: meta }
    const body = JSON.stringify({ jsonrpc: '2.0', id: 7, method: 'tools/call', params })
    const headers = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': 'list_products' }
    expect(await post(service, token, { headers, body })).toMatchObject({
      status: 400,
      text: containing('-32020'),
    })
  })

  test('a body that is too large, no JSON, of another type, or a list of messages', async () => {
    const service = await testService({ limits: { maxBodyBytes: 10_000 } })
    const token = await tokenFor(service, { scopes: reading })
    const large = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/list',
      params: { cursor: 'x'.repeat(10_000) },
    })
    expect(await post(service, token, { body: large })).toMatchObject({ status: 413 })
    expect(await post(service, token, { body: '{' })).toMatchObject({ status: 400 })
    expect(await post(service, token, { headers: { 'content-type': 'text/plain' } })).toMatchObject({ status: 415 })
    expect(await post(service, token, { body: `[${listTools},${listTools}]` })).toMatchObject({
      status: 400,
      text: containing('one message at a time'),
    })
  })

  test('a stream: no session is kept that could have one', async () => {
    const service = await testService()
    const token = await tokenFor(service, { scopes: reading })
    expect(await post(service, token, { method: 'GET' })).toMatchObject({ status: 405 })
    expect(await post(service, token, { method: 'DELETE' })).toMatchObject({ status: 405 })
  })
})

test('a page of the installation itself may ask', async () => {
  const service = await testService()
  const token = await tokenFor(service, { scopes: reading })
  const headers = { origin: `http://127.0.0.1:${service.port}` }
  expect(await post(service, token, { headers })).toMatchObject({ status: 200 })
})

test('calls count as those of API v1 do, and wrong tokens more', async () => {
  const service = await testService({ callsPerMinute: 3 })
  const token = await tokenFor(service, { scopes: reading })
  expect((await post(service, token)).headers.get('ratelimit')).toBe('"calls";r=2;t=60')
  await post(service, token)
  await post(service, token)
  const reply = await post(service, token)
  expect(reply).toMatchObject({ status: 429, text: containing('rate-limited') })
  expect(reply.headers.get('retry-after')).toBe('60')
  await post(service, 'x')
  expect(await post(service, 'x')).toMatchObject({ status: 429 })
})
