import { expect } from 'vitest'
import { products, type Scenario } from '../../../test/scenario.ts'

const plain = { good_name: 'book', good_type: '0', good_title: 'The book', good_sum: '1500.5' }

export const scenarios: readonly Scenario[] = [
  {
    about: 'adds a product',
    form: plain,
    reply: { code: 0, text: 'OK', result: { good_id: 1 } },
    after: async (shop) => {
      expect(await shop.products.find('book')).toMatchObject({ number: 1, title: 'The book', priceMinor: 150_050 })
    },
  },
  {
    about: 'takes all that is said of it',
    given: products,
    form: {
      ...plain,
      good_type: 'real',
      good_api_url_notif: 'https://shop.example.com/paid.php?x=1',
      good_api_url_new_order: 'http://shop.example.com/new.php',
      good_timer: '1',
      good_timer_unit: 'hour',
      good_timer_duration: '36',
      good_partner_fee: '100',
      good_partner_fee_perc: '12.5',
      good_partner_pfee: '5',
      good_only_countries: 'LVA,RUS',
      parent_id: '7',
    },
    reply: { code: 0, result: { good_id: 4 } },
    after: async (shop) => {
      expect(await shop.products.find('book')).toMatchObject({
        kind: 'physical',
        timerMs: 36 * 3_600_000,
        notify: { created: 'http://shop.example.com/new.php', paid: 'https://shop.example.com/paid.php?x=1' },
        fees: [
          { sumMinor: 10_000, basisPoints: 1_250 },
          { sumMinor: 500, basisPoints: 0 },
        ],
        extra: { good_only_countries: 'LVA,RUS', parent_id: '7' },
      })
    },
  },
  {
    about: 'keeps settings that have no meaning here',
    form: {
      ...plain,
      parent_id: '7',
      good_letter: 'Спасибо,\nАнна',
      good_post: { service: 'courier', costs: ['5', '10'] },
      goods: 'x',
      other: 'y',
    },
    reply: { code: 0 },
    after: async (shop) => {
      expect((await shop.products.find('book'))?.extra).toEqual({
        parent_id: '7',
        good_letter: 'Спасибо,\nАнна',
        'good_post[service]': 'courier',
        'good_post[costs][0]': '5',
        'good_post[costs][1]': '10',
      })
    },
  },
  {
    about: 'takes a form that is only half filled in',
    form: {
      ...plain,
      good_api_url_notif: '',
      good_timer: '0',
      good_timer_unit: '',
      good_timer_duration: '',
      good_partner_fee: '',
      good_partner_fee_perc: '',
      good_partner_pfee: '0',
    },
    reply: { code: 0 },
    after: async (shop) => {
      expect(await shop.products.find('book')).toMatchObject({
        timerMs: null,
        fees: [null, { sumMinor: 0, basisPoints: 0 }],
      })
    },
  },
  {
    about: 'does not give a number twice',
    given: async (shop) => {
      await products(shop)
      await shop.products.remove('gift')
    },
    form: plain,
    reply: { code: 0, result: { good_id: 4 } },
  },
  { about: 'takes a name only once', given: products, form: { ...plain, good_name: 'course' }, reply: { code: 3 } },
  ...Object.keys(plain).map((name): Scenario => ({
    about: `wants ${name}`,
    form: { ...plain, [name]: '' },
    reply: { code: 3, result: [] },
  })),
  ...Object.entries({
    'a known kind': { good_type: '2' },
    'a kind that no object of the language is called': { good_type: 'constructor' },
    'a web address': { good_api_url_notif: 'ftp://x' },
    'a known unit': { good_timer_unit: 'year' },
    'a timer to be on or off': { good_timer: 'constructor' },
    'a timer to have a length': { good_timer: '1', good_timer_unit: 'day' },
    'a timer to have a unit': { good_timer: '1', good_timer_duration: '3' },
    'a timer to last': { good_timer: '1', good_timer_unit: 'day', good_timer_duration: '0' },
    'a fee to be a sum': { good_partner_fee: '-1' },
    'a share to be at most all': { good_partner_fee_perc: '100.01' },
    'a name without commas': { good_name: 'a,b' },
    'settings to be of a size': { good_letter: 'x'.repeat(100_000) },
  }).map(([what, wrong]): Scenario => ({
    about: `wants ${what}`,
    form: { ...plain, ...wrong },
    reply: { code: 3, result: [] },
  })),
]
