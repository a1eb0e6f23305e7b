import { expect, test } from 'vitest'
import { parseNotificationUrl } from './notification-url.ts'

test.each([
  '',
  'http://shop.example.com',
  'https://shop.example.com:8443/paid.php?event=paid&x=%20#part',
  'HTTPS://Shop.Example.com/',
  'http://127.0.0.1/x',
  'https://пример.рф/оплата',
  `http://shop.example.com/${'x'.repeat(1_976)}`,
])('%j is taken as it is', (url) => {
  expect(parseNotificationUrl(url)).toBe(url)
})

test('spaces around it are dropped', () => {
  expect(parseNotificationUrl(' http://shop.example.com\n')).toBe('http://shop.example.com')
  expect(parseNotificationUrl(' ')).toBe('')
})

test.each([
  'shop.example.com/paid.php',
  '//shop.example.com',
  'ftp://shop.example.com',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'http:shop.example.com',
  'http://',
  'https://a b.example.com',
  'https://shop.example.com/a\tb',
  'https://shop.example.com:99999',
  `http://shop.example.com/${'x'.repeat(1_977)}`,
])('%j is refused', (url) => {
  expect(() => parseNotificationUrl(url)).toThrow(RangeError)
})
