import { expect } from 'vitest'
import { addProduct, type Scenario } from '../../../test/scenario.ts'
import type { ShopStore } from '../../store/store.ts'

const book = {
  name: 'book',
  timerMs: 60_000,
  notify: { created: 'http://a.example/', paid: '', prepaid: 'http://b.example/', cancelled: '', returned: '' },
  fees: [{ sumMinor: 1, basisPoints: 0 }, null],
  extra: { parent_id: '7' },
} as const
const given = (shop: ShopStore): Promise<void> => addProduct(shop, book)
const form = { good_name: 'book', good_title: 'Another', good_sum: '5' }

export const scenarios: readonly Scenario[] = [
  {
    about: 'changes title and price, and leaves what is left out',
    given,
    form,
    reply: { code: 0, text: 'OK', result: [] },
    after: async (shop) => {
      expect(await shop.products.find('book')).toMatchObject({
        ...book,
        title: 'Another',
        priceMinor: 500,
        kind: 'digital',
      })
    },
  },
  {
    about: 'changes all that is said',
    given,
    form: { ...form, good_type: '1', good_timer: '0', good_api_url_new_order: '', good_publish: '1' },
    reply: { code: 0 },
    after: async (shop) => {
      expect(await shop.products.find('book')).toMatchObject({
        kind: 'physical',
        timerMs: null,
        notify: { created: '', prepaid: 'http://b.example/' },
        extra: { parent_id: '7', good_publish: '1' },
      })
    },
  },
  {
    about: 'changes the parts of a fee and of a timer one by one',
    given,
    form: { ...form, good_partner_fee_perc: '10', good_timer_unit: 'hour', good_timer_duration: '2' },
    reply: { code: 0 },
    after: async (shop) => {
      expect(await shop.products.find('book')).toMatchObject({
        timerMs: 7_200_000,
        fees: [{ sumMinor: 1, basisPoints: 1_000 }, null],
      })
    },
  },
  {
    about: 'takes a fee away',
    given,
    form: { ...form, good_partner_fee: '', good_type: '', good_timer: '1' },
    reply: { code: 0 },
    after: async (shop) => {
      expect(await shop.products.find('book')).toMatchObject({ kind: 'digital', timerMs: 60_000, fees: [null, null] })
    },
  },
  {
    about: 'puts a setting with parts in the place of the former parts',
    given: (shop) => addProduct(shop, { ...book, extra: { 'good_x[0]': 'a', 'good_x[1]': 'b', good_xy: 'c' } }),
    form: { ...form, good_x: ['d'] },
    reply: { code: 0 },
    after: async (shop) => {
      expect((await shop.products.find('book'))?.extra).toEqual({ 'good_x[0]': 'd', good_xy: 'c' })
    },
  },
  {
    about: 'wants settings to be of a size, those that were there included',
    given: (shop) => addProduct(shop, { ...book, extra: { good_letter: 'x'.repeat(60_000) } }),
    form: { ...form, good_text: 'x'.repeat(60_000) },
    reply: { code: 3, result: [] },
  },
  {
    about: 'wants to know how long a new timer lasts',
    given: (shop) => addProduct(shop, { ...book, timerMs: null }),
    form: { ...form, good_timer: '1' },
    reply: { code: 3, result: [] },
  },
  { about: 'knows no such product', given, form: { ...form, good_name: 'other' }, reply: { code: 3, result: [] } },
  { about: 'wants a title', given, form: { ...form, good_title: '' }, reply: { code: 3 } },
  { about: 'wants a price', given, form: { ...form, good_sum: 'x' }, reply: { code: 3 } },
]
