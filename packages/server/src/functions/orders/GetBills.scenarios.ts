import { orderOf, putOrders, training } from '../../../test/orders.ts'
import type { Scenario } from '../../../test/scenario.ts'
import type { ShopStore } from '../../store/store.ts'

const email = 'buyer@example.com'
const paid = { '258367': { '12549': { good_name: 'payment', good_title: 'payment for training' } } }
const waiting = {
  '258368': {
    '13011': { good_name: 'sales', good_title: 'sales in cinemas' },
    '28363': { good_name: '222', good_title: '222 ways' },
  },
}

/** A customer with a paid order and one that waits, with two products, one of them twice; and another customer. */
async function orders(shop: ShopStore): Promise<void> {
  const sales = { ...training, product: 13_011, name: 'sales', title: 'sales in cinemas' }
  const ways = { ...training, product: 28_363, name: '222', title: '222 ways' }
  await putOrders(
    shop,
    orderOf({ number: 258_368, pay_status: 'waiting', paid: null, items: [ways, sales, { ...ways, sumMinor: 1 }] }),
    orderOf({ number: 258_367 }),
    orderOf({ number: 258_369, email: 'анна@пример.рф', items: [{ ...training, title: '"Ё" \\ 🎓' }] }),
  )
}

const found = (result: object) => ({ code: 0, text: 'OK', result })
const notFound = { code: 400, text: 'Order not found', result: [] }
const wrongData = { code: 3, text: 'Wrong posted data', result: [] }

export const scenarios: readonly Scenario[] = (
  [
    ['finds all orders of a customer', { email }, found({ ...paid, ...waiting })],
    ['finds only paid ones', { email, pay_status: 'paid' }, found(paid)],
    ['finds only waiting ones', { email, pay_status: 'waiting' }, found(waiting)],
    ['takes an empty status for no filter', { email, pay_status: '' }, found({ ...paid, ...waiting })],
    ['finds none with this status', { email, pay_status: 'cancel' }, notFound],
    ['knows the status that only we have', { email, pay_status: 'return' }, notFound],
    ['takes an address in capitals and spaces', { email: '  BUYER@Example.COM\n' }, found({ ...paid, ...waiting })],
    [
      'takes letters beyond ASCII',
      { email: 'АННА@пример.рф' },
      found({ '258369': { '12549': { good_name: 'payment', good_title: '"Ё" \\ 🎓' } } }),
    ],
    ['passes over what it does not know', { email, utm: { utm_medium: 'x' }, pay_status: 'paid' }, found(paid)],
    ['does not find an unknown customer', { email: 'nobody@example.com' }, notFound],
    ['wants an e-mail beside a status', { pay_status: 'paid' }, wrongData],
    ['takes no empty e-mail', { email: '' }, wrongData],
    ['takes no e-mail without @', { email: 'buyer' }, wrongData],
    ['takes no e-mail with two @', { email: 'a@b@c' }, wrongData],
    ['takes no e-mail with a space', { email: 'a b@c' }, wrongData],
    ['takes no list of e-mails', { email: [email] }, wrongData],
    ['takes no unknown status', { email, pay_status: 'payed' }, wrongData],
    ['takes no status in capitals', { email, pay_status: 'PAID' }, wrongData],
    ['takes no list of statuses', { email, pay_status: ['paid'] }, wrongData],
  ] as const
).map(([about, form, reply]): Scenario => ({ about, given: orders, form, reply }))
