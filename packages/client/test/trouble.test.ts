/** Servers that are late, away, too busy, or send one elsewhere. */
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { receiver } from '../../server/test/receiver.ts'
import { alice } from '../../server/test/service.ts'
import { aliceOf } from '../../server/test/v1.ts'
import { Billkeep } from '../src/billkeep.ts'
import { ConnectionError, HttpError, TimeoutError } from '../src/errors.ts'
import { afterRefusals, clientOf, later, serviceOfNow, shopWithCourse, watched } from './shop.ts'

const email = 'buyer@example.com'
const order = { goods: [{ good_name: 'course' }], bill_email: email }

/** Never answers, and gives up when it is told to, as fetch does. */
async function untilAborted(_: string, { signal }: RequestInit): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => {
      reject(signal.reason as Error)
    })
  })
}

/** Nobody listens there any more. */
async function addressOfNobody(): Promise<string> {
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  await once(server.close(), 'close')
  return `http://127.0.0.1:${port}`
}

describe('what only reads', () => {
  test.each([429, 500, 502, 503, 504])('is asked again after HTTP %i, with the same signature', async (status) => {
    const { fetch, asked } = afterRefusals(2, later(status))
    const billkeep = await clientOf(await serviceOfNow(), { fetch })
    expect(Object.keys(await billkeep.GetBills({ email }))).toHaveLength(2)
    expect(asked).toHaveLength(3)
    expect(new Set(asked.map(({ init }) => init.body)).size).toBe(1)
  })

  test('is given up after so many retries, and says what the last attempt met', async () => {
    const { fetch, asked } = afterRefusals(9, later(503))
    const billkeep = await clientOf(await serviceOfNow(), { fetch })
    const error = await billkeep.GetBills({ email }, { retries: 1 }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(HttpError)
    expect(error).toMatchObject({ status: 503, retryAfterMs: 0 })
    expect(asked).toHaveLength(2)
  })

  test('is not asked again when the server refuses, nor when it wants to be left alone for long', async () => {
    const { fetch, asked } = watched()
    const billkeep = await clientOf(await serviceOfNow(), { fetch })
    await expect(billkeep.GetBills({ email: 'nobody@example.com' })).rejects.toMatchObject({ code: 400 })
    expect(asked).toHaveLength(1)
    const busy = afterRefusals(9, later(503, 61))
    const refused = await clientOf(await serviceOfNow(), { fetch: busy.fetch })
    await expect(refused.GetBills({ email })).rejects.toMatchObject({ status: 503, retryAfterMs: 61_000 })
    expect(busy.asked).toHaveLength(1)
  })
})

describe('what changes something by the order API', () => {
  test('is never repeated', async () => {
    const { fetch, asked } = afterRefusals(1, later(503))
    const { billkeep } = await shopWithCourse({ fetch })
    await expect(billkeep.CreateOrder(order)).rejects.toMatchObject({
      status: 503,
      message: 'The server answered with HTTP 503. Look whether the change was made before you repeat it.',
    })
    expect(asked).toHaveLength(1)
  })
})

describe('what changes something over API v1', () => {
  test('is repeated with its Idempotency-Key, and done once though the first answer was lost', async () => {
    let answers = 0
    const losing = watched(async (url, init) => {
      const response = await fetch(url, init)
      answers++
      if (answers === 1) throw new TypeError('fetch failed', { cause: new Error('other side closed') })
      return response
    })
    const { service, billkeep } = await shopWithCourse({ fetch: losing.fetch })
    const { number } = await billkeep.v1.orders.create({ email: 'new@example.com', items: [{ product: 'course' }] })
    const keys = losing.asked.map(({ init }) => new Headers(init.headers).get('idempotency-key'))
    expect(keys).toEqual([keys[0], keys[0]])
    expect(keys[0]).toMatch(/^[\da-f]{32}$/)
    const found = await (await aliceOf(service)).orders.billsOf('new@example.com', undefined)
    expect(Object.keys(JSON.parse(`{${found}}`) as object)).toEqual([String(number)])
  })

  test('has a key of its own each time, or the one that is given', async () => {
    const { fetch, asked } = watched()
    const { billkeep } = await shopWithCourse({ fetch })
    const body = { email, items: [{ product: 'course' }] }
    const [first, second] = [await billkeep.v1.orders.create(body), await billkeep.v1.orders.create(body)]
    expect(first.number).not.toBe(second.number)
    const own = { idempotencyKey: 'order-4711' }
    expect(await billkeep.v1.orders.create(body, own)).toEqual(await billkeep.v1.orders.create(body, own))
    const keys = asked.map(({ init }) => new Headers(init.headers).get('idempotency-key'))
    expect(new Set(keys).size).toBe(3)
    expect(keys[3]).toBe('order-4711')
    for (const idempotencyKey of ['', 'заказ', 'two words', 'x'.repeat(256)]) {
      await expect(billkeep.v1.orders.create(body, { idempotencyKey })).rejects.toThrow('«idempotencyKey» must have')
    }
    expect(keys).toHaveLength(asked.length)
  })
})

describe('a server that', () => {
  test('is away is told of with the reason', async () => {
    const baseUrl = await addressOfNobody()
    const billkeep = new Billkeep({ baseUrl, ...alice, retries: 0 })
    const error = await billkeep.GetBills({ email }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ConnectionError)
    expect(String(error)).toBe(`ConnectionError: ${baseUrl} did not answer: connect ECONNREFUSED ${baseUrl.slice(7)}`)
  })

  test('is late is waited for so long, each time', async () => {
    // Not over a socket, which a busy machine may not have opened by then.
    const silent = watched(untilAborted)
    const billkeep = new Billkeep({ baseUrl: 'http://127.0.0.1:1', ...alice, timeoutMs: 20, fetch: silent.fetch })
    const error = await billkeep.GetBills({ email }, { retries: 1 }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toMatchObject({ timeoutMs: 20, message: 'No answer came within 20 ms.' })
    expect(silent.asked).toHaveLength(2)
  })

  test('begins to answer and does not end is late, too', async () => {
    const slow = await receiver((response) => response.write('{"error_code":'))
    const billkeep = new Billkeep({ baseUrl: slow.url, ...alice })
    await expect(billkeep.GetBills({ email }, { retries: 0, timeoutMs: 50 })).rejects.toBeInstanceOf(TimeoutError)
  })

  test('breaks off is told of', async () => {
    const broken = await receiver((response) => {
      response.write('{"error_code":')
      response.destroy()
    })
    const billkeep = new Billkeep({ baseUrl: broken.url, ...alice, retries: 0 })
    await expect(billkeep.GetBills({ email })).rejects.toBeInstanceOf(ConnectionError)
  })

  test('sends one elsewhere is not followed: the key’s signature and the token stay here', async () => {
    const elsewhere = await receiver()
    const moved = await receiver((response) => response.writeHead(301, { location: elsewhere.url }).end())
    const billkeep = new Billkeep({ baseUrl: moved.url, ...alice, token: 'billkeep_1_1_x' })
    await expect(billkeep.GetBills({ email })).rejects.toThrow(`redirects to ${elsewhere.url}, and is not followed`)
    await expect(billkeep.v1.shop.get()).rejects.toMatchObject({ name: 'HttpError', status: 301 })
    expect(elsewhere.requests).toEqual([])
  })
})

describe('a signal', () => {
  const reason = new Error('The visitor has left.')

  test('that was aborted before keeps the call from being sent', async () => {
    const { fetch, asked } = watched()
    const billkeep = await clientOf(await serviceOfNow(), { fetch })
    await expect(billkeep.GetBills({ email }, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    await expect(billkeep.v1.orders.list({}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    expect(asked).toEqual([])
  })

  test('ends a call that is under way, and it is not repeated', async () => {
    const silent = await receiver(() => {})
    const billkeep = new Billkeep({ baseUrl: silent.url, ...alice })
    const visitor = new AbortController()
    const call = billkeep.GetBills({ email }, { signal: visitor.signal })
    const told = call.catch((error: unknown) => error)
    await silent.until(1)
    visitor.abort(reason)
    expect(await told).toBe(reason)
    expect(silent.requests).toHaveLength(1)
  })

  test('ends a loop over a list, in the middle of a page', async () => {
    const billkeep = await clientOf(await serviceOfNow())
    const visitor = new AbortController()
    const seen: number[] = []
    const loop = async (): Promise<void> => {
      for await (const { number } of billkeep.v1.orders.list({}, { signal: visitor.signal })) {
        seen.push(number)
        visitor.abort(reason)
      }
    }
    await expect(loop()).rejects.toBe(reason)
    expect(seen).toHaveLength(1)
  })

  test('ends the waiting between two attempts', async () => {
    const visitor = new AbortController()
    const busy = watched(async () => {
      queueMicrotask(() => {
        setImmediate(() => {
          visitor.abort(reason)
        })
      })
      return later(429, 59)()
    })
    const billkeep = await clientOf(await serviceOfNow(), { fetch: busy.fetch })
    await expect(billkeep.v1.orders.get(1, { signal: visitor.signal })).rejects.toBe(reason)
    expect(busy.asked).toHaveLength(1)
  })
})
