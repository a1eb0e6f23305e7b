import { createConnection } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { databaseNames, placeOn } from '../../../test/databases.ts'
import { orderOf, putOrders, storedOrders, training } from '../../../test/orders.ts'
import { type Service, startService, testService } from '../../../test/service.ts'
import { tester } from '../../../test/tester.ts'
import { aliceOf, callV1, tokenFor } from '../../../test/v1.ts'
import type { Order } from '../../rules/order.ts'
import { importOrders } from '../../transfer/import.ts'

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

test.each(databaseNames)('on %s, what is exported can be imported again', async (name) => {
  const service = await startService({}, await placeOn(name))
  onTestFinished(() => service.close())
  const token = await tokenFor(service)
  const { status, headers, text } = await callV1(service, { at: '/orders/export?sort=number', token })
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
  expect(headers.get('content-disposition')).toBe('attachment; filename="alice-orders-2026-01-01.ndjson"')
  expect(headers.get('cache-control')).toBe('no-store')
  const other = service.store.forShop((await service.store.shops.create('carol', tester)).id, tester)
  await importOrders({ shop: other, source: bytesOf(text), update: false })
  expect(await storedOrders(other)).toEqual(await storedOrders(await aliceOf(service)))
})

test('as CSV it has a row a product, and no cell that a spreadsheet would run', async () => {
  const service = await testService()
  await putOrders(
    await aliceOf(service),
    orderOf({ number: 1, tag: 'x', comment: '=1+1', items: [training, { ...training, title: 'a "b",\r\nc' }] }),
  )
  const token = await tokenFor(service)
  const { headers, text } = await callV1(service, { at: '/orders/export?format=csv&tag=x', token })
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  expect(headers.get('content-disposition')).toBe('attachment; filename="alice-orders-2026-01-01.csv"')
  expect(text.match(/'=1\+1/g)).toHaveLength(2)
  expect(text).toContain(',"a ""b"",\r\nc",')
  expect(text.split(/\r\n(?!c)/)).toHaveLength(4)
})

test('it has what the filters say, in the order that is asked for', async () => {
  const service = await testService()
  const token = await tokenFor(service)
  const numbers = async (query: string): Promise<readonly string[]> => {
    const { text } = await callV1(service, { at: `/orders/export?${query}`, token })
    return Array.from(text.matchAll(/^\{"number":(\d+)/gm), ([, number = '']) => number)
  }
  expect(await numbers('sort=-number')).toEqual(['258369', '258368', '258367'])
  expect(await numbers('status=waiting')).toEqual(['258368'])
  expect(await numbers('q=nobody')).toEqual([])
  expect(await callV1(service, { at: '/orders/export?format=xml', token })).toMatchObject({ status: 422 })
  expect(await callV1(service, { at: '/orders/export?limit=5', token })).toMatchObject({ status: 422 })
})

test("another shop's orders are not in it", async () => {
  const service = await testService()
  const { text } = await callV1(service, {
    at: '/orders/export',
    token: await tokenFor(service, { login: 'Bob' }),
  })
  expect(text).toMatch(/^\{"number":1,[^\n]*\n$/)
})

test('that the orders cannot be read is a problem, and no beginning of a file', async () => {
  const service = await testService()
  const token = await tokenFor(service)
  await listing(service, { count: 2, pages: () => Promise.reject(new Error('The disk is gone.')) })
  expect(await callV1(service, { at: '/orders/export', token })).toMatchObject({ status: 500 })
})

interface Listing {
  readonly pages: (at: number) => Promise<readonly Order[]> | readonly Order[]
  readonly count: number
}

/** Makes alice's orders be these; `over` resolves when nobody takes more of them. */
async function listing({ store }: Service, { pages, count }: Listing): Promise<{ over: Promise<number> }> {
  const over = Promise.withResolvers<number>()
  const forShop = store.forShop.bind(store)
  async function* searchAll(): AsyncGenerator<readonly Order[]> {
    let at = 0
    try {
      for (; at < count; at++) yield await pages(at)
    } finally {
      over.resolve(at)
    }
  }
  store.forShop = (...args) => {
    const shop = forShop(...args)
    return { ...shop, orders: { ...shop.orders, searchAll } }
  }
  return { over: over.promise }
}

/** About 90 kB. */
const page = Array.from({ length: 200 }, (_, index) => orderOf({ number: index + 1 }))

test('a long one is sent while it is read, a little ahead of the reader, and HEAD takes none of it', async () => {
  const count = 300
  const service = await testService()
  const token = await tokenFor(service)
  let made = 0
  const pages = (): readonly Order[] => {
    made += 1
    return page
  }
  await listing(service, { count, pages })
  expect(await callV1(service, { at: '/orders/export', method: 'HEAD', token })).toMatchObject({
    status: 200,
    text: '',
  })
  expect(made).toBeLessThan(10)
  made = 0
  const response = await fetch(`http://127.0.0.1:${service.port}/v1/orders/export`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(response.headers.get('transfer-encoding')).toBe('chunked')
  expect(response.headers.has('trailer')).toBe(false)
  let [bytes, mostAhead] = [0, 0]
  const body: AsyncIterable<Uint8Array> | null = response.body
  if (body === null) throw new Error('There is nothing in it.')
  for await (const chunk of body) {
    bytes += chunk.length
    mostAhead = Math.max(mostAhead, made - bytes / 80_000)
    await nextTurn()
  }
  expect(made).toBe(count)
  // What the two ends' buffers hold.
  expect(mostAhead).toBeLessThan(200)
})

test('a long one that breaks off is seen to have no end', async () => {
  const service = await testService()
  const token = await tokenFor(service)
  await listing(service, { count: 9, pages: (at) => (at < 8 ? page : Promise.reject(new Error('The disk is gone.'))) })
  await expect(callV1(service, { at: '/orders/export', token })).rejects.toThrow('terminated')
  expect(service.log.join('')).toContain('The disk is gone.')
})

test('no more of it is made when the caller has left', async () => {
  const service = await testService()
  const token = await tokenFor(service)
  const isLong = Promise.withResolvers<void>()
  const { over } = await listing(service, {
    count: 10_000,
    pages(at) {
      if (at === 5) isLong.resolve()
      return page
    },
  })
  const socket = createConnection({ port: service.port, host: '127.0.0.1' }).on('error', () => {})
  socket.pause().write(`GET /v1/orders/export HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`)
  await isLong.promise
  socket.destroy()
  expect(await over).toBeLessThan(1_000)
})

test.each(databaseNames)('on %s, others get their turn while few of many orders are looked for', async (name) => {
  const service = await startService({}, await placeOn(name))
  onTestFinished(() => service.close())
  const token = await tokenFor(service)
  await putOrders(
    await aliceOf(service),
    ...Array.from({ length: 4_000 }, (_, index) => orderOf({ number: index + 1, created: index })),
  )
  let turns = 0
  let isOver = false
  function take(): void {
    turns += 1
    if (!isOver) setImmediate(take)
  }
  const asked = callV1(service, { at: '/orders/export?q=nobody', token })
  setImmediate(take)
  expect((await asked).text).toBe('')
  isOver = true
  expect(turns).toBeGreaterThan(3)
})
