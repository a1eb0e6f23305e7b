import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../test/arbitraries.ts'
import { key, replies } from '../test/vectors.ts'
import { readReply, writeReply } from './reply.ts'
import { signReply } from './signature.ts'

const ok = { error_code: 0, error_text: 'OK', result: [], hash: signReply(0, 'OK', key) }

describe('readReply refuses', () => {
  it.each(['', 'OK', '<html>', '{"error_code":0', '\ufeff{}', 'undefined'])('what is not JSON: %j', (text) => {
    expect(() => readReply(text, key)).toThrow(expect.objectContaining({ name: 'ReplyError', reason: 'not JSON' }))
  })

  it.each([
    ['null', null],
    ['a number', 5],
    ['a list', []],
    ['nothing', {}],
    ['a code that is text', { ...ok, error_code: '0' }],
    ['a code with a fraction', { ...ok, error_code: 0.5 }],
    ['no text', { ...ok, error_text: undefined }],
    ['no result', { ...ok, result: undefined }],
    ['an empty result', { ...ok, result: null }],
    ['a result that is text', { ...ok, result: '' }],
    ['no hash', { ...ok, hash: undefined }],
    ['a hash that is a number', { ...ok, hash: 1 }],
  ])('what is no envelope: %s', (_, value) => {
    expect(() => readReply(JSON.stringify(value), key)).toThrow(expect.objectContaining({ reason: 'no envelope' }))
  })

  it.each([
    ['another key', ok, 'other'],
    ['another code', { ...ok, error_code: 1 }, key],
    ['another text', { ...ok, error_text: 'Ok' }, key],
    ['an empty hash', { ...ok, hash: '' }, key],
    ['a hash cut short', { ...ok, hash: ok.hash.slice(1) }, key],
    ['an empty key for another error than 5', { ...ok, hash: signReply(0, 'OK', '') }, key],
  ])('a wrong hash: %s', (_, value, ofReader) => {
    expect(() => readReply(JSON.stringify(value), ofReader)).toThrow(expect.objectContaining({ reason: 'wrong hash' }))
  })
})

describe('readReply reads', () => {
  it.each(replies)('$code $text of the protocol', ({ code, text, hash }) => {
    expect(readReply(writeReply({ code, text, resultJson: '[]', hash }), key)).toEqual({ code, text, result: [] })
  })

  it('a hash in capitals, and the number that GetCountSubscribe gives', () => {
    const reply = { ...ok, result: 12, hash: ok.hash.toUpperCase() }
    expect(readReply(JSON.stringify(reply), key)).toEqual({ code: 0, text: 'OK', result: 12 })
  })

  it('what writeReply wrote', () => {
    const result = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()))
    fc.assert(
      fc.property(fc.nat(), anyText(), result, (code, text, value) => {
        const resultJson = JSON.stringify(value)
        const json = writeReply({ code, text, resultJson, hash: signReply(code, text, key) })
        expect(readReply(json, key)).toEqual({ code, text, result: JSON.parse(resultJson) as unknown })
      }),
    )
  })
})

it('writeReply keeps the order of the keys and escapes the text', () => {
  expect(writeReply({ code: 101, text: 'Subscription error: "ё"\n', resultJson: '{"a":1}', hash: 'abc' })).toBe(
    String.raw`{"error_code":101,"error_text":"Subscription error: \"ё\"\n","result":{"a":1},"hash":"abc"}`,
  )
})
