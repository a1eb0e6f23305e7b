import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../test/arbitraries.ts'
import { bytesOf, textOf, uint8ArrayFrom } from './bytes.ts'

describe('textOf', () => {
  it.each([
    ['a lone continuation byte', '\x80'],
    ['a byte UTF-8 never has', 'abc\xff'],
    ['a character cut short', '\xd0'],
    ['an overlong form', '\xc0\xaf'],
    ['half of a surrogate pair', '\xed\xa0\x80'],
    ['a number above U+10FFFF', '\xf4\x90\x80\x80'],
    ['text in windows-1251', '\xc0\xed\xed\xe0'],
  ])('gives nothing for %s', (_, bytes) => {
    expect(textOf(bytes)).toBeUndefined()
  })

  it('reads UTF-8 and keeps a byte order mark', () => {
    expect(textOf('\xd0\x90\xd0\xbd\xd0\xbd\xd0\xb0 1')).toBe('Анна 1')
    expect(textOf('\xef\xbb\xbfx')).toBe('\ufeffx')
  })
})

describe('bytesOf', () => {
  it('has one character a byte', () => {
    expect(bytesOf('plain \0 text')).toBe('plain \0 text')
    expect(bytesOf('Анна €')).toBe('\xd0\x90\xd0\xbd\xd0\xbd\xd0\xb0 \xe2\x82\xac')
    expect(bytesOf('😀')).toBe('\xf0\x9f\x98\x80')
  })

  it('replaces a lone surrogate, which has no bytes', () => {
    expect(bytesOf('\ud800')).toBe('\xef\xbf\xbd')
  })

  it('is undone by textOf', () => {
    fc.assert(fc.property(anyText(), (text) => textOf(bytesOf(text)) === text))
  })
})

it('uint8ArrayFrom has an element for each byte', () => {
  expect(uint8ArrayFrom('a\0\xff')).toEqual(Uint8Array.of(97, 0, 255))
})
