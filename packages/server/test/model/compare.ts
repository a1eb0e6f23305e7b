/** Holds what the real shop says about its orders against the model. */
import { expect } from 'vitest'
import { customers } from './alphabet.ts'
import { cancelOverdue } from './changes.ts'
import { compareCoupons, comparePartners, compareProducts } from './compare-settings.ts'
import { type ListForm, listOfOrders, listWithGoods } from './lists.ts'
import { compareOutbox } from './outbox.ts'
import type { RealShop } from './real.ts'
import type { Kept, ModelShop } from './shop.ts'
import { billsOnWire, detailsOnWire, hiddenOf, itemsOnWire, orderOnWire } from './wire.ts'
import { dayMs } from './zone.ts'

/** What a step may have changed of an order, or that it is nowhere. */
export async function compareOrder(model: ModelShop, real: RealShop, bill_id: string): Promise<void> {
  const kept = model.find(bill_id)
  const { code, result } = await real.ask('getOrderDetails', { bill_id, good_info: '1' })
  if (kept === undefined) expect({ code, result }).toEqual({ code: bill_id === '' ? 203 : 400, result: [] })
  else expect(result).toEqual(detailsOnWire(model, kept.order))
  // What is no number the service never looks up, and PostgreSQL would refuse to.
  if (!/^\d+$/.test(bill_id)) return
  expect(await hiddenIn(real, bill_id)).toEqual(kept && hiddenOf(kept.order))
  const { happened = [] } = model.orders.get(Number(bill_id)) ?? {}
  const events = await real.store.orders.events(Number(bill_id))
  expect(events.map(({ type, at }) => ({ type, at }))).toEqual(happened.map(({ type, at }) => ({ type, at })))
}

/** Once all that is due is done. */
export async function compareAll(model: ModelShop, real: RealShop): Promise<void> {
  await real.passTime(0)
  cancelOverdue(model)
  const numbers = [...model.orders.keys(), Math.max(0, ...model.orders.keys()) + 1]
  for (const number of numbers) await compareOrder(model, real, String(number))
  for (const kept of model.orders.values()) await compareOlder(real, kept)
  // Each customer once.
  for (const email of new Set(customers.map((spelling) => spelling.trim().toLowerCase()))) {
    for (const status of ['', 'waiting', 'paid', 'cancel', 'return']) await compareBills(model, real, email, status)
  }
  for (const form of listForms(model)) {
    await compareListWithGoods(model, real, form)
    await compareListOfOrders(model, real, form)
  }
  await compareProducts(model, real)
  await compareCoupons(model, real)
  await comparePartners(model, real)
  await compareOutbox(model, real)
}

export async function compareBills(model: ModelShop, real: RealShop, email: string, status: string): Promise<void> {
  const { code, result } = await real.ask('GetBills', { email, pay_status: status })
  const bills = billsOnWire(model, email, status)
  expect({ code, result }).toEqual(bills === undefined ? { code: 400, result: [] } : { code: 0, result: bills })
}

export async function compareListWithGoods(model: ModelShop, real: RealShop, form: ListForm): Promise<void> {
  const { begin: begin_date, end: end_date, paid, goods } = form
  const { code, result } = await real.ask('getOrdersWithGoods', { begin_date, end_date, paid, goods })
  const wanted = listWithGoods(model, form)
  const orders = wanted?.map((order) => ({ ...orderOnWire(order), items: itemsOnWire(order) }))
  expect({ code, result }).toEqual(orders === undefined ? { code: 3, result: [] } : { code: 0, result: orders })
}

/** Bounds of another form than its own count as left out. */
export async function compareListOfOrders(model: ModelShop, real: RealShop, form: ListForm): Promise<void> {
  const [begin, end] = [form.begin, form.end].map((bound) => (/^\d+$/.test(bound) ? bound : ''))
  const own = { ...form, begin: begin ?? '', end: end ?? '' }
  const fields = { date_s: own.begin, date_e: own.end, paid: own.paid, goods: own.goods }
  const { code, result } = await real.ask('GetOrders', fields)
  expect({ code, result }).toEqual({ code: 0, result: listOfOrders(model, own).map(orderOnWire) })
}

async function compareOlder(real: RealShop, { order, isDeleted }: Kept): Promise<void> {
  const bill_id = String(order.number)
  const [plain, older] = [await real.ask('getOrderDetails', { bill_id }), await real.ask('GetOrderInfo', { bill_id })]
  if (isDeleted) return expect([plain.code, older.code]).toEqual([400, 400])
  const items = itemsOnWire(order).map((item) => ({ ...item, pincode: '' }))
  expect(plain.result).toEqual({ ...orderOnWire(order), items })
  expect(older.result).toEqual(orderOnWire(order))
}

async function hiddenIn(real: RealShop, number: string): Promise<object | undefined> {
  const order = await real.store.orders.get(Number(number))
  return order && hiddenOf(order)
}

/** Today's; those of the month until tomorrow; and so on. */
function listForms({ now }: ModelShop): readonly ListForm[] {
  const all = { begin: '', end: '', paid: '', goods: '' }
  const at = (days: number): string => String(Math.floor((now + days * dayMs) / 1_000))
  return [
    all,
    { ...all, begin: at(-60), end: at(2) },
    { ...all, begin: at(-60), end: at(2), paid: '1' },
    { ...all, begin: at(-30), goods: '2' },
  ]
}
