/** Results in pieces: the short ones look like any other, the long ones are sent while they are made. */
import { createConnection, type Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { orderOf, putOrders } from '../../test/orders.ts'
import { testConnection } from '../../test/raw-connection.ts'
import {
  bytesOfCall,
  call,
  checked,
  gateOf,
  type Service,
  signed,
  startService,
  testService,
} from '../../test/service.ts'
import type { Order } from '../rules/order.ts'
import { tester } from '../../test/tester.ts'

/** The day of the orders that a service begins with. */
const body = signed({ begin_date: '14.11.2023', end_date: '14.11.2023' })
const requestHash = body.slice(-32)
const asked = { target: '/api/getOrdersWithGoods', body }
const bytes = bytesOfCall(asked)
const other = signed({ email: 'buyer@example.com' })
const good = bytesOfCall({ body: other })
const otherHash = other.slice(-32)

/** Enough for half a megabyte. */
const many = 600

async function withManyOrders(started: Service): Promise<Service> {
  const shop = started.store.forShop((await started.store.shops.get('alice')).id, tester)
  const orders = Array.from({ length: many }, (_, index) => orderOf({ number: index + 1, comment: 'Ж'.repeat(200) }))
  await putOrders(shop, ...orders)
  return started
}

interface Listing {
  readonly pages: (at: number) => Promise<readonly Order[]> | readonly Order[]
  readonly count: number
}

/** Makes alice's orders be these; `over` resolves when nobody takes more of them. */
async function listing({ store }: Service, { pages, count }: Listing): Promise<{ over: Promise<number> }> {
  const over = Promise.withResolvers<number>()
  const shop = store.forShop((await store.shops.get('alice')).id, tester)
  async function* list(): AsyncGenerator<readonly Order[]> {
    let at = 0
    try {
      for (; at < count; at++) yield await pages(at)
    } finally {
      over.resolve(at)
    }
  }
  store.forShop = () => ({ ...shop, orders: { ...shop.orders, list } })
  return { over: over.promise }
}

/** About 140 kB as JSON. */
const page = Array.from({ length: 200 }, (_, index) => orderOf({ number: index + 1 }))

describe('a short list', () => {
  test('is answered like anything else, with its length and a signed header', async () => {
    const started = await testService()
    const connection = await testConnection(started)
    const reply = await connection.send(bytes).reply()
    expect(reply.headers.get('billkeep-signature')).toBeDefined()
    expect(Number(reply.headers.get('content-length'))).toBe(Buffer.byteLength(reply.body))
    expect(checked(started, reply, { requestHash })).toMatchObject({ status: 200, code: 0, text: 'OK' })
  })

  test('that cannot be read to its end is an internal failure', async () => {
    const started = await testService()
    await listing(started, {
      count: 2,
      pages: (at) => (at === 0 ? page.slice(0, 5) : Promise.reject(new Error('Gone.'))),
    })
    expect(await call(started, asked)).toEqual({ status: 500, code: 3, text: 'Wrong posted data', result: [] })
    expect(started.log.join('')).toContain('Gone.')
  })
})

describe('a long list', () => {
  test('is sent in chunks, with the signature behind them', async () => {
    const started = await withManyOrders(await testService())
    const connection = await testConnection(started)
    const reply = await connection.send(bytes).reply()
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'transfer-encoding': 'chunked',
      trailer: 'Billkeep-Signature',
    })
    expect(reply.headers.has('billkeep-signature')).toBe(false)
    expect([...reply.trailers.keys()]).toEqual(['billkeep-signature'])
    const { code, text, result } = checked(started, reply, { requestHash })
    expect({ code, text }).toEqual({ code: 0, text: 'OK' })
    expect(result).toHaveLength(many + 3)
    expect(checked(started, await connection.send(good).reply(), { requestHash: otherHash })).toMatchObject({ code: 0 })
  })

  test('keeps its place among requests that come all at once', async () => {
    const started = await withManyOrders(await testService())
    const connection = await testConnection(started)
    connection.send(good + bytes + good + bytes)
    expect(checked(started, await connection.reply(), { requestHash: otherHash })).toMatchObject({ code: 0 })
    expect(checked(started, await connection.reply(), { requestHash }).result).toHaveLength(many + 3)
    expect(checked(started, await connection.reply(), { requestHash: otherHash })).toMatchObject({ code: 0 })
    expect(checked(started, await connection.reply(), { requestHash }).result).toHaveLength(many + 3)
  })

  test('ends with the connection before HTTP/1.1, and so has no signature behind it', async () => {
    const started = await withManyOrders(await testService())
    const connection = await testConnection(started)
    const reply = await connection.send(bytes.replace('HTTP/1.1', 'HTTP/1.0')).reply()
    expect(reply.headers.has('transfer-encoding')).toBe(false)
    expect(reply.headers.has('trailer')).toBe(false)
    expect((JSON.parse(reply.body) as { result: unknown[] }).result).toHaveLength(many + 3)
    await connection.closed
  })

  test('that cannot be read to its end is broken off, and the log says why', async () => {
    const started = await testService()
    await listing(started, {
      count: 9,
      pages: (at) => (at < 5 ? page : Promise.reject(new Error('The disk is gone.'))),
    })
    const connection = await testConnection(started)
    const outcome = connection
      .send(bytes)
      .reply()
      .then(() => 'whole', String)
    await connection.closed
    expect(await outcome).toMatch(/closed after: HTTP\/1\.1 200 OK/)
    expect(
      started.log.filter((line) => line.includes('The disk is gone.') && line.includes('"level":50')),
    ).toHaveLength(1)
    expect(await call(started, { body: other })).toMatchObject({ code: 0 })
  })

  test('is sent to its end before the service stops', async () => {
    const started = await startService()
    const reached = Promise.withResolvers<void>()
    const gate = Promise.withResolvers<void>()
    await listing(started, {
      count: 6,
      async pages(at) {
        if (at === 4) {
          reached.resolve()
          await gate.promise
        }
        return page
      },
    })
    const connection = await testConnection(started)
    const reply = connection.send(bytes).reply()
    await reached.promise
    const closing = started.close()
    gate.resolve()
    expect(checked(started, await reply, { requestHash }).result).toHaveLength(6 * page.length)
    await connection.closed
    await closing
  })
})

