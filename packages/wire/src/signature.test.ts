import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodies } from '../test/arbitraries.ts'
import { key, login, replies, requests, signedAsPhp, signedAsSent } from '../test/vectors.ts'
import type { ByteString } from './bytes.ts'
import { formLimits, parseForm, writeForm } from './form.ts'
import { isEqualConstantTime, type SignedRequest, signReply, signRequest, verifyRequest } from './signature.ts'

const loose = { ...formLimits, maxDepth: 100 }

/** What the server would check for this body; a test changes some of it. */
function request(body: ByteString, changes: Partial<SignedRequest> = {}): SignedRequest {
  const form = parseForm(body, loose)
  const hash = form.get('hash')
  return { body, form, hash: typeof hash === 'string' ? hash : '', login, keys: [key], ...changes }
}

const signed = (query: ByteString) => `${query}&hash=${signRequest(query, login, key)}`
const bill = signed(requests.V2.query)

describe('verifyRequest refuses', () => {
  const { hash } = requests.V2
  it.each<[string, SignedRequest]>([
    ['another key', request(bill, { keys: [`${key}x`] })],
    ['an empty key', request(bill, { keys: [''] })],
    ['no keys', request(bill, { keys: [] })],
    ['another login', request(bill, { login: 'bob' })],
    ['a login in capitals that is stored without', request(`hash=${signRequest('', 'ALICE', key)}`)],
    ['a changed value', request(bill.replace('paid', 'cancel'))],
    ['a pair more', request(`a=1&${bill}`)],
    ['a pair less', request(`email=test%40example.com&hash=${hash}`)],
    ['another order', request(`pay_status=paid&email=test%40example.com&hash=${hash}`)],
    ['the hash of another request', request(bill, { hash: requests.V1.hash })],
    ['an empty hash', request(bill, { hash: '' })],
    ['a hash cut short', request(bill, { hash: hash.slice(0, -1) })],
    ['a hash with more after it', request(bill, { hash: `${hash}0` })],
    ['a hash with a line break', request(bill, { hash: `${hash}\n` })],
    ['a hash that is not hex', request(bill, { hash: hash.replace('b', 'g') })],
    ['a nested hash in place of its own', request(bill.replace('hash=', 'a[hash]='), { hash })],
    ['a body signed as sent, if only its form is known', request(signed('a=%d0'), { body: undefined })],
  ])('%s', (_, refused) => {
    expect(verifyRequest(refused)).toBeUndefined()
  })

  it('any other hash', () => {
    const hex = fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 32, maxLength: 32 })
    fc.assert(fc.property(hex, (other) => verifyRequest(request(bill, { hash: other })) === undefined))
  })
})

