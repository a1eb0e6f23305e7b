/** Requests that are sound HTTP, whatever they say, and what must come back for each. */
import { METHODS } from 'node:http'
import { billsOf, md5, type Shop, shopNamed, shops } from '../../../../conformance/fixture.ts'
import { type Body, largeBody, mutated, mutatedBody, rightBody, type Wanted, wildBody } from './bodies.ts'
import type { Random } from './random.ts'

/** What may come back. `signed`: any answer in the envelope, signed with one of the keys; '' is nobody's key. */
export type Expectation =
  | { readonly kind: 'answer'; readonly key: string; readonly wanted: Wanted }
  | { readonly kind: 'signed'; readonly keys: readonly string[]; readonly statuses: readonly number[] }
  /** The page for people, on the installation's own address. */
  | { readonly kind: 'page' }
  /** It was no sound HTTP: any number of answers without 5xx, and what has an envelope has a right one. */
  | { readonly kind: 'anything' }

export interface Request {
  readonly method: string
  readonly bytes: Buffer
  readonly expectation: Expectation
}

export const everyKey: readonly string[] = ['', ...shops.map(({ key }) => key)]

/** `isLast`: nothing follows on the connection, so that it may ask to close it. */
export function soundRequest(random: Random, isLast: boolean): Request {
  const shop = random.pick([...shops, defaultShop, defaultShop, defaultShop, undefined])
  const address = addressing(random, shop)
  const method = random.once(8) ? random.pick(soundMethods) : 'POST'
  const isCall = !random.once(10)
  const path = isCall ? random.pick(spellings) : random.pick(otherPaths)
  const body = bodyFor(random, shop ?? defaultShop)
  const framed = framing(random, body.bytes)
  const version = isLast && random.once(4) && !framed.isChunked ? '1.0' : '1.1'
  const headers = [
    ...(version === '1.0' && address.host === undefined ? [] : [`Host: ${address.host ?? ''}`]),
    ...(body.contentType === undefined ? [] : [`Content-Type: ${body.contentType}`]),
    ...framed.headers,
    ...randomHeaders(random),
    ...(isLast && random.once(3) ? ['Connection: close'] : []),
  ]
  const target = `${address.prefix}${path}`
  const head = Buffer.from(
    [`${method} ${target} HTTP/${version}`, ...shuffled(random, headers), '', ''].join('\r\n'),
    'latin1',
  )
  const bytes = Buffer.concat([head, framed.bytes])
  const isVisit =
    (method === 'GET' || method === 'HEAD') && address.isShared && address.prefix === '' && /^\/?(\?|$)/.test(path)
  if (isVisit) return { method, bytes, expectation: { kind: 'page' } }
  const wanted = isCall && method === 'POST' && address.isSure ? wantedFor(shop, body) : undefined
  // On the installation's own address, a path that is no call names nobody.
  const isSure = address.isSure && (isCall || !address.isShared)
  const keys = isSure ? [shop?.key ?? ''] : everyKey
  const expectation: Expectation =
    wanted === undefined
      ? { kind: 'signed', keys, statuses: [200, 404, 413] }
      : { kind: 'answer', key: keys[0] ?? '', wanted }
  return { method, bytes, expectation }
}

/** Whose customers are asked for where no shop is called. */
const defaultShop = shopNamed('alice')

/** Node hands a CONNECT to nobody and closes the connection. */
const soundMethods: readonly string[] = METHODS.filter((method) => method !== 'CONNECT')
const spellings = [
  '/api/GetBills',
  '/api/GetBills',
  '/api/getbills',
  '/API/GETBILLS/',
  '/api/GetBills?a=b&hash=0',
  '/api/GetBills/?',
]
const otherPaths = [
  '/',
  '/?',
  '/api',
  '/api/',
  '/api/Nothing',
  '/api/constructor',
  '/api/__proto__',
  '/api//GetBills',
  '/api/GetBills/x',
  '/@',
  '/@/api/x',
  '/%',
  '/%00',
  '/%FF',
  '/api/%',
  '/../api/GetBills',
  '/api/GetBills#x',
  '/api/GetBills;x',
  `/${'a/'.repeat(1_000)}`,
  '/*',
  '/api/*',
  '/:a',
]

interface Addressing {
  /** Before the path, in the request line. */
  readonly prefix: string
  /** Undefined: there is no such header. */
  readonly host: string | undefined
  /** Whether the host stands for the whole installation. */
  readonly isShared: boolean
  /** Whether it is certain who answers. */
  readonly isSure: boolean
}

/** The ways to a shop; undefined: to nobody's. */
function addressing(random: Random, shop: Shop | undefined): Addressing {
  const login = shop?.login ?? random.pick(['nobody', 'a.b', '-', '__proto__', 'x'.repeat(63)])
  const label = random.pick([login, login.toLowerCase(), login.toUpperCase()])
  const port = random.pick(['', ':80', ':8080', ':0', ':'])
  const dot = random.once(10) ? '.' : ''
  const own = `${label}.localhost${dot}${port}`
  const plain = { prefix: '', isShared: false, isSure: true }
  const any = random.pick([
    'localhost',
    '127.0.0.1:80',
    '[::1]',
    'example.com',
    'alice.localhost',
    '',
    'alice.localhost.localhost',
  ])
  return random.one<Addressing>(
    () => ({ ...plain, host: own }),
    () => ({ ...plain, host: own }),
    () => ({ ...plain, host: shop?.domains[0] ?? own }),
    () => ({ ...plain, prefix: `${random.pick(['http', 'https', 'HTTP'])}://${own}`, host: any }),
    () => ({
      prefix: `/${random.pick(['@', '%40'])}${label}`,
      host: random.pick(['localhost', 'LOCALHOST:1', '127.0.0.1', '[::1]:80']),
      isShared: true,
      isSure: true,
    }),
    () => ({ ...plain, host: asHost(mutated(random, Buffer.from(own)).toString('latin1')), isSure: false }),
    () =>
      shop === undefined
        ? { ...plain, host: random.pick(['localhost', '127.0.0.1']), isShared: true }
        : { ...plain, host: own },
  )
}

