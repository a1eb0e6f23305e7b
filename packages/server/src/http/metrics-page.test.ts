/** Who may read the metrics, and where. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type RawReply, testConnection } from '../../test/raw-connection.ts'
import { bytesOfCall, testService } from '../../test/service.ts'
import { createLog } from '../log.ts'
import { type MetricsPort, openMetricsPort } from './metrics-port.ts'

const token = 'a-token-of-some-length'
const text = async (): Promise<string> => 'up 1\n'

async function visit(headers: readonly string[], metrics?: { token: string; text: () => Promise<string> }) {
  const connection = await testConnection(await testService({ metrics }))
  return connection.send(bytesOfCall({ method: 'GET', host: 'localhost', target: '/metrics', headers })).reply()
}

describe('at the address of the installation', () => {
  test('there are none without a token', async () => {
    expect(await visit([`Authorization: Bearer ${token}`])).toMatchObject({ status: 404 })
  })

  test.each([
    ['nothing', []],
    ['another token', ['Authorization: Bearer another-token-of-some']],
    ['an empty one', ['Authorization: Bearer ']],
    ['the beginning of it', [`Authorization: Bearer ${token.slice(0, -1)}`]],
    ['more than it', [`Authorization: Bearer ${token}x`]],
    ['it in another way', [`Authorization: Basic ${token}`]],
  ])('they are not for whoever sends %s', async (_what, headers) => {
    const reply = await visit(headers, { token, text })
    expect(reply.status).toBe(401)
    expect(reply.headers.get('www-authenticate')).toBe('Bearer realm="metrics"')
    expect(reply.body).not.toContain('up 1')
  })

  test('they are for whoever has the token', async () => {
    const reply = await visit([`Authorization: bearer ${token}`], { token, text })
    expect(reply).toMatchObject({ status: 200, body: 'up 1\n' })
    expect(reply.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  })

  test('they are no page of a shop', async () => {
    const connection = await testConnection(await testService({ metrics: { token, text } }))
    const headers = [`Authorization: Bearer ${token}`]
    const reply = await connection.send(bytesOfCall({ method: 'GET', target: '/metrics', headers })).reply()
    expect(reply.body).not.toContain('up 1')
  })
})

describe('on a port of their own', () => {
  async function opened(given = text): Promise<{ port: MetricsPort; ask: (line: string) => Promise<RawReply> }> {
    const log = createLog('silent', { write: () => undefined })
    const port = await openMetricsPort({ host: '127.0.0.1', port: 0, text: given, log })
    onTestFinished(() => port.close())
    return {
      port,
      ask: async (line) =>
        (await testConnection({ port: port.port }))
          .send(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
          .reply({ isHead: line.startsWith('HEAD') }),
    }
  }

  test.each([
    ['GET /metrics', 200],
    ['GET /metrics/?x', 200],
    ['HEAD /metrics', 200],
    ['POST /metrics', 405],
    ['GET /', 404],
    ['GET /metricsx', 404],
  ])('%s is answered with %i', async (line, status) => {
    const { ask } = await opened()
    expect((await ask(line)).status).toBe(status)
  })

  test('what cannot be gathered is said, but not why', async () => {
    const { ask } = await opened(async () => {
      throw new Error('a secret')
    })
    const reply = await ask('GET /metrics')
    expect(reply.status).toBe(500)
    expect(reply.body).not.toContain('secret')
  })

  test('that is taken is an error', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => {
      other.close()
    })
    const { port } = other.address() as AddressInfo
    const log = createLog('silent', { write: () => undefined })
    await expect(openMetricsPort({ host: '127.0.0.1', port, text, log })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
