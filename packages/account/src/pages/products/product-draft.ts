/** A product as it is typed, and as API v1 takes it. */
import type { OutputOf } from '../../api/operations.ts'
import { minorOf, writtenAmount } from '../../parts/amount-field.tsx'
import { percentIn } from '../../parts/percent-field.tsx'

type Product = OutputOf<'getProduct'>

export const notifications = ['created', 'paid', 'prepaid', 'cancelled', 'returned'] as const

/** In seconds. */
export const timerUnits = { minutes: 60, hours: 3_600, days: 86_400 } as const
type TimerUnit = keyof typeof timerUnits

const fees = ['partner_fee', 'second_partner_fee'] as const

export const plainProduct = {
  name: '',
  title: '',
  price: '',
  kind: 'digital',
  timer: '',
  timerUnit: 'days',
  prepayment: '',
  /** How it is counted: '' (not set), `amount` or `percent`. */
  partner_fee_by: '',
  partner_fee: '',
  second_partner_fee_by: '',
  second_partner_fee: '',
  created: '',
  paid: '',
  prepaid: '',
  cancelled: '',
  returned: '',
}
export type ProductDraft = typeof plainProduct

export function draftOf(product: Product): ProductDraft {
  const { timer_seconds: seconds, notify } = product
  const unit = seconds === null ? 'days' : unitOf(seconds)
  return {
    ...plainProduct,
    name: product.name,
    title: product.title,
    price: writtenAmount(product.price),
    kind: product.kind,
    timer: seconds === null ? '' : String(seconds / timerUnits[unit]),
    timerUnit: unit,
    prepayment: writtenAmount(product.prepayment_min),
    ...Object.fromEntries(fees.flatMap((name) => feeEntries(name, product[name]))),
    ...Object.fromEntries(notifications.map((name) => [name, notify[name] ?? ''])),
  }
}

/** The largest unit of which it is a whole number. */
function unitOf(seconds: number): TimerUnit {
  if (seconds % timerUnits.days === 0) return 'days'
  return seconds % timerUnits.hours === 0 ? 'hours' : 'minutes'
}

function feeEntries(name: (typeof fees)[number], fee: Product['partner_fee']): readonly (readonly [string, string])[] {
  if (fee === null) return []
  if (fee.percent !== null) return [[`${name}_by`, 'percent'] as const, [name, String(fee.percent)] as const]
  return [[`${name}_by`, 'amount'] as const, [name, writtenAmount(fee.amount)] as const]
}

/** Without the name, which only a new one is given. */
export function inputOf(draft: ProductDraft): Readonly<Record<string, unknown>> {
  return {
    title: draft.title,
    price: minorOf(draft.price),
    kind: draft.kind,
    timer_seconds:
      draft.timer.trim() === ''
        ? null
        : Math.round(Number(draft.timer.replace(',', '.')) * timerUnits[draft.timerUnit as TimerUnit]),
    prepayment_min: minorOf(draft.prepayment),
    partner_fee: feeIn(draft.partner_fee_by, draft.partner_fee),
    second_partner_fee: feeIn(draft.second_partner_fee_by, draft.second_partner_fee),
    notify: Object.fromEntries(notifications.map((name) => [name, draft[name].trim() === '' ? null : draft[name]])),
  }
}

function feeIn(by: string, value: string): unknown {
  if (by === 'amount') return { amount: minorOf(value) }
  return by === 'percent' ? { percent: percentIn(value) } : null
}
