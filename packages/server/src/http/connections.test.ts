/** What comes too slowly, or is no HTTP at all. */
import { describe, expect, test } from 'vitest'
import { testConnection } from '../../test/raw-connection.ts'
import { bytesOfCall, call, checked, signed, testService } from '../../test/service.ts'

const body = signed({ email: 'buyer@example.com' })
const good = bytesOfCall({ body })
const head = 'POST /api/GetBills HTTP/1.1\r\nHost: alice.localhost\r\n'

const ok = { status: 200, code: 0 }
const unreadable = { code: 5, text: 'Invalid user name', result: [] }

describe('what is no HTTP', () => {
  test.each([
    ['a broken request line', 'POST\r\n\r\n', 400],
    ['an unknown method', 'BREW /api/GetBills HTTP/1.1\r\nHost: alice.localhost\r\n\r\n', 400],
    ['a target that is not ASCII', 'POST /\xff HTTP/1.1\r\nHost: alice.localhost\r\n\r\n', 400],
    ['a header without a colon', `${head}broken\r\n\r\n`, 400],
    ['two lengths', `${head}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`, 400],
    ['a length that is no number', `${head}Content-Length: x\r\n\r\n`, 400],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['headers of more than 16 KiB', `${head}X: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])("%s is refused in the protocol's envelope", async (_what, bytes, status) => {
    const started = await testService()
    const connection = await testConnection(started)
    const reply = checked(started, await connection.send(bytes).reply(), { signedWith: '' })
    expect(reply).toEqual({ ...unreadable, status })
    await connection.closed
    expect(await call(started, { body })).toMatchObject(ok)
  })

  test('a length and chunks at once are refused: which ends the body is a matter of opinion', async () => {
    const started = await testService()
    const connection = await testConnection(started)
    const { status } = await connection
      .send(`${head}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`)
      .reply()
    expect(status).toBe(400)
  })

  test('CONNECT is for proxies and not answered', async () => {
    const connection = await testConnection(await testService())
    connection.send('CONNECT alice.localhost:80 HTTP/1.1\r\nHost: alice.localhost\r\n\r\n')
    await expect(connection.reply()).rejects.toThrow('closed')
  })
})

describe('a slow sender', () => {
  const limits = { headersMs: 60, requestMs: 120, checkMs: 20 }

  test.each([
    ['who sends nothing', ''],
    ['of a request line', 'POST /api'],
    ['of headers', head],
  ])('%s is given up', async (_what, bytes) => {
    const started = await testService({ limits })
    const connection = await testConnection(started)
    const reply = checked(started, await connection.send(bytes).reply(), { signedWith: '' })
    expect(reply).toEqual({ ...unreadable, status: 408 })
    await connection.closed
  })

  test('of a body is given up, with an answer that the shop has signed', async () => {
    const started = await testService({ limits })
    const connection = await testConnection(started)
    connection.send(`${head}Content-Length: 100\r\n\r\nemail=`)
    expect(checked(started, await connection.reply())).toMatchObject({ status: 408, code: 3 })
    await connection.closed
  })

  test('of a body that nobody wants is given up', async () => {
    const started = await testService({ limits })
    const connection = await testConnection(started)
    connection.send('PUT /api/GetBills HTTP/1.1\r\nHost: alice.localhost\r\nContent-Length: 100\r\n\r\nx')
    expect(checked(started, await connection.reply())).toMatchObject({ status: 200, code: 1 })
    await connection.closed
  })

  test('does not keep others waiting', async () => {
    const started = await testService()
    const slow = await testConnection(started)
    slow.send(`${head}Content-Length: 100\r\n\r\nemail=`)
    expect(await call(started, { body })).toMatchObject(ok)
  })
})

test('a connection on which nothing moves is closed', async () => {
  const connection = await testConnection(await testService({ limits: { stalledMs: 60 } }))
  await expect(connection.reply()).rejects.toThrow('closed')
})

test('a connection between two requests is closed after a time', async () => {
  const started = await testService({ limits: { idleMs: 20 } })
  const connection = await testConnection(started)
  await connection.send(good).reply()
  await expect(connection.reply()).rejects.toThrow('closed')
})
