import { expect, test } from 'vitest'
import { at, queryOf } from './query.ts'

test('what stands in a path stays one part of it', () => {
  expect(at`/orders/${258_367}/pay`).toBe('/orders/258367/pay')
  expect(at`/customers/${'анна+1/../@пример.рф'}`).toBe(
    '/customers/%D0%B0%D0%BD%D0%BD%D0%B0%2B1%2F..%2F%40%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80.%D1%80%D1%84',
  )
  expect(at`/orders`).toBe('/orders')
})

test('what is not given is not asked for', () => {
  expect(queryOf({})).toBe('')
  expect(queryOf({ a: undefined, b: null })).toBe('')
  expect(queryOf({ a: 0, b: false, c: '', d: ['x', 'y'], e: new Date(0) })).toBe(
    '?a=0&b=false&c=&d=x&d=y&e=1970-01-01T00%3A00%3A00.000Z',
  )
})

test.each(['', '.', '..'])('«%s» would lead elsewhere, and is refused', (name) => {
  expect(() => at`/products/${name}`).toThrow('names nothing')
})
