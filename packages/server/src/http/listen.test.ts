/** Ports opened and given back: HTTPS, several addresses, the end. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { selfSigned } from '../../test/certificate.ts'
import { RawConnection, type RawReply, testConnection } from '../../test/raw-connection.ts'
import {
  bytesOfCall,
  call,
  checked,
  gateOf,
  type ServiceOptions,
  signed,
  startService,
  testService,
} from '../../test/service.ts'

const body = signed({ email: 'buyer@example.com' })
const hash = body.slice(-32)
const good = bytesOfCall({ body })
const ok = { status: 200, code: 0 }

describe('HTTPS', () => {
  test('is served beside HTTP, for the names in the certificate', async () => {
    const certificate = selfSigned('alice.localhost')
    const started = await testService({ tls: { port: 0, ...certificate } })
    const port = started.tlsPort ?? 0
    const connection = await testConnection({ port, tls: { servername: 'alice.localhost', ca: certificate.cert } })
    expect(checked(started, await connection.send(good).reply(), { requestHash: hash })).toMatchObject(ok)
    expect(await call(started, { body })).toMatchObject(ok)
    await expect(
      RawConnection.open({ port, tls: { servername: 'alice.example', ca: certificate.cert } }),
    ).rejects.toThrow(/altnames/)
    expect(await testConnection({ port }).then(async (plain) => plain.send(good).reply().catch(String))).toMatch(
      /closed/,
    )
    expect(checked(started, await connection.send(good).reply(), { requestHash: hash })).toMatchObject(ok)
  })
})

describe('several addresses', () => {
  test('are served on one port, but for those that the machine lacks', async () => {
    const started = await testService({ hosts: ['127.0.0.1', '127.0.0.2', '203.0.113.1'] })
    const connection = await testConnection({ port: started.port, host: '127.0.0.2' })
    expect(checked(started, await connection.send(good).reply(), { requestHash: hash })).toMatchObject(ok)
    expect(await call(started, { body })).toMatchObject(ok)
  })

  test('are all given back when one is taken', async () => {
    const taken = createServer().listen({ host: '127.0.0.2', port: 0 })
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    await expect(startService({ hosts: ['127.0.0.1', '127.0.0.2'], port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
    await expect(RawConnection.open({ port })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    taken.close()
  })
})

describe('the end', () => {
  async function beingAnswered(options?: ServiceOptions) {
    const started = await startService(options)
    const gate = await gateOf(started)
    const connection = await testConnection(started)
    const reply: Promise<RawReply | string> = connection.send(good).reply().catch(String)
    await gate.reached
    return { started, connection, reply, release: gate.release }
  }

  test('lets what runs be answered, closes idle connections and accepts no more', async () => {
    const { started, connection, reply, release } = await beingAnswered()
    const idle = await RawConnection.open(started)
    const closing = started.close()
    await idle.closed
    await expect(RawConnection.open(started)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    release()
    const answered = await reply
    expect(typeof answered === 'object' && answered.headers.get('connection')).toBe('close')
    expect(typeof answered === 'object' && checked(started, answered, { requestHash: hash })).toMatchObject(ok)
    await connection.closed
    await closing
  })

  test('does not wait for ever', async () => {
    const { started, reply } = await beingAnswered({ limits: { graceMs: 30 } })
    await started.close()
    expect(await reply).toMatch(/closed/)
  })

  test('answers what was sent behind a request that still runs', async () => {
    const { started, connection, reply, release } = await beingAnswered()
    connection.send(good)
    const closing = started.close()
    release()
    expect(await reply).toMatchObject({ status: 200 })
    await closing
  })
})
