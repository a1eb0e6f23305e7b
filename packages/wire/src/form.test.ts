// What PHP itself makes of generated forms is in php.test.ts.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodies } from '../test/arbitraries.ts'
import { parserLine, requests } from '../test/vectors.ts'
import { FormLimitError, formLimits, parseForm, writeForm } from './form.ts'

describe('limits', () => {
  it.each([
    ['maxBytes', 'a='.padEnd(formLimits.maxBytes, 'x'), '&'],
    ['maxPairs', Array.from({ length: formLimits.maxPairs }, () => 'a=1').join('&'), '&b'],
    ['maxDepth', `a${'[b]'.repeat(formLimits.maxDepth)}`, '[c]'],
  ] as const)('%s is the most that passes', (limit, most, more) => {
    expect(parseForm(most).size).toBe(1)
    expect(() => parseForm(most + more)).toThrow(expect.objectContaining({ name: 'FormLimitError', limit }))
  })

  it('may be others', () => {
    expect(() => parseForm('a=1&b=2', { ...formLimits, maxPairs: 1 })).toThrow(FormLimitError)
  })

  it('count empty pairs too', () => {
    expect(() => parseForm('&'.repeat(formLimits.maxPairs + 1))).toThrow(expect.objectContaining({ limit: 'maxPairs' }))
  })

  it.each([
    ['as many [] as may be', 'a[]=1&'.repeat(formLimits.maxPairs)],
    ['a long row of brackets never closed', `a${'['.repeat(formLimits.maxBytes - 1)}`],
    ['a long row of brackets closed once', `a${'['.repeat(formLimits.maxBytes - 2)}]`],
    ['percent signs only', '%'.repeat(formLimits.maxBytes)],
    ['spaces before a name', ' '.repeat(formLimits.maxBytes)],
    ['a long row of digits', `a[${'9'.repeat(formLimits.maxBytes - 10)}]&a[]`],
  ])('keep %s quick', (_, body) => {
    // Some milliseconds each: what takes more than linear time would run into the test's time-out.
    expect(parseForm(body).size).toBeLessThan(2)
  })
})

