import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signAnswer } from '@billkeep/wire/answer-signature.ts'
import { writeReply } from '@billkeep/wire/reply.ts'
import { signReply } from '@billkeep/wire/signature.ts'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { billkeep, type Outcome } from '../../test/command-line.ts'
import { alice, type Service, startService } from '../../test/service.ts'

let service: Service

beforeAll(async () => {
  service = await startService()
})

afterAll(async () => {
  await service.close()
})

async function bills(
  email: string,
  options: Readonly<Record<string, string>> = {},
  ...flags: string[]
): Promise<Outcome> {
  const given = { url: `http://alice.localhost:${service.port}`, ...alice, ...options }
  const args = Object.entries(given).map(([name, value]) => `--${name}=${value}`)
  // The service's own clock stands still, and its signatures with it: the command is to see the same time.
  return billkeep(['bills', email, ...args, ...flags], { clock: () => service.clock.now })
}

const table = `ORDER   PRODUCT  NAME     TITLE
258367  12549    payment  payment for training
258368  13011    sales    sales in cinemas
        28363    222      222 ways
`

describe('the address', () => {
  test.each([
    'http://alice.localhost:PORT',
    'http://ALICE.localhost:PORT/',
    'http://alice.localhost:PORT/api',
    'http://alice.localhost:PORT/api/getbills?x=1',
    'http://127.0.0.1:PORT/@alice',
    'http://127.0.0.1:PORT/@alice/api/',
  ])('%s', async (url) => {
    expect(await bills('buyer@example.com', { url: url.replace('PORT', String(service.port)) })).toEqual({
      code: 0,
      out: table,
      err: '',
    })
  })
})

test('--status', async () => {
  const { out } = await bills('buyer@example.com', { status: 'waiting' }, '--json')
  expect(Object.keys(JSON.parse(out) as object)).toEqual(['258368'])
})

test('texts that are not ASCII, and such as would steer a terminal', async () => {
  expect((await bills('анна@пример.рф')).out).toContain('"Ё" \\ 🎓')
  const result = { 1: { 2: { good_name: 'a\u{1b}[2J', good_title: 'b\nc' } } }
  const url = await serverThat(({ response }) => response.end(signedReply({ resultJson: JSON.stringify(result) })))
  expect((await bills('buyer@example.com', { url })).out).toMatch(/^1 {6}2 {8}a\u{fffd}\[2J {2}b\u{fffd}c$/mu)
})

test('no orders: exit code 1', async () => {
  expect(await bills('nobody@example.com')).toEqual({
    code: 1,
    out: '',
    err: 'billkeep: No orders found for nobody@example.com.\n',
  })
  expect(await bills('nobody@example.com', {}, '--json')).toMatchObject({ code: 1, out: '{}\n' })
})

describe('refusals of the service', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['a wrong key', { key: 'wrong' }, 'The key is not that of «alice».'],
    ['another login', { login: 'bob' }, '«Incorrect hash» (4)'],
    ['an unknown shop', { host: 'nobody' }, '«Invalid user name» (5)'],
    ['no e-mail address', { email: ' ' }, '«Wrong posted data» (3)'],
  ])('%s', async (_, { host = 'alice', email = 'buyer@example.com', ...options }, message) => {
    const { code, out, err } = await bills(email, { url: `http://${host}.localhost:${service.port}`, ...options })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(message)
  })
})

interface Received {
  readonly response: ServerResponse
  /** The hash in the request. */
  readonly hash: string
}

describe('what is no true answer', () => {
  const good = (hash: string, body = signedReply({}), now = service.clock.now): string =>
    signAnswer({ key: alice.key, requestHash: hash, body, unixSeconds: now / 1_000 })

  test.each<[string, (received: Received) => unknown, string]>([
    ['not JSON', ({ response }) => response.end('<html>'), 'not JSON'],
    ['JSON of another kind', ({ response }) => response.end('{"ok":true}'), 'not the envelope'],
    ['forged', ({ response }) => response.end(signedReply({}, 'another key')), 'or the answer is forged'],
    [
      'a redirect',
      ({ response }) => response.writeHead(301, { location: 'https://x.example/' }).end(),
      'https://x.example/',
    ],
    ['a wrong signature', ({ response }) => respond(response, good('0'.repeat(32))), 'changed on its way'],
    ['an unreadable signature', ({ response }) => respond(response, 'v9'), 'cannot be read'],
    [
      'an old one',
      ({ response, hash }) => respond(response, good(hash, undefined, service.clock.now - 900_000)),
      'long ago',
    ],
    [
      'a future one',
      ({ response, hash }) => respond(response, good(hash, undefined, service.clock.now + 900_000)),
      'future',
    ],
    ['no orders', ({ response }) => response.end(signedReply({ resultJson: '[1]' })), 'holds no orders'],
    [
      'cut off',
      ({ response }) => response.writeHead(200, { 'content-length': 9 }).write('x', () => response.destroy()),
      'No answer',
    ],
  ])('%s', async (_, answer, message) => {
    const { code, out, err } = await bills('buyer@example.com', { url: await serverThat(answer) })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(message)
  })

  test('but one with a good signature is', async () => {
    const url = await serverThat(({ response, hash }) => respond(response, good(hash)))
    expect(await bills('buyer@example.com', { url })).toMatchObject({ code: 0 })
  })
})

test.each([
  ['http://localhost:1', 'nothing listens there'],
  ['http://alice.localhost:1', 'nothing listens there'],
  ['http://name.invalid', 'could not be|not known'],
])('no connection to %s', async (url, message) => {
  const { code, err } = await bills('buyer@example.com', { url })
  expect(code).toBe(1)
  expect(err).toMatch(new RegExp(`^billkeep: No answer from .*(${message})`))
})

function signedReply({ resultJson = '{"1":{"2":{"good_name":"a","good_title":"b"}}}' }, key = alice.key): string {
  return writeReply({ code: 0, text: 'OK', resultJson, hash: signReply(0, 'OK', key) })
}

function respond(response: ServerResponse, signature: string): unknown {
  return response.writeHead(200, { 'billkeep-signature': signature }).end(signedReply({}))
}

/** The address of a server that answers so; it ends with the test. */
async function serverThat(answer: (received: Received) => unknown): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const form = new URLSearchParams(Buffer.concat(chunks).toString())
      answer({ response, hash: form.get('hash') ?? '' })
    })
  }).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.close()
  })
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