function bodyFor(random: Random, shop: Shop): Body {
  if (random.once(700)) return largeBody(random)
  return random.one(
    () => rightBody(random, shop),
    () => mutatedBody(random, shop),
    () => mutatedBody(random, shop),
    () => wildBody(random, shop),
  )
}

/** Undefined: whatever the shop finds in it. */
function wantedFor(shop: Shop | undefined, { answer }: Body): Wanted | undefined {
  if (shop === undefined) return { code: 5, text: 'Invalid user name', result: [] }
  if (!shop.enabled) return { code: 7, text: 'Account disabled', result: [] }
  const isIn = shop.allowed.length === 0 || shop.allowed.some((range) => range.startsWith('127.'))
  return isIn ? answer : { code: 6, text: 'Permission denied for ip 127.0.0.1', result: [] }
}

interface Framed {
  readonly headers: readonly string[]
  readonly bytes: Buffer
  readonly isChunked: boolean
}

function framing(random: Random, body: Buffer): Framed {
  if (!random.once(3)) {
    const length = `${random.pick(['', '', '00'])}${body.length}`
    const isBare = body.length === 0 && random.once(2)
    return {
      headers: isBare ? [] : [`${random.pick(['Content-Length', 'content-length'])}: ${length}`],
      bytes: body,
      isChunked: false,
    }
  }
  return {
    headers: [`Transfer-Encoding: ${random.pick(['chunked', 'Chunked'])}`],
    bytes: chunked(random, body),
    isChunked: true,
  }
}

/** In chunks of odd sizes, with extensions and trailers. */
function chunked(random: Random, body: Buffer): Buffer {
  const parts: Uint8Array[] = []
  const most = random.pick([1, 7, 100, 65_536]) * (1 + Math.floor(body.length / 500))
  for (let at = 0; at < body.length;) {
    const size = Math.min(body.length - at, random.between(1, most))
    const digits =
      random.pick(['', '', '0', '0000']) + (random.once(2) ? size.toString(16) : size.toString(16).toUpperCase())
    parts.push(
      Buffer.from(`${digits}${random.pick(['', '', ';a', ';a=b', ';a="b c"'])}\r\n`),
      body.subarray(at, at + size),
      Buffer.from('\r\n'),
    )
    at += size
  }
  const trailer = random.pick(['', '', '', 'X-Trailer: 1\r\n', 'Host: bob_77.localhost\r\n'])
  return Buffer.concat([...parts, Buffer.from(`${random.pick(['0', '000'])}\r\n${trailer}\r\n`)])
}

const headerNames = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-_.!#$%&'*+^`|~"
const headerValues = ' \tabcXYZ019,;=:"\\/()[]{}<>@\x80\xa0\xff'
const knownHeaders = [
  'Expect: 100-continue',
  'Expect: x',
  'Upgrade: websocket',
  'Upgrade: h2c',
  'Accept: text/html',
  'Accept-Encoding: gzip',
  'Range: bytes=0-1',
  'If-None-Match: *',
  'If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT',
  'Origin: null',
  'TE: trailers',
  'Cookie: a=b',
  'Accept-Version: 2.x',
  'X-Forwarded-For: 203.0.113.7',
  'X-Forwarded-Host: bob_77.localhost',
  'Forwarded: for=203.0.113.7;host=bob_77.localhost',
  'User-Agent:',
  'X-HTTP-Method-Override: GET',
  'Content-Encoding: gzip',
  'Authorization: Basic !',
  'Keep-Alive: timeout=1, max=1',
  'Proxy-Connection: keep-alive',
]

function randomHeaders(random: Random): readonly string[] {
  return random.list(random.pick([0, 0, 1, 2, 5, 30]), () =>
    random.one(
      () => random.pick(knownHeaders),
      () =>
        `x-${random.text(headerNames, random.between(1, 20))}: ${random.text(headerValues, random.below(60)).trim()}`,
    ),
  )
}

/** Without what cannot stand in a header. */
function asHost(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '_').trim()
}

function shuffled<Value>(random: Random, values: readonly Value[]): Value[] {
  const left = [...values]
  return values.flatMap(() => left.splice(random.below(left.length), 1))
}

/** A call that must always be answered, to see that the server goes on. */
export function plainRequest(): Request {
  const shop = defaultShop
  const email = 'buyer@example.com'
  const query = 'email=buyer%40example.com'
  const body = `${query}&hash=${md5(`${query}::${shop.login}::${shop.key}`)}`
  const head = `POST /api/GetBills HTTP/1.1\r\nHost: ${shop.login}.localhost\r\nContent-Length: ${body.length}\r\n\r\n`
  return {
    method: 'POST',
    bytes: Buffer.from(head + body),
    expectation: { kind: 'answer', key: shop.key, wanted: { code: 0, text: 'OK', result: billsOf(shop, email) } },
  }
}
