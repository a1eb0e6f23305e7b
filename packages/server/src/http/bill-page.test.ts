/** Who is shown the payment page, and that everybody else is told the same. */
import { hash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { orderOf, putOrders } from '../../test/orders.ts'
import { type RawReply, testConnection } from '../../test/raw-connection.ts'
import { call, forget, type Service, signed, testService } from '../../test/service.ts'
import { tester } from '../../test/tester.ts'

interface Visit {
  readonly method?: string
  readonly host?: string
  readonly headers?: readonly string[]
}

async function visit(
  service: Service,
  path: string,
  { method = 'GET', host, headers = [] }: Visit = {},
): Promise<RawReply> {
  const connection = await testConnection(service)
  const lines = [`${method} ${path} HTTP/1.1`, `Host: ${host ?? 'alice.localhost'}`, 'Content-Length: 0', ...headers]
  return connection.send(`${lines.join('\r\n')}\r\n\r\n`).reply({ isHead: method === 'HEAD' })
}

async function linkTo({ store }: Service, number = 258_367): Promise<string> {
  const { id } = await store.shops.get('alice')
  return `/bill/${number}/${store.forShop(id, tester).orders.tokenOf(number)}/`
}

async function setUp(options?: Parameters<typeof testService>[0]): Promise<{ service: Service; link: string }> {
  const service = await testService(options)
  return { service, link: await linkTo(service) }
}

describe('the page is shown', () => {
  test.each<[string, string | undefined, (link: string) => string]>([
    ['at the link', undefined, (link) => link],
    ['without its last slash', undefined, (link) => link.slice(0, -1)],
    ['with a query, which mail programs add', undefined, (link) => `${link}?utm_source=mail`],
    ['on a domain of its own', 'pay.alice.example', (link) => link],
    ['in the path on a shared host', 'localhost', (link) => `/@alice${link}`],
    ['in an absolute target', 'elsewhere.example', (link) => `http://alice.localhost${link}`],
  ])('%s', async (_where, host, path) => {
    const { service, link } = await setUp()
    await service.store.shops.addDomain('alice', tester, 'pay.alice.example')
    const { status, body } = await visit(service, path(link), host === undefined ? {} : { host })
    expect(status).toBe(200)
    expect(body).toContain('<h1>Order 258367</h1>')
  })

  test("under the link that a call gives, in the shop's own words", async () => {
    const { service } = await setUp()
    await service.store.shops.configure('alice', tester, { title: 'Алиса', language: 'ru', currency: 'RUB' })
    const { result } = await call(service, { target: '/api/getOrderDetails', body: signed({ bill_id: 258_367 }) })
    const { body } = await visit(service, (result as { link: string }).link)
    expect(body).toContain('<html lang="ru">')
    expect(body).toContain('Алиса')
  })

  test('to whoever has the link, whomever the shop lets call', async () => {
    const { service, link } = await setUp()
    await service.store.shops.setAllowedAddresses('alice', tester, ['203.0.113.7'])
    expect((await visit(service, link)).status).toBe(200)
  })

  test('as a head without a body', async () => {
    const { service, link } = await setUp()
    const head = await visit(service, link, { method: 'HEAD' })
    const { headers, body } = await visit(service, link)
    expect(head.status).toBe(200)
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(body)))
    expect(head.headers.get('content-security-policy')).toBe(headers.get('content-security-policy'))
  })

  test('so that browsers keep nothing, tell nobody and run nothing', async () => {
    const { service, link } = await setUp()
    const { headers, body } = await visit(service, link)
    const style = /<style>(.*)<\/style>/s.exec(body)?.[1] ?? ''
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      'content-security-policy':
        `default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; base-uri 'none'; ` +
        "form-action 'none'; frame-ancestors 'none'",
    })
    expect(body).not.toMatch(/<script|style=|javascript:/)
  })
})

