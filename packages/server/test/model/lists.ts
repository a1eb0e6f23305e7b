/** Which orders a list has (protocol sections 8.7 and 8.8). */
import type { ModelOrder, ModelShop } from './shop.ts'
import { dayMs, dayOf, localMs, monthBefore } from './zone.ts'

export interface ListForm {
  readonly begin: string
  readonly end: string
  readonly paid: string
  readonly goods: string | readonly string[]
}

/** Of getOrdersWithGoods; undefined where it is refused. */
export function listWithGoods(shop: ModelShop, form: ListForm): readonly ModelOrder[] | undefined {
  const end = form.end === '' ? { from: shop.now, to: shop.now } : momentOf(form.end)
  const begin = form.begin === '' ? { from: dayOf(end?.from ?? 0) } : momentOf(form.begin)
  if (begin === undefined || end === undefined) return undefined
  if (form.end !== '' && begin.from > end.to) return undefined
  return listed(shop, form, Math.max(begin.from, monthBefore(end.from)), end.to)
}

/** Of GetOrders, whose bounds are Unix seconds. */
export function listOfOrders(shop: ModelShop, form: ListForm): readonly ModelOrder[] {
  const from = form.begin === '' ? 0 : Number(form.begin) * 1_000
  return listed(shop, form, from, form.end === '' ? Infinity : Number(form.end) * 1_000 + 999)
}

function listed(shop: ModelShop, form: ListForm, from: number, to: number): readonly ModelOrder[] {
  const goods = (typeof form.goods === 'string' ? form.goods.split(',') : form.goods).filter((name) => name !== '')
  const isPaid = form.paid === '1'
  return shop.visible.filter((order) => {
    const time = isPaid ? order.paid : order.created
    if (time === null || time < from || time > to) return false
    if (isPaid && order.pay_status !== 'paid') return false
    const names = new Set(order.items.flatMap(({ product, name }) => [String(product), name]))
    return goods.length === 0 || goods.some((good) => names.has(good))
  })
}

/** Undefined where it is no date. */
function momentOf(text: string): { readonly from: number; readonly to: number } | undefined {
  if (/^\d+$/.test(text)) return { from: Number(text) * 1_000, to: Number(text) * 1_000 + 999 }
  const [, day, month, year] = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(text) ?? []
  const date = day === undefined ? text : `${year}-${month}-${day}`
  const from = localMs(`${date} 00:00:00`)
  return Number.isNaN(from) ? undefined : { from, to: from + dayMs - 1 }
}
