/** An order as it is typed, and as API v1 takes it. */
import { randomKey } from '../../api/random-key.ts'
import { minorOf } from '../../parts/amount-field.tsx'

export interface Line {
  /** Of the line, here only. */
  readonly id: string
  /** The product's name; null: none is chosen yet. */
  readonly product: string | null
  readonly title: string
  readonly kind: string
  /** In minor units. */
  readonly price: number
  /** As it is typed; '': what the product and the coupon say. */
  readonly amount: string
}

export function plainLine(): Line {
  return { id: randomKey(), product: null, title: '', kind: '', price: 0, amount: '' }
}

export const plainOrder = {
  email: '',
  first_name: '',
  last_name: '',
  phone: '',
  country: '',
  region: '',
  city: '',
  address: '',
  postal_code: '',
  coupon: '',
  tag: '',
  comment: '',
  status: 'waiting',
}
export type OrderDraft = typeof plainOrder

export function inputOf(draft: OrderDraft, lines: readonly Line[]): Readonly<Record<string, unknown>> {
  return {
    ...draft,
    items: lines.map(({ product, amount }) => ({
      product: product ?? '',
      ...(amount.trim() === '' ? {} : { amount: minorOf(amount) }),
    })),
  }
}

/** In minor units, before a coupon counts. */
export function totalOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { amount, price }) => sum + (minorOf(amount) ?? price), 0)
}
