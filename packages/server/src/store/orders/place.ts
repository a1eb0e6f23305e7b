/** Takes an order: what it costs, whose sale it is, whether it is there already, and its number. */
import { isValidAt, sumOf } from '../../rules/pricing.ts'
import type { OrderHappening } from '../../rules/event.ts'
import { hasDeliveryData } from '../../rules/delivery-data.ts'
import { feesOf } from '../../rules/fees.ts'
import type { Coupon } from '../../rules/coupon.ts'
import { largestSum } from '../../rules/money.ts'
import { type Order, type OrderItem, type PayStatus, totalOf } from '../../rules/order.ts'
import type { OrderDraft, Placed } from '../../rules/order-draft.ts'
import { move } from '../../rules/order-status.ts'
import type { Product } from '../../rules/product.ts'
import { type Authorship, writeAudit } from '../audit/write.ts'
import type { Transaction } from '../database.ts'
import { createdDetails } from './audit-details.ts'
import { digest, duplicateKey } from './duplicate-key.ts'
import { addJob, emit, takeNumbers } from '../events.ts'
import { couponCalled, partnersOf, productCalled } from '../look-ups.ts'
import { insertOrder, madeBy, waitingLike } from './statements.ts'

/** For how long a call that is repeated to the letter counts as the same call. */
const retryMs = 600_000

export async function placeOrder(tx: Transaction, authorship: Authorship, draft: OrderDraft): Promise<Placed> {
  const { shopId, now } = authorship
  const repeated = await repeatedOrder(tx, shopId, draft, now)
  if (repeated !== undefined) return repeated

  const products: Product[] = []
  for (const { product: name } of draft.lines) {
    const product = await productCalled(tx, shopId, name)
    if (product === undefined) return { outcome: 'unknownProduct', product: name }
    products.push(product)
  }
  if (products.some(({ kind }) => kind === 'physical') && !hasDeliveryData(draft.texts)) {
    return { outcome: 'noDelivery' }
  }
  const coupon = await couponOf(tx, shopId, draft, now)
  const waiting: Order = {
    ...draft.texts,
    ...couponTexts(draft, coupon),
    number: 0,
    email: draft.email,
    pay_status: 'waiting',
    created: draft.created,
    paid: null,
    cancel_at: cancelAt(draft, products, now),
    sent_at: null,
    rpo: '',
    is_recurrent: false,
    utm: draft.utm,
    items: await itemsOf(tx, shopId, { draft, products, coupon }),
    payments: [],
  }
  if (totalOf(waiting) > largestSum) return { outcome: 'tooMuch' }
  const present = await sameOrder(tx, shopId, draft, waiting)
  if (present !== undefined) return present

  const count = stepsTo[draft.pay_status].length + 1
  const numbers = await takeNumbers(tx, shopId, 1, count)
  const happenings = historyOf({ ...waiting, number: numbers.order }, draft)
  const order = happenings.at(-1)?.order ?? waiting
  const { repeats } = draft
  await insertOrder(tx, shopId, order, typeof repeats === 'string' ? null : digest(repeats.retryKey))
  await emit(tx, shopId, numbers, happenings, now)
  const entry = { action: 'order.created', subject: `order ${order.number}`, details: createdDetails(order) } as const
  await writeAudit(tx, authorship, entry, numbers.audit)
  if (order.cancel_at !== null) await addJob(tx, shopId, 'timers', order.cancel_at)
  return { outcome: 'placed', number: order.number }
}

/** What this very call has made before, even if the shop would no longer take it: a product may have gone meanwhile. */
async function repeatedOrder(
  tx: Transaction,
  shopId: number,
  { repeats }: OrderDraft,
  now: number,
): Promise<Placed | undefined> {
  if (typeof repeats === 'string') return undefined
  const made = await tx.get(madeBy, { shopId, retryKey: digest(repeats.retryKey), since: now - retryMs })
  return made && { outcome: 'repeated', number: made.number }
}

/** An order that waits and says the same. */
async function sameOrder(
  tx: Transaction,
  shopId: number,
  { repeats }: OrderDraft,
  order: Order,
): Promise<Placed | undefined> {
  if (repeats !== 'sameContent') return undefined
  const like = await tx.get(waitingLike, { shopId, duplicateKey: duplicateKey(order) })
  return like && { outcome: 'exists', number: like.number }
}

/** Undefined where there is none, or none that counts now: that is no error (protocol section 8.2). */
async function couponOf(
  tx: Transaction,
  shopId: number,
  { texts, couponByNumber }: OrderDraft,
  now: number,
): Promise<Coupon | undefined> {
  const name = texts.kupon.trim()
  if (name === '') return undefined
  const coupon = await couponCalled(tx, shopId, name, couponByNumber)
  return coupon !== undefined && isValidAt(coupon, now) ? coupon : undefined
}

/** A code that did not count is kept beside, so that it can be seen why there was no discount. */
function couponTexts({ texts, extra }: OrderDraft, coupon: Coupon | undefined): Pick<Order, 'kupon' | 'extra'> {
  if (coupon !== undefined) return { kupon: coupon.code, extra }
  return { kupon: '', extra: texts.kupon === '' ? extra : { ...extra, refused_coupon: texts.kupon } }
}

interface Basket {
  readonly draft: OrderDraft
  /** Of each line. */
  readonly products: readonly Product[]
  readonly coupon: Coupon | undefined
}

async function itemsOf(
  tx: Transaction,
  shopId: number,
  { draft, products, coupon }: Basket,
): Promise<readonly OrderItem[]> {
  // A valid coupon's partner wins, whether the coupon covers what was bought or not (protocol section 9.3).
  const partners = await partnersOf(tx, shopId, coupon?.partner ?? draft.partners)
  return products.map((product, index) => {
    const sumMinor = sumOf(product, draft.lines[index]?.sumMinor, coupon)
    return {
      product: product.number,
      name: product.name,
      title: product.title,
      sumMinor,
      priceMinor: product.priceMinor,
      kind: product.kind === 'physical' ? 'physical' : 'digital',
      pincode: '',
      partners: feesOf(product, sumMinor, partners),
    }
  })
}

/** The shortest time of the products counts, from now on: `created` may lie far back. */
function cancelAt({ timer }: OrderDraft, products: readonly Product[], now: number): number | null {
  if (timer === 'never') return null
  if (timer !== 'product') return timer
  const times = products.flatMap(({ timerMs }) => (timerMs === null ? [] : [timerMs]))
  return times.length === 0 ? null : now + Math.min(...times)
}

/** How an order comes to what it is taken as. */
const stepsTo = {
  waiting: [],
  paid: ['paid'],
  cancel: ['cancel'],
  return: ['paid', 'return'],
} as const satisfies Record<PayStatus, readonly string[]>

function historyOf(waiting: Order, { pay_status, paid, created }: OrderDraft): readonly OrderHappening[] {
  const happenings: OrderHappening[] = [{ type: 'order.created', order: waiting }]
  let order = waiting
  for (const to of stepsTo[pay_status]) {
    const step = move(order, to === 'paid' ? { to, at: paid ?? created, payway: '' } : { to })
    if (step.outcome !== 'changed') throw new Error(`An order cannot be taken as ${pay_status}.`)
    order = step.order
    happenings.push({ type: step.event, order })
  }
  return happenings
}
