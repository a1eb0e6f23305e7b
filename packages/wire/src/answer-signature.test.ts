import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../test/arbitraries.ts'
import { key } from '../test/vectors.ts'
import { hmacSha256 } from './digest.portable.ts'
import { signAnswer, signPieces, verifyAnswer } from './answer-signature.ts'

const requestHash = 'ba9b970a5f1203598fb32367e79834c0'
const unixSeconds = 1_700_000_000
const body = '{"error_code":0,"error_text":"OK","result":{"имя":"Анна"},"hash":"b33e7f2ea531771cbb50f3fddb65d8e0"}'
const answer = { key, requestHash, body }
const header = signAnswer({ ...answer, unixSeconds })
const [time = '', mac = ''] = header.split(',')

const verdict = (changes: Partial<Parameters<typeof verifyAnswer>[0]> = {}) =>
  verifyAnswer({ header, nowUnixSeconds: unixSeconds, ...answer, ...changes })

it('has the form and content that the header is said to have', () => {
  expect(header).toBe(`t=1700000000,v1=${hmacSha256(key, `1700000000.${requestHash}.${body}`)}`)
})

describe('verifyAnswer says', () => {
  it.each([undefined, null, ''])('missing, of %j', (none) => {
    expect(verdict({ header: none })).toBe('missing')
  })

  it.each([
    ['no time', mac],
    ['no signature', time],
    ['later versions only', `${time},v2=${'0'.repeat(64)}`],
    ['two times', `${time},${header}`],
    ['an empty time', `t=,${mac}`],
    ['a negative time', `t=-1,${mac}`],
    ['a time in hex', `t=0x10,${mac}`],
    ['a time with a fraction', `t=1700000000.0,${mac}`],
    ['a time too long to be one', `t=${'1'.repeat(16)},${mac}`],
    ['words', 'good answer'],
    ['commas', ',,,'],
  ])('malformed, of %s', (_, malformed) => {
    expect(verdict({ header: malformed })).toBe('malformed')
  })

  it.each<[string, Parameters<typeof verdict>[0]]>([
    ['another key', { key: 'other' }],
    ['another body', { body: body.replace('OK', 'KO') }],
    ['the answer to another request', { requestHash: '6949713fc3277a16877dfe248ad8ddcc' }],
    ['the answer to a request without hash', { requestHash: '' }],
    ['another time', { header: `t=${unixSeconds + 1},${mac}` }],
    ['the same time, spelled otherwise', { header: `t=0${unixSeconds},${mac}` }],
    ['a signature cut short', { header: header.slice(0, -1) }],
    ['an empty signature', { header: `${time},v1=` }],
    ['a signature under another version', { header: `${time},v1=${'0'.repeat(64)},${mac.replace('v1', 'v2')}` }],
    ['an old answer with a wrong signature', { key: 'other', nowUnixSeconds: unixSeconds + 9_999 }],
  ])('wrong, of %s', (_, changes) => {
    expect(verdict(changes)).toBe('wrong')
  })

  it('too old and too new, of a genuine answer at another time', () => {
    expect(verdict({ nowUnixSeconds: unixSeconds + 301 })).toBe('too old')
    expect(verdict({ nowUnixSeconds: unixSeconds - 301 })).toBe('too new')
    expect(verdict({ nowUnixSeconds: unixSeconds + 2, toleranceSeconds: 1 })).toBe('too old')
  })

  it('ok, of a genuine answer in time', () => {
    for (const seconds of [-300, 0, 300]) expect(verdict({ nowUnixSeconds: unixSeconds + seconds })).toBe('ok')
  })

  it.each([
    ['a hash sent in capitals', { requestHash: requestHash.toUpperCase() }],
    ['spaces between the parts', { header: header.replace(',', ' , ') }],
    ['a later version beside', { header: `v2=abc,${header},v3=` }],
    ['two signatures, of an old and a new key', { header: `${time},v1=${'0'.repeat(64)},${mac}` }],
  ])('ok, with %s', (_, changes) => {
    expect(verdict(changes)).toBe('ok')
  })

  it('ok, of whatever was signed', () => {
    fc.assert(
      fc.property(anyText(), fc.string(), fc.nat(), (anyBody, anyHash, now) => {
        const any = { key, requestHash: anyHash, body: anyBody }
        const signed = signAnswer({ ...any, unixSeconds: now })
        expect(verifyAnswer({ ...any, header: signed, nowUnixSeconds: now })).toBe('ok')
      }),
    )
  })
})

it('a dot in a hash cannot move the borders of what is signed', () => {
  const moved = signAnswer({ key, unixSeconds, requestHash: `${requestHash}.x`, body: 'y' })
  expect(verifyAnswer({ key, header: moved, nowUnixSeconds: unixSeconds, requestHash, body: 'x.y' })).toBe('wrong')
})

it('is the same for a body in pieces', () => {
  fc.assert(
    fc.property(
      fc.array(anyText()),
      fc.constantFrom(requestHash, requestHash.toUpperCase(), '', 'x.y'),
      (pieces, sent) => {
        const signature = signPieces({ key, requestHash: sent, unixSeconds })
        for (const piece of pieces) signature.add(piece)
        expect(signature.end()).toBe(signAnswer({ key, requestHash: sent, unixSeconds, body: pieces.join('') }))
      },
    ),
  )
})
