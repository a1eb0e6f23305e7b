/** What becomes of a product (protocol section 9.2). */
import type { Fee, Product } from '../../src/rules/product.ts'
import { centsIn } from './money.ts'
import { noUrls, type ModelShop } from './shop.ts'

/** Fields that are left out are undefined. */
export type ProductForm = Readonly<Record<string, string | undefined>>

/** Gives the product to be; undefined where it is refused. */
export function added(shop: ModelShop, form: ProductForm): Product | undefined {
  const { good_name: name = '', good_type: kind = '' } = form
  if (shop.products.has(name) || !isName(name) || kind === '') return undefined
  return changed(form, {
    number: 0,
    name,
    title: '',
    priceMinor: 0,
    kind: 'digital',
    timerMs: null,
    prepaymentMinMinor: null,
    notify: noUrls,
    fees: [null, null],
    extra: {},
  })
}

/** What is left out stays. Gives the product to be; undefined where it is refused. */
export function updated(shop: ModelShop, form: ProductForm): Product | undefined {
  const product = shop.products.get(form['good_name'] ?? '')
  return product === undefined ? undefined : changed(form, product)
}

function changed(form: ProductForm, product: Product): Product | undefined {
  const { good_title: title = '', good_sum: sum = '', good_type: kind } = form
  const { good_api_url_notif: paid, good_api_url_new_order: created } = form
  const priceMinor = centsIn(sum)
  const timerMs = timerOf(form, product.timerMs)
  if (title === '' || priceMinor === undefined || timerMs === undefined) return undefined
  if (!['1', '0', 'real', '', undefined].includes(kind)) return undefined
  if (![paid, created].every((url) => url === undefined || url === '' || url.startsWith('http'))) return undefined
  return {
    ...product,
    title,
    priceMinor,
    kind: kind === undefined || kind === '' ? product.kind : kind === '0' ? 'digital' : 'physical',
    timerMs,
    notify: { ...product.notify, paid: paid ?? product.notify.paid, created: created ?? product.notify.created },
    fees: [
      feeOf(form['good_partner_fee'], form['good_partner_fee_perc'], product.fees[0]),
      feeOf(form['good_partner_pfee'], form['good_partner_pfee_perc'], product.fees[1]),
    ],
  }
}

/** Undefined for a timer that is on, but not for how long. */
function timerOf(form: ProductForm, present: number | null): number | null | undefined {
  const { good_timer: isOn, good_timer_unit: unit, good_timer_duration: duration } = form
  if (isOn === '0' || (isOn === undefined && present === null)) return null
  if (unit === undefined && duration === undefined) return present ?? undefined
  if (unit === undefined || duration === undefined) return undefined
  return Number(duration) * (unit === 'hour' ? 3_600_000 : 60_000)
}

/** Empty takes it away. */
function feeOf(sum: string | undefined, share: string | undefined, present: Fee | null): Fee | null {
  const sumMinor = sum === undefined ? (present?.sumMinor ?? 0) : (centsIn(sum) ?? 0)
  const basisPoints = share === undefined ? (present?.basisPoints ?? 0) : (centsIn(share) ?? 0)
  return sumMinor === 0 && basisPoints === 0 ? null : { sumMinor, basisPoints }
}

function isName(name: string): boolean {
  return name !== '' && !name.includes(',')
}
