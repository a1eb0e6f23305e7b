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
  { about: 'wants a known kind', form: { ...plain, good_type: '2' }, reply: { code: 3 } },
  { about: 'wants a web address', form: { ...plain, good_api_url_notif: 'ftp://x' }, reply: { code: 3 } },
  { about: 'wants a known unit', form: { ...plain, good_timer_unit: 'year' }, reply: { code: 3 } },
]
