import { describe, expect, test } from 'vitest'
import { orderOf, training } from '../../test/orders.ts'
import { type Bill, billPage } from './bill-page.ts'
import { styleElement } from './bill-style.ts'

const anna = {
  login: 'anna',
  title: 'Anna bakes',
  language: 'en',
  timeZone: 'UTC',
  currency: 'USD',
  paymentUrl: 'https://pay.example.com/?order={number}&sum={sum}&who={email}&token={token}',
} as const
const russian = { ...anna, title: 'Аннина кухня', language: 'ru', timeZone: 'Europe/Moscow', currency: 'RUB' } as const

const waiting = { pay_status: 'waiting', paid: null, payway: '' } as const
const payment = { sumMinor: 50_000, at: 1_700_000_000_000, payway: 'manual' }

function page(order: Parameters<typeof orderOf>[0], shop: Bill['shop'] = anna): string {
  return billPage({ shop, order: orderOf({ ...waiting, ...order }), token: '6f1d' })
}

/** What there is to read, with spaces as on a keyboard. */
function textOf(html: string): string {
  const body = html.replace(/^.*<body>/s, '')
  return body
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
}

describe('the page says', () => {
  test.each<[string, string, Parameters<typeof orderOf>[0], Bill['shop']]>([
    [
      'what is to be paid',
      'Anna bakes Order 258367 Awaiting payment Ordered on November 14, 2023 What was ordered Product Sum ' +
        'payment for training $1,500.00 instead of $2,000.00 Total $1,500.00 Pay $1,500.00',
      {},
      anna,
    ],
    [
      'the same in Russian, on the day that it is in Moscow',
      'Аннина кухня Заказ 258367 Ожидает оплаты Оформлен 15 ноября 2023 г. Состав заказа Товар Сумма ' +
        'payment for training 1 500,00 ₽ вместо 2 000,00 ₽ Итого 1 500,00 ₽ Оплатить 1 500,00 ₽',
      {},
      russian,
    ],
    [
      'what was paid and is left',
      'Partly paid Ordered on November 14, 2023 What was ordered Product Sum payment for training $1,500.00 ' +
        'instead of $2,000.00 Total $1,500.00 Paid $500.00 Left to pay $1,000.00 Pay $1,000.00',
      { payments: [payment] },
      anna,
    ],
    [
      'that in Russian',
      'Итого 1 500,00 ₽ Оплачено 500,00 ₽ Осталось оплатить 1 000,00 ₽',
      { payments: [payment] },
      russian,
    ],
    ['when it was paid', 'Paid on November 14, 2023', { pay_status: 'paid', paid: 1_700_000_000_000 }, anna],
    [
      'that it was paid, where no payment is known',
      'Total $1,500.00 Paid $1,500.00',
      { pay_status: 'paid', paid: null },
      anna,
    ],
    ['that in Russian', 'Оплачен 15 ноября 2023 г.', { pay_status: 'paid', paid: 1_700_000_000_000 }, russian],
    ['that it is cancelled', 'Cancelled', { pay_status: 'cancel' }, anna],
    ['that in Russian', 'Отменён', { pay_status: 'cancel' }, russian],
    ['that the money went back', 'Money returned', { pay_status: 'return', paid: 1 }, anna],
    ['that in Russian', 'Деньги возвращены', { pay_status: 'return', paid: 1 }, russian],
    [
      'that it was sent, and how to follow it',
      'Sent on November 15, 2023 Tracking number: RA123456785RU',
      { pay_status: 'paid', paid: 1, sent_at: 1_700_086_400_000, rpo: 'RA123456785RU' },
      anna,
    ],
    [
      'that in Russian',
      'Отправлен 16 ноября 2023 г. Трек-номер: RA123456785RU',
      { pay_status: 'paid', paid: 1, sent_at: 1_700_086_400_000, rpo: 'RA123456785RU' },
      russian,
    ],
    [
      'until when it waits',
      'Please pay before November 15, 2023 at 10:13 PM. After that the order is cancelled.',
      { cancel_at: 1_700_086_400_000 },
      anna,
    ],
    [
      'that in Russian',
      'Оплатите, пожалуйста, до 16 ноября 2023 г. в 01:13. После этого заказ будет отменён.',
      { cancel_at: 1_700_086_400_000 },
      russian,
    ],
    ["the shop's login where it has no title", 'boris Order 258367', {}, { ...anna, login: 'boris', title: '' }],
    [
      'cents of a currency without',
      '¥1,500.5',
      { items: [{ ...training, sumMinor: 150_050 }] },
      { ...anna, currency: 'JPY' },
    ],
    ['two places of a currency with three', 'KWD 1,500.00', {}, { ...anna, currency: 'KWD' }],
  ])('%s', (_what, expected, order, shop) => {
    expect(textOf(page(order, shop))).toContain(expected)
  })

  test('no price that is not above the sum', () => {
    const html = page({
      items: [
        { ...training, priceMinor: 100_000 },
        { ...training, priceMinor: 150_000 },
      ],
    })
    expect(html.replace(styleElement.text, '')).not.toContain('<s>')
  })

  test('nothing of the customer', () => {
    const html = page(
      {
        email: 'secret@example.com',
        phone: '+7000',
        address: '1 Main St.',
        city: 'Omsk',
        comment: 'whispered',
        first_name: 'Zoë',
      },
      { ...anna, paymentUrl: '' },
    )
    expect(html).not.toMatch(/secret@|\+7000|Main St|Omsk|whispered|Zoë|Ivanova/)
  })
})

