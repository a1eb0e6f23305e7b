import { expect } from 'vitest'
import { orderOf, putOrders } from '../../../test/orders.ts'
import type { Scenario } from '../../../test/scenario.ts'
import { wireOrder } from '../../../test/wire-order.ts'
import type { ShopStore } from '../../store/store.ts'

const start = 1_700_000_000_000

/** So many, a second apart, of which every third is paid a thousand seconds later. */
function orders(count: number): (shop: ShopStore) => Promise<void> {
  return (shop) =>
    putOrders(
      shop,
      ...Array.from({ length: count }, (_, index) => {
        const created = start + index * 1_000
        const isPaid = index % 3 === 0
        const paid = isPaid ? created + 1_000_000 : null
        return orderOf({ number: index + 1, created, paid, pay_status: isPaid ? 'paid' : 'waiting' })
      }),
    )
}

const list = (...numbers: readonly number[]) => ({
  code: 0,
  result: numbers.map((id) => expect.objectContaining({ id }) as unknown),
})

export const scenarios: readonly Scenario[] = [
  {
    about: 'gives orders without their items',
    given: (shop) => putOrders(shop, orderOf()),
    form: { date_s: '1700000000', date_e: '1700000000' },
    reply: { code: 0, text: 'OK', result: [wireOrder] },
  },
  { about: 'has no bounds where none are given', given: orders(4), form: {}, reply: list(1, 2, 3, 4) },
  {
    about: 'has both bounds in it',
    given: orders(4),
    form: { date_s: '1700000001', date_e: '1700000002' },
    reply: list(2, 3),
  },
  {
    about: 'goes by the time of payment',
    given: orders(7),
    form: { paid: 'yes', date_s: '1700001003' },
    reply: list(4, 7),
  },
  {
    about: 'keeps the newest thousand, ascending',
    given: orders(1_100),
    form: { date_s: '', date_e: '' },
    reply: list(...Array.from({ length: 1_000 }, (_, index) => index + 101)),
  },
  { about: 'gives an empty list where there is nothing', form: {}, reply: { code: 0, text: 'OK', result: [] } },
  { about: 'takes no word for a time', form: { date_s: '01.01.2024' }, reply: { code: 3 } },
]