describe('no more of a list is made', () => {
  /** Tells when its second piece is made, with which it is a long one. */
  async function endlessList(started: Service): Promise<{ isLong: Promise<void>; over: Promise<number> }> {
    const isLong = Promise.withResolvers<void>()
    const { over } = await listing(started, {
      count: 10_000,
      pages(at) {
        if (at === 1) isLong.resolve()
        return page
      },
    })
    return { isLong: isLong.promise, over }
  }

  function stalledReader({ port }: Service, sent: string): Socket {
    const socket = createConnection({ port, host: '127.0.0.1' }).on('error', () => {})
    socket.pause().write(sent, 'latin1')
    onTestFinished(() => {
      socket.destroy()
    })
    return socket
  }

  test('when the caller has left', async () => {
    const started = await testService({ checkOutput: false })
    const { isLong, over } = await endlessList(started)
    const socket = stalledReader(started, bytes)
    await isLong
    socket.destroy()
    expect(await over).toBeLessThan(1_000)
    expect(await call(started, { body: other })).toMatchObject({ code: 0 })
    expect(started.log.join('')).not.toContain('"level":50')
  })

  test('when the caller has left while another answer was to come first', async () => {
    const started = await testService({ checkOutput: false })
    const { reached, release } = await gateOf(started)
    const { isLong, over } = await endlessList(started)
    const socket = stalledReader(started, good + bytes)
    await Promise.all([reached, isLong])
    // Now it waits for its turn to be sent.
    await nextTurn()
    socket.destroy()
    expect(await over).toBeLessThan(10)
    release()
  })

  test('when the caller has stopped reading for too long', async () => {
    const started = await testService({ checkOutput: false, limits: { stalledMs: 50 } })
    const { over } = await endlessList(started)
    stalledReader(started, bytes)
    expect(await over).toBeLessThan(1_000)
  })
})

test('of a list that is read slowly, only a little is made ahead', async () => {
  const count = 400
  const started = await testService({ checkOutput: false })
  let made = 0
  await listing(started, {
    count,
    pages() {
      made += 1
      return page
    },
  })
  const socket = createConnection({ port: started.port, host: '127.0.0.1' })
  socket.write(bytes.replace('\r\n', '\r\nConnection: close\r\n'), 'latin1')
  const pageBytes = JSON.stringify(page).length
  let read = 0
  let mostAhead = 0
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    read += chunk.length
    mostAhead = Math.max(mostAhead, made * pageBytes - read)
    await nextTurn()
  }
  expect(made).toBe(count)
  // What the two ends' buffers in the kernel hold, and no part of the rest.
  expect(mostAhead).toBeLessThan(20_000_000)
  expect(read).toBeGreaterThan(40_000_000)
})
