/** What clients send by mistake or on purpose: each gets the protocol's error, and the service goes on. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { alice, type Call, call, type Reply, type Service, signed, startService } from '../../test/service.ts'
import { signRequest } from '@billkeep/wire/signature.ts'

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.close())

const email = 'buyer@example.com'

afterEach(async () => {
  const { code } = await call(service, { body: signed({ email }) })
  if (code !== 0) throw new Error('The service did not go on.')
})

const refusal = (code: number, text: string, status = 200): Reply => ({ status, code, text, result: [] })
const noHash = refusal(1, 'Not transferred hash')
const noData = refusal(2, 'No transmitted data')
const wrongData = refusal(3, 'Wrong posted data')
const wrongHash = refusal(4, 'Incorrect hash')
const tooLarge = refusal(3, 'Wrong posted data', 413)

/** Signs the bytes just as they are. */
function signedRaw(query: string): string {
  return `${query}&hash=${signRequest(query, alice.login, alice.key)}`
}

function multipart(fields: Record<string, string>): Call {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return { contentType: 'multipart/form-data; boundary=b', body: `${parts.join('')}--b--\r\n` }
}

const hash = signRequest('email=buyer%40example.com', alice.login, alice.key)
const mebibyte = 1_048_576

describe('a bad body', () => {
  test.each<[string, Call, Reply]>([
    ['missing e-mail', { body: signed({ pay_status: 'paid' }) }, wrongData],
    ['malformed e-mail', { body: signed({ email: 'buyer.example.com' }) }, wrongData],
    ['unknown status', { body: signed({ email, pay_status: 'lost' }) }, wrongData],
    ['no parameters', { body: signed({}) }, noData],
    ['empty', { body: '' }, noHash],
    ['nothing but separators', { body: '&&&=&;' }, noHash],
    ['a byte over 1 MiB', { body: 'a'.repeat(mebibyte + 1) }, tooLarge],
    ['1 MiB exactly', { body: 'a'.repeat(mebibyte) }, noHash],
    ['1,000 pairs', { body: signedRaw(Array.from({ length: 999 }, (_, i) => `a${i}=1`).join('&')) }, wrongData],
    ['depth 8', { body: signedRaw(`email=nobody@b&a${'[x]'.repeat(8)}=1`) }, refusal(400, 'Order not found')],
    ['depth 100 without a signature', { body: `a${'[x]'.repeat(100)}=1` }, wrongData],
    ['broken percent sequences', { body: signedRaw('email=100%%zz%4') }, wrongData],
    [
      'broken percent sequences beside a good e-mail',
      { body: signedRaw('email=nobody%40b&x=%&%zz=%4') },
      refusal(400, 'Order not found'),
    ],
    ['invalid UTF-8 in the e-mail', { body: signedRaw('email=a@b%ff%c3') }, wrongData],
    ['invalid UTF-8 in the raw', { body: signedRaw('email=a@b\xff') }, wrongData],
    ['an overlong NUL', { body: signedRaw('email=a@b%c0%80') }, wrongData],
    ['NUL bytes in the e-mail', { body: signedRaw('email=buyer@example.com%00') }, wrongData],
    ['NUL bytes in the raw', { body: signedRaw('email=a\0@b') }, wrongData],
    ['NUL bytes in a name', { body: signedRaw('email%00x=nobody@b') }, refusal(400, 'Order not found')],
    ['invalid UTF-8 in the hash', { body: 'email=a@b&hash=%ff%ff' }, wrongHash],
    ['names of Object.prototype', { body: signedRaw('__proto__[email]=a@b&constructor=1&toString[x]=2') }, wrongData],
    ['a list for the e-mail', { body: signedRaw('email[]=a@b') }, wrongData],
    ['5,000 pairs', { body: signedRaw(Array.from({ length: 5_000 }, (_, i) => `a${i}=1`).join('&')) }, wrongData],
    ['depth 100', { body: signedRaw(`email=a@b&a${'[x]'.repeat(100)}=1`) }, wrongData],
    ['depth 9', { body: signedRaw(`email=nobody@b&a${'[x]'.repeat(9)}=1`) }, wrongData],
    ['1,001 pairs', { body: signedRaw(Array.from({ length: 1_000 }, (_, i) => `a${i}=1`).join('&')) }, wrongData],
  ])('%s', async (_what, given, reply) => {
    expect(await call(service, given)).toEqual(reply)
  })
})

test('a body of 2 MiB is not looked at, so the answer does not name its hash', async () => {
  const body = signedRaw(`email=${'a'.repeat(2 * mebibyte)}`)
  expect(await call(service, { body }, alice.key, '')).toEqual(tooLarge)
})

describe('a content type', () => {
  const ok = { status: 200, code: 0 }
  test.each<[string, Call, Partial<Reply>]>([
    ['missing', { contentType: '', body: signed({ email }) }, ok],
    [
      'with a charset',
      { contentType: 'application/x-www-form-urlencoded; charset=utf-8', body: signed({ email }) },
      ok,
    ],
    ['in capitals', { contentType: 'APPLICATION/X-WWW-FORM-URLENCODED', body: signed({ email }) }, ok],
    ['of something else', { contentType: 'text/plain', body: signed({ email }) }, ok],
    ['of nothing', { contentType: 'nonsense', body: signed({ email }) }, ok],
    ['of JSON', { contentType: 'application/json', body: `{"email":"${email}","hash":"${hash}"}` }, noHash],
    ['of JSON with a charset', { contentType: 'Application/JSON; charset=utf-8', body: '{"rpsKey":' }, noHash],
    ['of JSON for a form', { contentType: 'application/json', body: 'rpsKey=x' }, noHash],
  ])('%s', async (_what, given, reply) => {
    expect(await call(service, given)).toMatchObject(reply)
  })
})

describe('a multipart body', () => {
  test.each<[string, Call, Partial<Reply>]>([
    ['with a hash over the PHP form', multipart({ email, hash }), { code: 0 }],
    ['with an rpsKey', multipart({ email, rpsKey: alice.key }), { code: 0 }],
    ['with a wrong hash', multipart({ email: 'x@y', hash }), wrongHash],
    ['without a hash', multipart({ email }), noHash],
    [
      'cut off',
      { ...multipart({ email, hash }), body: multipart({ email, hash }).body?.slice(0, -20) ?? '' },
      wrongData,
    ],
    ['without a boundary', { ...multipart({ email, hash }), contentType: 'multipart/form-data' }, wrongData],
    ['of depth 9', multipart({ [`a${'[x]'.repeat(9)}`]: '1' }), wrongData],
    [
      'of 1,001 fields',
      multipart(Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`a${i}`, '1']))),
      wrongData,
    ],
    ['of 2 MiB', multipart({ email: 'a'.repeat(2 * mebibyte) }), tooLarge],
  ])('%s', async (_what, given, reply) => {
    const { body = '' } = given
    const requestHash = body.includes('name="hash"') && reply.code !== 3 ? hash : ''
    expect(await call(service, given, alice.key, requestHash)).toMatchObject(reply)
  })
})

describe('a method', () => {
  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'QUERY', 'PROPFIND', 'SEARCH', 'M-SEARCH', 'PURGE'])(
    '%s has no form',
    async (method) => {
      expect(await call(service, { method, body: signed({ email }) }, alice.key, '')).toEqual(noHash)
    },
  )
})
