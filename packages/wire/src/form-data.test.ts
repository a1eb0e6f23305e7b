import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../test/arbitraries.ts'
import { requests } from '../test/vectors.ts'
import { formFrom, type PlainForm, type PlainValue } from './form-data.ts'
import { formLimits, parseForm, writeForm } from './form.ts'

const written = (data: PlainForm) => writeForm(formFrom(data))

describe('what no form can hold', () => {
  it.each([
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a date, which would vanish', new Date(0)],
    ['infinity', Infinity],
    ['NaN', NaN],
  ])('%s', (_, value) => {
    expect(() => formFrom({ value: value as PlainValue })).toThrow(TypeError)
  })

  it('more levels than a server takes, a cycle included', () => {
    const cycle: { [key: string]: PlainValue } = {}
    cycle['again'] = cycle
    expect(() => formFrom(cycle)).toThrow(expect.objectContaining({ limit: 'maxDepth' }))
  })

  it('but as many as a server takes', () => {
    let data: PlainForm = { leaf: 1 }
    for (let depth = 0; depth < formLimits.maxDepth; depth++) data = [data]
    expect(parseForm(written(data))).toEqual(formFrom(data))
  })
})

describe('data as PHP writes it', () => {
  it('V4: a list, Cyrillic, false, an empty text, a null that vanishes, flat names with brackets', () => {
    const data = {
      goods: [{ good_name: 'course', good_sum: '1500' }, { good_name: 'ebook' }],
      bill_first_name: 'Анна (тест)',
      bill_email: 'a~b+c@example.com',
      bill_phone: '+7(900)000-00-00',
      bill_address: "1 Main St., 5*2 'x'",
      bill_timer_kill: false,
      bill_comment: '',
      bill_domain: null,
      'utm[utm_medium]': 'cpc',
      'utm[utm_source]': 'news letter',
    }
    expect(written(data)).toBe(requests.V4.query)
  })

  it('V3 and V5: true and lists', () => {
    expect(written({ bill_id: 102_937, good_info: true })).toBe(requests.V3.query)
    const period = { begin_date: '01.01.2024', end_date: '31.01.2024', paid: 1 }
    expect(written({ ...period, goods: [1, 2, 3] })).toBe(requests.V5.query)
  })

  it('V8: the order of integer-like keys, in a map', () => {
    const goods = new Map([1, 0].map((index) => [index, { good_name: index === 1 ? 'b' : 'a' }]))
    expect(written({ goods, bill_email: 'x@example.com' })).toBe(requests.V8.query)
  })

  it.each<[string, PlainForm, string]>([
    ['nothing', {}, ''],
    ['null and undefined in a list', { a: [null, 1, undefined, 2] }, 'a%5B1%5D=1&a%5B3%5D=2'],
    ['a hole in a list', { a: Object.assign([], { 1: 1 }) }, 'a%5B1%5D=1'],
    ['empty lists and objects', { a: [], b: {}, c: new Map(), d: [[]] }, ''],
    ['a list at the top', ['x', 'y'], '0=x&1=y'],
    ['an object without a prototype', Object.assign(Object.create(null), { a: 1 }), 'a=1'],
    ['a big integer', { a: 123_456_789_012_345_678_901n }, 'a=123456789012345678901'],
  ])('%s', (_, data, query) => {
    expect(written(data)).toBe(query)
  })

  it.each([
    [1.5, '1.5'],
    [1000.5, '1000.5'],
    [0.1 + 0.2, '0.3'],
    [-0, '0'],
    [1 / 3, '0.33333333333333'],
    [9_007_199_254_740_991, '9007199254740991'],
    [99_999_999_999_999.5, '1.0E+14'],
    [0.0001, '0.0001'],
    [0.00001, '1.0E-5'],
    [-2.5e-7, '-2.5E-7'],
    [1.5e25, '1.5E+25'],
    [5e-324, '4.9406564584125E-324'],
  ])('the number %d', (value, text) => {
    expect(formFrom({ value }).get('value')).toBe(text)
  })

  it('reads as it was, once it is text', () => {
    const tree = fc.letrec<{ form: PlainForm }>((tie) => ({
      form: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.oneof({ maxDepth: 3 }, anyText(), tie('form')), {
        minKeys: 1,
      }),
    })).form
    fc.assert(
      fc.property(tree, (data) => {
        expect(parseForm(written(data))).toEqual(formFrom(data))
      }),
    )
  })
})