describe('there is no such page', () => {
  const replyOf = ({ status, headers, body }: RawReply) => {
    const { date: _date, 'request-id': _id, ...rest } = Object.fromEntries(headers)
    return { status, headers: rest, body }
  }

  test.each<[string, (link: string) => string, Visit?]>([
    ['with another token', (link) => link.replace(/[\da-f]{32}/, '0'.repeat(32))],
    ['with a token that is one digit off', (link) => link.replace(/.\/$/, (end) => (end === '0/' ? '1/' : '0/'))],
    ['with a token in capitals', (link) => link.replace(/[\da-f]{32}/, (token) => `${token.slice(0, -1)}X`)],
    ['with a shorter token', (link) => link.replace(/.\/$/, '/')],
    ['with a longer token', (link) => link.replace(/\/$/, '0/')],
    ['with the token of another order', (link) => link.replace('258367', '258368')],
    ['with another spelling of the number', (link) => link.replace('258367', '0258367')],
    ['with a number too large', (link) => link.replace('258367', '9'.repeat(30))],
    ['with no number', (link) => link.replace('258367', 'x')],
    ['without a token', () => '/bill/258367/'],
    ['without a number', () => '/bill/'],
    ['with more after it', (link) => `${link}x`],
    ['at an unknown login', (link) => link, { host: 'nobody.localhost' }],
    ['at another shop', (link) => link, { host: 'bob.localhost' }],
    ['at a shared host without a login', (link) => link, { host: 'localhost' }],
    ['at an unknown domain', (link) => link, { host: 'elsewhere.example' }],
  ])('%s', async (_how, path, given) => {
    const { service, link } = await setUp()
    const unknown = await visit(service, await linkTo(service, 5))
    const reply = await visit(service, path(link), given)
    expect(replyOf(reply)).toEqual(replyOf(unknown))
    expect(replyOf(reply)).toMatchObject({
      status: 404,
      body: 'There is no such page.\n',
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' },
    })
    expect((await visit(service, link)).status).toBe(200)
  })

  test('once the order is deleted', async () => {
    const { service, link } = await setUp()
    const { id } = await service.store.shops.get('alice')
    expect(await service.store.forShop(id, tester).orders.delete(258_367)).toBe('deleted')
    expect(replyOf(await visit(service, link))).toEqual(replyOf(await visit(service, '/bill/')))
  })

  test('while the shop is switched off', async () => {
    const { service, link } = await setUp()
    const unknown = replyOf(await visit(service, '/bill/'))
    await service.store.shops.setEnabled('alice', tester, false)
    forget(service)
    expect(replyOf(await visit(service, link))).toEqual(unknown)
  })
})

describe('a visit', () => {
  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('by %s is refused, whatever is there', async (method) => {
    const { service, link } = await setUp()
    for (const path of [link, '/bill/1/x/']) {
      const { status, headers, body } = await visit(service, path, { method })
      expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'GET, HEAD' })
      expect(body).toBe('This page can only be looked at.\n')
    }
  })

  test('counts as a call from that address', async () => {
    const { service, link } = await setUp({ callsPerMinute: 2, trustProxy: true })
    const from = (address: string) => visit(service, link, { headers: [`X-Forwarded-For: ${address}`] })
    expect([(await from('203.0.113.7')).status, (await from('203.0.113.7')).status]).toEqual([200, 200])
    const { status, headers, body } = await from('203.0.113.7')
    expect({ status, after: headers.get('retry-after') }).toEqual({ status: 429, after: '60' })
    expect(body).toBe('Too many requests. Please try again in a minute.\n')
    expect((await from('203.0.113.8')).status).toBe(200)
  })

  test('that fails tells the visitor nothing and the log everything', async () => {
    const { service, link } = await setUp()
    const { id } = await service.store.shops.get('alice')
    const shop = service.store.forShop(id, tester)
    service.store.forShop = () => ({
      ...shop,
      orders: { ...shop.orders, get: async () => Promise.reject(new Error('The disk is gone.')) },
    })
    const { status, body } = await visit(service, link)
    expect({ status, body }).toEqual({ status: 500, body: 'This page cannot be shown now. Please try again later.\n' })
    expect(service.log.join('')).toContain('The disk is gone.')
  })

  test('leaves neither the token nor the number in the log', async () => {
    const { service, link } = await setUp()
    await visit(service, link)
    expect(service.log.length).toBeGreaterThan(0)
    expect(service.log.join('')).not.toMatch(/258367|[\da-f]{32}/)
  })
})

test('a page shows what an order is at the moment', async () => {
  const { service } = await setUp()
  const { id } = await service.store.shops.get('alice')
  const shop = service.store.forShop(id, tester)
  await putOrders(shop, orderOf({ number: 7, pay_status: 'waiting', paid: null }))
  const link = await linkTo(service, 7)
  expect((await visit(service, link)).body).toContain('Awaiting payment')
  await shop.orders.pay(7, { sumMinor: 50_000, at: 1_700_000_000_000, payway: '' })
  expect((await visit(service, link)).body).toContain('Partly paid')
  await shop.orders.change(7, { to: 'paid', at: 1_700_000_000_000, payway: '' })
  expect((await visit(service, link)).body).toContain('Paid on November 14, 2023')
})
