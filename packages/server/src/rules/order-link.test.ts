import { expect, test } from 'vitest'
import { orderLink } from './order-link.ts'

test('a link is whole with the domain of the order, and a path without', () => {
  const parts = { number: 258_367, token: '6f1d0c52' }
  expect(orderLink({ ...parts, domain: 'shop.example.com' })).toBe('http://shop.example.com/bill/258367/6f1d0c52/')
  expect(orderLink({ ...parts, domain: '' })).toBe('/bill/258367/6f1d0c52/')
})