describe('the way to pay', () => {
  const hrefIn = (html: string): string | undefined => /href="([^"]*)"/.exec(html)?.[1]

  test("is the shop's, with the order's facts", () => {
    expect(hrefIn(page({ email: 'a+b&c"d@example.com', payments: [payment] }))).toBe(
      'https://pay.example.com/?order=258367&#38;sum=1000.00&#38;who=a%2Bb%26c%22d%40example.com&#38;token=6f1d',
    )
  })

  test.each<[string, Parameters<typeof orderOf>[0], Bill['shop']]>([
    ['of a shop without one', {}, { ...anna, paymentUrl: '' }],
    ['of what is paid', { pay_status: 'paid', paid: 1 }, anna],
    ['of what is cancelled', { pay_status: 'cancel' }, anna],
    ['of what was given back', { pay_status: 'return' }, anna],
    ['of what is free', { items: [{ ...training, sumMinor: 0 }] }, anna],
  ])('is not there: %s', (_what, order, shop) => {
    expect(hrefIn(page(order, shop))).toBeUndefined()
  })
})

test('what people wrote is no markup', () => {
  const title = '<img src=x onerror=alert(1)>"\'&'
  const html = page({ items: [{ ...training, title }], rpo: title, sent_at: 1 }, { ...anna, title })
  expect(html).not.toContain('<img')
  expect(html.match(/&#60;img src=x onerror=alert\(1\)&#62;&#34;&#39;&#38;/g)).toHaveLength(4)
})

test.each([
  ['en', anna, 'Order 258367 · Anna bakes'],
  ['ru', russian, 'Заказ 258367 · Аннина кухня'],
])('it says what it is, in %s', (language, shop, title) => {
  const html = page({}, shop)
  expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}">`))
  expect(html).toContain(`<title>${title}</title>`)
})

/** WCAG 2.2, 1.4.3. */
describe('its colours have enough contrast', () => {
  const [light = '', dark = ''] = styleElement.text.split('prefers-color-scheme: dark')
  const pairs = ['text card', 'quiet card', 'button-text button', 'open-text open', 'done-text done', 'over-text over']

  test.each([
    ['light', light],
    ['dark', dark],
  ])('%s', (_mode, css) => {
    for (const pair of pairs) {
      const [over = 0, under = 0] = pair
        .split(' ')
        .map((name) => luminanceOf(css, name))
        .toSorted((a, b) => b - a)
      expect({ pair, contrast: (over + 0.05) / (under + 0.05) >= 4.5 }).toEqual({ pair, contrast: true })
    }
  })

  function luminanceOf(css: string, name: string): number {
    const digits = new RegExp(`--${name}: #([\\da-f]+);`).exec(css)?.[1] ?? ''
    const full = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits
    expect(full).toMatch(/^[\da-f]{6}$/)
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
      const part = Number.parseInt(full.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
})
