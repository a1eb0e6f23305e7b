import { describe, expect, test } from 'vitest'
import { parsePaymentUrl, paymentUrl } from './payment-url.ts'

const facts = { number: '258367', sum: '1500.00', email: 'a+b&c@example.com/ж$&', token: '6f1d' }

describe('parsePaymentUrl', () => {
  test.each([
    '',
    'https://pay.example.com',
    'http://pay.example.com:8080/{number}/{token}?sum={sum}&to={email}#{number}',
    'https://пример.рф/оплата?{sum}',
    `https://pay.example.com/${'x'.repeat(1_976)}`,
  ])('takes %j as it is', (template) => {
    expect(parsePaymentUrl(template)).toBe(template)
  })

  test('drops spaces around it', () => {
    expect(parsePaymentUrl(' https://pay.example.com/ ')).toBe('https://pay.example.com/')
    expect(parsePaymentUrl(' ')).toBe('')
  })

  test.each([
    'pay.example.com/{number}',
    'javascript:alert({number})',
    'ftp://pay.example.com/{number}',
    'https://{email}/x',
    'https://{number}.example.com/',
    'https:///x',
    'https://pay.example.com:99999/',
    'https://pay.example.com/a b',
    `https://pay.example.com/${'x'.repeat(1_977)}`,
  ])('refuses %j', (template) => {
    expect(() => parsePaymentUrl(template)).toThrow('is no address to pay at')
  })

  test.each(['{amount}', '{Number}', '{}', '{number'])('refuses %j, which nothing fills', (place) => {
    expect(() => parsePaymentUrl(`https://pay.example.com/?x=${place}`)).toThrow(
      `«${place}» is nothing that can be filled in. There is {number}, {sum}, {email}, {token}.`,
    )
  })
})

describe('paymentUrl', () => {
  test('fills in every place, percent-encoded', () => {
    expect(paymentUrl('https://x/{number}{number}?s={sum}&e={email}&t={token}', facts)).toBe(
      'https://x/258367258367?s=1500.00&e=a%2Bb%26c%40example.com%2F%D0%B6%24%26&t=6f1d',
    )
  })

  test('takes nothing that was filled in for a place', () => {
    expect(paymentUrl('https://x/?{email}', { ...facts, email: '{token}' })).toBe('https://x/?%7Btoken%7D')
  })
})
