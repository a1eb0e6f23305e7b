/** A notification that is sent once, so that whoever sets its address sees what the script there answers. */
import type { Notification } from './notification.ts'
import type { Order } from './order.ts'
import type { Product } from './product.ts'

export interface Trial {
  readonly url: string
  readonly notification: Notification
  readonly order: Order
}

export interface TrialResult {
  /** HTTP status; null if there was no answer. */
  readonly status: number | null
  /** '' if it was delivered; otherwise why not, for people. */
  readonly problem: string
  /** The beginning of the answer. */
  readonly answer: string
  /** Until the answer, or until it was given up. */
  readonly tookMs: number
}

/** Sends it as a real notification of that shop would be sent. Never rejects for what the receiver does. */
export type TryOut = (shopId: number, trial: Trial) => Promise<TrialResult>

/** The largest that fits where scripts keep numbers: no shop's orders come so far. */
export const trialOrderNumber = 2_147_483_647

/** An order of the product that nobody has made, right after that happened to it; `now` in Unix milliseconds. */
export function trialOrder(product: Product, notification: Notification, now: number): Order {
  const isPaid = notification === 'paid' || notification === 'returned'
  const price = product.priceMinor
  const paid = notification === 'prepaid' ? (product.prepaymentMinMinor ?? price) : price
  return {
    number: trialOrderNumber,
    email: 'test@example.com',
    first_name: 'Test',
    last_name: 'Billkeep',
    middle_name: '',
    phone: '',
    city: '',
    country: '',
    address: '',
    region: '',
    postalcode: '',
    payway: 'test',
    comment: '',
    domain: '',
    tag: 'test',
    kupon: '',
    pay_status: statuses[notification],
    created: now,
    paid: isPaid ? now : null,
    cancel_at: null,
    sent_at: null,
    rpo: '',
    is_recurrent: false,
    utm: { medium: '', source: '', campaign: '', content: '', term: '' },
    extra: {},
    items: [
      {
        product: product.number,
        name: product.name,
        title: product.title,
        sumMinor: price,
        priceMinor: price,
        kind: product.kind === 'physical' ? 'physical' : 'digital',
        pincode: '',
        partners: [],
      },
    ],
    payments: isPaid || notification === 'prepaid' ? [{ sumMinor: paid, at: now, payway: 'test' }] : [],
  }
}

const statuses = {
  created: 'waiting',
  paid: 'paid',
  prepaid: 'waiting',
  cancelled: 'cancel',
  returned: 'return',
} as const satisfies Record<Notification, Order['pay_status']>
