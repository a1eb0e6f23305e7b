import { orderOf, putOrders, training } from '../../../test/orders.ts'
import type { Scenario } from '../../../test/scenario.ts'
import type { ShopStore } from '../../store/store.ts'
import { expect } from 'vitest'

const days = ['2024-01-01T00:00:00Z', '2024-01-15T12:00:00Z', '2024-01-31T23:59:59Z', '2024-02-10T00:00:00Z']
const apron = { ...training, product: 7, name: 'apron' }

/** Orders 1 to 4, made on these days; 1 and 3 are paid ten days later; 2 has an apron in it. */
async function orders(shop: ShopStore): Promise<void> {
  const made = days.map((day, index) => {
    const created = Date.parse(day)
    const isPaid = index % 2 === 0
    const paid = isPaid ? created + 10 * 86_400_000 : null
    const items = index === 1 ? [training, apron] : [training]
    return orderOf({ number: index + 1, created, paid, pay_status: isPaid ? 'paid' : 'waiting', items })
  })
  await putOrders(shop, ...made.toReversed())
}

const list = (...numbers: readonly number[]) => ({
  code: 0,
  text: 'OK',
  result: numbers.map((id) => expect.objectContaining({ id }) as unknown),
})
const january = { begin_date: '01.01.2024', end_date: '31.01.2024' }

export const scenarios: readonly Scenario[] = [
  { about: 'lists the orders of an interval by number', given: orders, form: january, reply: list(1, 2, 3) },
  {
    about: 'takes other forms of dates',
    given: orders,
    form: { begin_date: '2024-01-02', end_date: '1706745599' },
    reply: list(2, 3),
  },
  {
    about: 'shortens more than a month from its beginning',
    given: orders,
    form: { begin_date: '01.01.2023', end_date: '10.02.2024' },
    reply: list(2, 3, 4),
  },
  {
    about: 'goes by the time of payment for paid ones',
    given: orders,
    form: { ...january, paid: '1' },
    reply: list(1),
  },
  { about: 'lists all if «paid» is no', given: orders, form: { ...january, paid: 'false' }, reply: list(1, 2, 3) },
  { about: 'goes by product numbers', given: orders, form: { ...january, goods: '99, 7' }, reply: list(2) },
  { about: 'goes by a list of products', given: orders, form: { ...january, goods: ['apron'] }, reply: list(2) },
  {
    about: 'has all with an empty list of products',
    given: orders,
    form: { ...january, goods: '' },
    reply: list(1, 2, 3),
  },
  { about: 'finds nothing on the current day', given: orders, form: {}, reply: { code: 0, text: 'OK', result: [] } },
  {
    about: 'gives items without codes, with partners',
    given: (shop) => putOrders(shop, orderOf({ number: 1, created: Date.parse('2024-01-05T00:00:00Z') })),
    form: january,
    reply: {
      code: 0,
      result: [
        expect.objectContaining({
          is_recurrent: false,
          good_count: 1,
          items: [{ id: 'payment', title: 'payment for training', sum: '1500.00', price: '2000.00', partners: [] }],
        }),
      ],
    },
  },
  {
    about: 'leaves out deleted orders',
    given: async (shop) => {
      await orders(shop)
      await shop.orders.delete(2)
    },
    form: january,
    reply: list(1, 3),
  },
  {
    about: 'is long without losing any',
    given: (shop) =>
      putOrders(
        shop,
        ...Array.from({ length: 2_345 }, (_, index) =>
          orderOf({ number: 5_000 - index, created: Date.parse('2024-01-05T00:00:00Z') + (index % 7) * 1_000 }),
        ),
      ),
    form: january,
    reply: list(...Array.from({ length: 2_345 }, (_, index) => 5_000 - 2_344 + index)),
  },
  {
    about: 'takes no interval the wrong way round',
    form: { begin_date: '02.01.2024', end_date: '01.01.2024' },
    reply: { code: 3 },
  },
  { about: 'takes no day that does not exist', form: { begin_date: '31.02.2024' }, reply: { code: 3 } },
  { about: 'takes no word for a day', form: { end_date: 'today' }, reply: { code: 3 } },
  { about: 'takes no word for paid', form: { paid: 'maybe' }, reply: { code: 3 } },
]
