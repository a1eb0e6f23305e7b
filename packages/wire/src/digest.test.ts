import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../test/arbitraries.ts'
import { bytesOf } from './bytes.ts'
import * as node from './digest.node.ts'
import * as portable from './digest.portable.ts'

describe.each([
  ['by Node', node],
  ['portable', portable],
])('%s', (_, { md5, hmacSha256, hmacSha256OfPieces }) => {
  // RFC 1321, appendix A.5; the last one by PHP.
  it.each([
    ['', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
    ['1234567890'.repeat(8), '57edf4a22be3c955ac49da2e2107b67a'],
    ['\0\x80\xff', 'edaa0390b22ab88b20932fa7a5e019ff'],
  ])('md5 of %j', (bytes, digest) => {
    expect(md5(bytes)).toBe(digest)
  })

  // RFC 4231, test case 2; the others by PHP.
  it.each([
    ['Jefe', 'what do ya want for nothing?', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
    ['ключ', 'Привет €', 'fc28c51353a61b797f0365f784e1c91ad663a29d9f579e6bdcdf32499d4b4e46'],
    ['k'.repeat(131), '', 'c68b7ace04e8bf0b01c1ed872ac04ac02cb9acb6a6d01fae07f52ff2d6c9bcee'],
  ])('HMAC-SHA256 with %j of %j', (key, text, digest) => {
    expect(hmacSha256(key, text)).toBe(digest)
  })

  it('HMAC-SHA256 of pieces is that of the whole', () => {
    fc.assert(
      fc.property(anyText(), fc.array(anyText()), (key, pieces) => {
        const hmac = hmacSha256OfPieces(key)
        for (const piece of pieces) hmac.add(piece)
        expect(hmac.end()).toBe(hmacSha256(key, pieces.join('')))
      }),
    )
  })
})

it('both give the same', () => {
  fc.assert(
    fc.property(anyText(), anyText(), (a, b) => {
      expect(portable.md5(bytesOf(a))).toBe(node.md5(bytesOf(a)))
      expect(portable.hmacSha256(a, b)).toBe(node.hmacSha256(a, b))
    }),
  )
})

it('both give the same for keys about as long as a block, in turn', () => {
  for (const length of [0, 1, 40, 63, 64, 65, 40]) {
    const key = 'k'.repeat(length)
    expect(node.hmacSha256(key, 'text')).toBe(portable.hmacSha256(key, 'text'))
  }
})
