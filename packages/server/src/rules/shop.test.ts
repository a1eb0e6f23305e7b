import { describe, expect, test } from 'vitest'
import { parseCurrency, parseLanguage, parseTimeZone, parseTitle } from './shop.ts'

test.each<[string, (text: string) => string, string, string]>([
  ['a language', parseLanguage, ' RU ', 'ru'],
  ['a title', parseTitle, ' Аннина «кухня» ', 'Аннина «кухня»'],
  ['no title', parseTitle, ' ', ''],
  ['a long title', parseTitle, 'x'.repeat(100), 'x'.repeat(100)],
  ['a time zone', parseTimeZone, 'europe/moscow', 'Europe/Moscow'],
  ['no time zone in particular', parseTimeZone, 'utc', 'UTC'],
  ['a currency', parseCurrency, ' eur', 'EUR'],
])('%s', (_what, parse, text, expected) => {
  expect(parse(text)).toBe(expected)
})

describe('refused, with an example of what is right', () => {
  test.each<[string, (text: string) => string, string, string]>([
    ['another language', parseLanguage, 'de', 'en, ru'],
    ['no language', parseLanguage, '', 'en, ru'],
    ['a title too long', parseTitle, 'x'.repeat(101), 'at most 100'],
    ['a title of two lines', parseTitle, 'a\nb', 'one line'],
    ['a place that is none', parseTimeZone, 'Europe/Atlantis', 'Europe/Moscow'],
    ['an offset, which knows no summer', parseTimeZone, '+03:00', 'Europe/Moscow'],
    ['no time zone', parseTimeZone, '', 'Europe/Moscow'],
    ['a currency that is none', parseCurrency, 'XYZ', 'RUB'],
    ['no currency', parseCurrency, '', 'RUB'],
  ])('%s', (_what, parse, text, hint) => {
    expect(() => parse(text)).toThrow(RangeError)
    expect(() => parse(text)).toThrow(hint)
  })
})