describe('a body as PHP reads it, written again', () => {
  it.each([
    // Malformed
    ['nothing', '', ''],
    ['ampersands', '&&&', ''],
    ['no name', '=1&+=2&%00=3&[a]=4', ''],
    ['no value', 'a&b=', 'a=&b='],
    ['a value with =', 'a=b=c', 'a=b%3Dc'],
    ['percent signs that encode nothing', 'a%zz=%4&b%=%', 'a%25zz=%254&b%25=%25'],
    ['bytes that are not UTF-8', 'a=%FF&b=\xed\xa0\x80', 'a=%FF&b=%ED%A0%80'],
    ['NUL in a name', 'a\0b=1&c%00[d]=2&e[f%00]=3', 'a=1&c=2&e_f=3'],
    ['NUL in a value', 'a=\0&b=%00', 'a=%00&b=%00'],
    ['a bracket never closed', 'z[=1&a[b.c d[e=2&f[g][h=3', 'z_=1&a_b_c_d_e=2&f%5Bg%5D=3'],
    ['a bracket only closed', 'a]=1&]=2&b]c[d]=3', 'a%5D=1&%5D=2&b%5Dc%5Bd%5D=3'],
    ['brackets in brackets', 'a[[b]=1&c[d[e]]=2', 'a%5B%5Bb%5D=1&c%5Bd%5Be%5D=2'],
    ['a tail after brackets', 'a[b]c=1&a[d]e[f]=2', 'a%5Bb%5D=1&a%5Bd%5D=2'],
    // Names
    ['spaces before a name', '++a=1&%20b=2', 'a=1&b=2'],
    ['dots and spaces in a name', 'a.b c=1&d.e[f.g h]=2', 'a_b_c=1&d_e%5Bf.g+h%5D=2'],
    ['the names of an object of JavaScript', '__proto__[a]=1&constructor=2', '__proto__%5Ba%5D=1&constructor=2'],
    ['a cookie prefix of its own', '__Host-a=1&b[__Secure_]=2', '__Host-a=1&b%5B__Secure_%5D=2'],
    ['a cookie prefix by mending', '_.Host-a=1&_[Secure-b=2&c[__Host-d]=3&e=4', 'e=4'],
    // Order
    ['a name again', 'a=1&b=2&a=3', 'a=3&b=2'],
    ['an array apart', 'utm[x]=1&tag=2&utm[y]=3', 'utm%5Bx%5D=1&utm%5By%5D=3&tag=2'],
    ['text, then an array', 'a=1&b=2&a[c]=3', 'a%5Bc%5D=3&b=2'],
    ['an array, then text', 'a[c]=1&b=2&a=3', 'a=3&b=2'],
    ['indices out of order', 'y[3]=a&y[1]=b', 'y%5B3%5D=a&y%5B1%5D=b'],
    // The next free index
    ['[] alone', 'x[]=1&x[]=2&y[][a]=3&y[][a]=4', 'x[0]=1&x[1]=2&y[0][a]=3&y[1][a]=4'],
    ['[] after an index', 'a[5]=1&a[]=2&a[9]=3&a[]=4', 'a[5]=1&a[6]=2&a[9]=3&a[10]=4'],
    ['[] after a lower index', 'a[]=1&a[5]=2&a[1]=3&a[]=4', 'a[0]=1&a[5]=2&a[1]=3&a[6]=4'],
    ['[] after a negative index', 'a[-5]=1&a[]=2', 'a[-5]=1&a[-4]=2'],
    ['[] after what is no index', 'a[08]=1&a[-0]=2&a[1.5]=3&a[]=4', 'a[08]=1&a[-0]=2&a[1.5]=3&a[0]=4'],
    [
      '[] after the last integer',
      'a[9223372036854775806]=1&a[]=2&a[]=3',
      'a[9223372036854775806]=1&a[9223372036854775807]=2',
    ],
    ['[] after more than an integer', 'a[9223372036854775808]=1&a[]=2', 'a[9223372036854775808]=1&a[0]=2'],
    [
      '[] after the first integer',
      'a[-9223372036854775808]=1&a[]=2',
      'a[-9223372036854775808]=1&a[-9223372036854775807]=2',
    ],
    ['a blank in brackets', 'a[ ]=1&a[%09]=2&a[  ]=3&a[ b]=4', 'a[0]=1&a[1]=2&a[++]=3&a[+b]=4'],
  ])('%s', (_, body, query) => {
    expect(writeForm(parseForm(body))).toBe(query.replaceAll('[', '%5B').replaceAll(']', '%5D'))
  })

  it('is the vector of the protocol', () => {
    expect(writeForm(parseForm(parserLine.body))).toBe(parserLine.query)
  })

  it.each(Object.entries(requests))('is the same for a body PHP wrote, %s', (_, { query }) => {
    expect(writeForm(parseForm(query))).toBe(query)
  })

  it('means the same', () => {
    const limits = { ...formLimits, maxDepth: 100 }
    fc.assert(
      fc.property(bodies(0), (body) => {
        const query = writeForm(parseForm(body, limits))
        expect(writeForm(parseForm(query, limits))).toBe(query)
      }),
    )
  })
})

describe('writeForm', () => {
  it('leaves out an empty subtree and keeps an empty text', () => {
    expect(writeForm(new Map([['a', new Map()]]))).toBe('')
    expect(writeForm(new Map([['a', '']]))).toBe('a=')
  })

  it('writes a flat name with brackets as it writes the nested one', () => {
    expect(writeForm(new Map([['utm[x]', '1']]))).toBe(writeForm(new Map([['utm', new Map([['x', '1']])]])))
  })

  it("can leave JavaScript's characters as they are, in names and values", () => {
    const form = parseForm("it's[(a~b)]=5*2!")
    expect(writeForm(form, 'javascript')).toBe("it's%5B(a~b)%5D=5*2!")
    expect(writeForm(form)).toBe('it%27s%5B%28a%7Eb%29%5D=5%2A2%21')
  })
})
