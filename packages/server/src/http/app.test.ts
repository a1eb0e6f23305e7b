/** Requests as HTTP allows them and few clients send them, and what a proxy says about them. */
import { describe, expect, test } from 'vitest'
import { testConnection } from '../../test/raw-connection.ts'
import {
  bytesOfCall,
  type Call,
  call,
  checked,
  type Service,
  type ServiceOptions,
  signed,
  testService,
} from '../../test/service.ts'
import { tester } from '../../test/tester.ts'

const body = signed({ email: 'buyer@example.com' })
const hash = body.slice(-32)
const good = bytesOfCall({ body })

const ok = { status: 200, code: 0 }
const unreadable = { code: 5, text: 'Invalid user name', result: [] }

describe('unusual HTTP', () => {
  test.each<[string, string, object]>([
    ['1.1 without a host', `POST /api/GetBills HTTP/1.1\r\nContent-Length: 0\r\n\r\n`, unreadable],
    ['1.0 without a host', `POST /api/GetBills HTTP/1.0\r\n\r\n`, unreadable],
    ['for all of the server', 'OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n', unreadable],
  ])('%s', async (_what, bytes, reply) => {
    const started = await testService()
    const connection = await testConnection(started)
    expect(checked(started, await connection.send(bytes).reply(), { signedWith: '' })).toMatchObject(reply)
  })

  test.each<[string, string]>([
    [
      '1.0 with an absolute target',
      `POST http://alice.localhost/api/GetBills HTTP/1.0\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    ],
    ['a wish to upgrade', bytesOfCall({ body, headers: ['Connection: Upgrade', 'Upgrade: websocket'] })],
    ['a wish to close', bytesOfCall({ body, headers: ['Connection: close'] })],
    ['empty lines before it', `\r\n\r\n${good}`],
  ])('%s', async (_what, bytes) => {
    const started = await testService()
    const connection = await testConnection(started)
    expect(checked(started, await connection.send(bytes).reply(), { requestHash: hash })).toMatchObject(ok)
  })
})

describe('a proxy', () => {
  const forwarded = (headers: readonly string[]): Call => ({ body, host: 'proxy.internal', headers })
  const fromAlice = ['X-Forwarded-Host: alice.localhost', 'X-Forwarded-For: 203.0.113.7']
  const denied = (address: string) => ({ code: 6, text: `Permission denied for ip ${address}` })

  async function restricted(options: ServiceOptions, ...addresses: readonly string[]): Promise<Service> {
    const started = await testService(options)
    await started.store.shops.setAllowedAddresses('alice', tester, addresses)
    return started
  }

  test('is not believed unless that is configured', async () => {
    const started = await restricted({}, '203.0.113.7')
    expect(await call(started, forwarded(fromAlice), '')).toMatchObject({ code: 5 })
    expect(await call(started, { body, headers: fromAlice })).toMatchObject(denied('127.0.0.1'))
  })

  test('that is trusted says for whom it speaks', async () => {
    const started = await restricted({ trustProxy: true }, '203.0.113.0/24')
    expect(await call(started, forwarded(fromAlice))).toMatchObject(ok)
    expect(await call(started, { body })).toMatchObject(denied('127.0.0.1'))
  })

  test.each([
    ['the last address counts, as the others may come from the caller', '203.0.113.7, 198.51.100.1', '198.51.100.1'],
    ['IPv6', '2001:db8::1', '2001:db8::1'],
    ['IPv4 in IPv6', '::ffff:198.51.100.1', '198.51.100.1'],
    ['what is no address is passed over', 'unknown', '127.0.0.1'],
    ['nothing', ' ', '127.0.0.1'],
  ])('that is trusted: %s', async (_what, header, address) => {
    const started = await restricted({ trustProxy: true }, '203.0.113.7')
    expect(await call(started, { body, headers: [`X-Forwarded-For: ${header}`] })).toMatchObject(denied(address))
  })
})

test('IPv4 callers of an IPv6 socket have their own notation', async () => {
  const started = await testService({ hosts: ['::'] })
  await started.store.shops.setAllowedAddresses('alice', tester, ['203.0.113.7'])
  expect(await call(started, { body })).toMatchObject({ code: 6, text: 'Permission denied for ip 127.0.0.1' })
})

test.each(['/healthz', '/readyz'])('%s answers HEAD as it does GET, without the body', async (target) => {
  const started = await testService()
  const connection = await testConnection(started)
  const get = await connection.send(bytesOfCall({ method: 'GET', host: 'localhost', target })).reply()
  const head = await connection
    .send(bytesOfCall({ method: 'HEAD', host: '10.1.2.3:8080', target }))
    .reply({ isHead: true })
  expect([get.status, head.status]).toEqual([200, 200])
  expect(head.headers.get('content-length')).toBe(`${get.body.length}`)
  expect(head.headers.get('cache-control')).toBe('no-store')
  expect((await connection.send(bytesOfCall({ method: 'GET', host: 'localhost', target })).reply()).body).toBe(get.body)
})
