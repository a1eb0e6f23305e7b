import type { ShopStore } from '../src/store/store.ts'
import { addProduct, draftOf } from './scenario.ts'

/** Everything that is done for one order or one delivery, to see which statements that takes. */
export async function everythingForOneOrder(shop: ShopStore): Promise<void> {
  const url = 'http://shop.example/'
  const notify = { created: url, paid: url, prepaid: url, cancelled: url, returned: url }
  await addProduct(shop, { name: 'course', timerMs: 1, notify })
  const placed = await shop.orders.place(
    draftOf({ partners: ['bob'], texts: { ...draftOf().texts, kupon: 'x' }, timer: 'product' }),
  )
  const repeated = await shop.orders.place(draftOf({ repeats: { retryKey: 'key' } }))
  if (placed.outcome !== 'placed' || repeated.outcome !== 'placed') throw new Error('The shop does not take orders.')
  const { number } = repeated
  await shop.orders.pay(number, { sumMinor: 1, at: 0, payway: '' })
  await shop.orders.change(number, { to: 'paid', at: 0, payway: '' })
  await shop.orders.get(placed.number)
  await shop.orders.events(placed.number)
  await shop.orders.billsOf('buyer@example.com')
  await shop.orders.cancelOverdue()
  const [due] = await shop.deliveries.due(Date.now(), 8, new Set())
  if (due === undefined) throw new Error('Nobody is to be told.')
  await shop.deliveries.note(due.id, { at: 0, status: 200, problem: '', answer: '' }, 'delivered')
  await shop.deliveries.find(due.id)
  await shop.deliveries.retry(due.id)
  // The times of a filled shop's orders are their numbers: these are its last, as it is not the walk that is looked at.
  for (const by of ['created', 'paid'] as const) {
    await Array.fromAsync(shop.orders.list({ by, from: 19_900, to: 9e15, products: ['course'], newest: 10 }))
  }
  await shop.orders.delete(placed.number)
}
