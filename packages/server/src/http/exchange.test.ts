/** Requests in rows and bodies in pieces, on real sockets. */
import { describe, expect, test } from 'vitest'
import { testConnection } from '../../test/raw-connection.ts'
import { bytesOfCall, call, checked, gateOf, signed, testService } from '../../test/service.ts'

const body = signed({ email: 'buyer@example.com' })
const hash = body.slice(-32)
const good = bytesOfCall({ body })
const head = 'POST /api/GetBills HTTP/1.1\r\nHost: alice.localhost\r\n'
const ok = { status: 200, code: 0 }

describe('requests on one connection', () => {
  test('are answered one after another', async () => {
    const started = await testService()
    const connection = await testConnection(started)
    for (let i = 0; i < 3; i++) {
      const reply = await connection.send(good).reply()
      expect(checked(started, reply, { requestHash: hash })).toMatchObject(ok)
      expect(reply.headers.get('connection')).toBe('keep-alive')
    }
  })

  test('are answered in their order when they come all at once', async () => {
    const started = await testService()
    const connection = await testConnection(started)
    connection.send(good + bytesOfCall({ target: '/api/X' }) + bytesOfCall({ method: 'GET' }) + good)
    expect(checked(started, await connection.reply(), { requestHash: hash })).toMatchObject(ok)
    expect(checked(started, await connection.reply())).toMatchObject({ status: 404, code: 3 })
    expect(checked(started, await connection.reply())).toMatchObject({ code: 1 })
    expect(checked(started, await connection.reply(), { requestHash: hash })).toMatchObject(ok)
  })

  test('are answered before what follows them is found to be no HTTP', async () => {
    const started = await testService()
    const { reached, release } = await gateOf(started)
    const connection = await testConnection(started)
    connection.send(`${good}garbage\r\n\r\n`)
    await reached
    connection.send('more garbage')
    release()
    expect(checked(started, await connection.reply(), { requestHash: hash })).toMatchObject(ok)
    await connection.closed
  })

  test('go on after one that is too large', async () => {
    const started = await testService()
    const connection = await testConnection(started)
    connection.send(bytesOfCall({ body: 'x'.repeat(3_000_000) }))
    expect(checked(started, await connection.reply())).toMatchObject({ status: 413, code: 3 })
    expect(checked(started, await connection.send(good).reply(), { requestHash: hash })).toMatchObject(ok)
  })

  test('go on after a HEAD, whose answer has no body', async () => {
    const started = await testService()
    const connection = await testConnection(started)
    const reply = await connection
      .send('HEAD /api/GetBills HTTP/1.1\r\nHost: alice.localhost\r\n\r\n')
      .reply({ isHead: true })
    expect(reply).toMatchObject({ status: 200, body: '' })
    expect(Number(reply.headers.get('content-length'))).toBeGreaterThan(0)
    expect(checked(started, await connection.send(good).reply(), { requestHash: hash })).toMatchObject(ok)
  })

  test('go on elsewhere when the caller leaves in the middle of a body', async () => {
    const started = await testService()
    const connection = await testConnection(started)
    connection.send(`${head}Content-Length: 100\r\nExpect: 100-continue\r\n\r\n`)
    await connection.reply()
    connection.send('email=')
    connection.close()
    await connection.closed
    expect(await call(started, { body })).toMatchObject(ok)
  })
})

describe('a body', () => {
  const chunks = (...parts: readonly string[]) =>
    `${head}Transfer-Encoding: chunked\r\n\r\n${parts.map((part) => `${part.length.toString(16)}\r\n${part}\r\n`).join('')}`

  test('may come in chunks', async () => {
    const started = await testService()
    const connection = await testConnection(started)
    connection.send(`${chunks(body.slice(0, 7), body.slice(7))}0\r\n\r\n`)
    expect(checked(started, await connection.reply(), { requestHash: hash })).toMatchObject(ok)
  })

  test('may come byte by byte', async () => {
    const started = await testService()
    const connection = await testConnection(started)
    for (const byte of good) connection.send(byte)
    expect(checked(started, await connection.reply(), { requestHash: hash })).toMatchObject(ok)
  })

  test('in chunks of more than 1 MiB is too large', async () => {
    const started = await testService()
    const connection = await testConnection(started)
    connection.send(`${chunks('x'.repeat(700_000), 'x'.repeat(700_000))}0\r\n\r\n`)
    expect(checked(started, await connection.reply())).toMatchObject({ status: 413, code: 3 })
  })

  test('in chunks that are none is refused by the shop it was sent to', async () => {
    const started = await testService()
    const connection = await testConnection(started)
    connection.send(`${chunks('email=')}zz\r\n`)
    expect(checked(started, await connection.reply())).toMatchObject({ status: 400, code: 3 })
    await connection.closed
  })

  test('is asked for when the caller waits for that', async () => {
    const started = await testService()
    const connection = await testConnection(started)
    connection.send(`${head}Content-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`)
    expect(await connection.reply()).toMatchObject({ status: 100 })
    expect(checked(started, await connection.send(body).reply(), { requestHash: hash })).toMatchObject(ok)
  })

  test('with another expectation is taken as if there were none', async () => {
    expect(await call(await testService(), { body, headers: ['Expect: something'] })).toMatchObject(ok)
  })
})
