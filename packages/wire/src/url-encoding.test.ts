import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { urlDecode, urlEncode } from './url-encoding.ts'

const everyByte = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code))
const bytes = fc.string({ unit: fc.constantFrom(...everyByte) })

describe('urlDecode', () => {
  it.each(['%', '%4', '%zz', '%%', '%g0', '%0g', 'a%', '%u0041', '%-1', '%.1'])('leaves %j as it is', (text) => {
    expect(urlDecode(text)).toBe(text)
  })

  it('decodes after a sign that is none', () => {
    expect(urlDecode('%%41%4%41')).toBe('%A%4A')
  })

  it('decodes either case, any byte, and + as a space', () => {
    expect(urlDecode('%d0%90+%2B%00%FF')).toBe('\xd0\x90 +\0\xff')
  })

  it('undoes urlEncode in either alphabet', () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom('php' as const, 'javascript' as const), (text, alphabet) => {
        expect(urlDecode(urlEncode(text, alphabet))).toBe(text)
      }),
    )
  })
})

describe('urlEncode', () => {
  const kept = (alphabet: 'php' | 'javascript') =>
    everyByte.filter((character) => urlEncode(character, alphabet) === character).join('')
  const lettersAndDigits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'

  it('leaves only letters, digits and -._ as they are, as PHP does', () => {
    expect(kept('php')).toBe(`-.${lettersAndDigits}`)
    expect(urlEncode(" ~*!'()\xd0")).toBe('+%7E%2A%21%27%28%29%D0')
  })

  it("leaves !'()*~ too, as JavaScript does", () => {
    expect(kept('javascript')).toBe(`!'()*-.${lettersAndDigits}~`)
    expect(urlEncode('a b', 'javascript')).toBe('a+b')
  })
})