describe('verifyRequest accepts', () => {
  it.each(Object.entries(requests))('%s of the protocol', (_, { query, hash }) => {
    expect(signRequest(query, login, key)).toBe(hash)
    expect(verifyRequest(request(query === '' ? `hash=${hash}` : `${query}&hash=${hash}`))).toBe(key)
  })

  it.each<[string, SignedRequest]>([
    ['V6, by candidate B', request(signedAsPhp.body)],
    ['V6 of which only the form is known', request(signedAsPhp.body, { body: undefined })],
    ['V7, by candidate A', request(signedAsSent.body)],
    ['a body signed as sent, in small hex', request(signed('a=%d0%90&b=x%20y'))],
    ['a body that is not UTF-8', request(signed('a=\xff'))],
    [
      'the form as JavaScript writes it, by candidate C',
      request(`a=it%27s%20(~)&hash=${signRequest("a=it's+(~)", login, key)}`),
    ],
    ['a hash in capitals', request(bill, { hash: requests.V2.hash.toUpperCase() })],
    ['a login in small letters, if the stored one has capitals', request(bill, { login: 'Alice' })],
    ['a login with capitals', request(`hash=${signRequest('', 'Alice', key)}`, { login: 'Alice' })],
  ])('%s', (_, accepted) => {
    expect(verifyRequest(accepted)).toBe(key)
  })

  it('either key during a rotation, and says which', () => {
    expect(verifyRequest(request(bill, { keys: ['new', key] }))).toBe(key)
    expect(verifyRequest(request(bill, { keys: [key, 'new'] }))).toBe(key)
  })

  it('hashes login and key as UTF-8', () => {
    const hash = signRequest('', 'Анна', 'ключ')
    expect(hash).toBe('18e3249c7a985ccc1c6b8378d6bf02ed')
    expect(verifyRequest(request(`hash=${hash}`, { login: 'анна', keys: ['ключ'] }))).toBeUndefined()
    expect(verifyRequest(request(`hash=${hash}`, { login: 'Анна', keys: ['ключ'] }))).toBe('ключ')
  })

  it('whatever was signed as it was sent, or as PHP writes the form', () => {
    fc.assert(
      fc.property(bodies(0), (body) => {
        const asSent = body
          .split('&')
          .filter((pair) => !parseForm(pair, loose).has('hash'))
          .join('&')
        const form = parseForm(asSent, loose)
        for (const query of [asSent, writeForm(form), writeForm(form, 'javascript')]) {
          const hash = signRequest(query, login, key)
          expect(verifyRequest(request(`${asSent}&hash=${hash}`))).toBe(key)
        }
      }),
    )
  })
})

describe('where the hash stands', () => {
  // Spelled with small hex and %20, so that only candidate A, the body as sent, can match.
  const [first, second] = ['a=%d0', 'b=x%20y']
  const hash = signRequest(`${first}&${second}`, login, key)
  it.each([
    ['last', `${first}&${second}&hash=${hash}`],
    ['first', `hash=${hash}&${first}&${second}`],
    ['in the middle', `${first}&hash=${hash}&${second}`],
    ['with escapes in its name', `${first}&%68as%68=${hash}&${second}`],
    ['with spaces before its name', `+%20hash=${hash}&${first}&${second}`],
    ['with a NUL after its name', `hash%00x=${hash}&${first}&${second}`],
    ['twice, the last one counting', `hash=${'0'.repeat(32)}&${first}&${second}&hash=${hash}`],
    ['twice, once without a value', `hash&${first}&${second}&hash=${hash}`],
  ])('%s', (_, body) => {
    expect(verifyRequest(request(body))).toBe(key)
  })

  it.each([
    ['in an array', 'hash[]=1'],
    ['in a longer name', 'hashes=1'],
    ['after a bracket never closed', 'hash[=1'],
    ['in capitals', 'HASH=1'],
  ])('is nowhere %s: that pair is signed with the others', (_, pair) => {
    const body = `${first}&${pair}&hash=${signRequest(`${first}&${pair}`, login, key)}`
    expect(verifyRequest(request(body))).toBe(key)
    expect(verifyRequest(request(body.replace(`&${pair}`, '')))).toBeUndefined()
  })

  it('is the whole body', () => {
    expect(verifyRequest(request(`hash=${requests.V1.hash}`))).toBe(key)
  })
})

describe('signReply', () => {
  it.each(replies)('$code $text', ({ code, text, key: ofReply, hash }) => {
    expect(signReply(code, text, ofReply)).toBe(hash)
  })

  it('hashes its text as UTF-8', () => {
    expect(signReply(101, 'ошибка', 'ключ')).toBe('f167f2d8281f5525f86da2cda4f362ae')
  })
})

describe('isEqualConstantTime', () => {
  it.each([
    ['', '', true],
    ['abc', 'abc', true],
    ['abc', 'abd', false],
    ['abc', 'bbc', false],
    ['abc', 'ab', false],
    ['', 'a', false],
    ['а', 'a', false],
  ])('%j and %j: %j', (a, b, isEqual) => {
    expect(isEqualConstantTime(a, b)).toBe(isEqual)
  })
})
