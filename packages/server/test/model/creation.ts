/** Steps that ask for an order, and those that ask for it again. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { anyCouponCalled, anyOffset, anyProductCalled, anySum, customers, maybe, seconds } from './alphabet.ts'
import { often, type Step, step } from './command.ts'
import { settle } from './changes.ts'
import { compareOrder } from './compare.ts'
import { type Answer, type Asked, orderFor } from './placing.ts'
import { asked } from './reading.ts'
import type { RealShop } from './real.ts'
import type { Reply } from '../service.ts'
import type { CreationForm, Kept, ModelOrder, ModelShop, Sent } from './shop.ts'
import { localText } from './zone.ts'

const anyEmail = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...customers) },
  { weight: 1, arbitrary: fc.constantFrom('', 'anna', 'anna@', 'a b@example.com') },
)
const anyCount = { minLength: 1, maxLength: 3 }

/** Where a parcel goes, if there is one: everything, nothing, or a blank in it. */
const anyPlace = fc.constantFrom('Berlin', 'Berlin', 'Berlin', 'Berlin', '', ' ')

const anyGoods = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.array(fc.record({ good_name: anyProductCalled, good_sum: anySum }), anyCount),
  },
  { weight: 1, arbitrary: fc.constant([]) },
)

/** A word of bill_timer_kill, or a time. */
const anyTimer = fc.oneof(
  { weight: 20, arbitrary: maybe('true', 'false') },
  { weight: 8, arbitrary: anyOffset },
  { weight: 1, arbitrary: fc.constant('perhaps') },
)

const createOrder = fc
  .record({
    email: anyEmail,
    goods: anyGoods,
    place: anyPlace,
    coupon: fc.option(anyCouponCalled, { nil: undefined }),
    partner: maybe('bob', 'BOB', 'nobody'),
    timer: anyTimer,
    created: fc.option(anyOffset, { nil: undefined, freq: 2 }),
    domain: maybe('https://shop.example.com/', 'shop.example.com'),
  })
  .map((given) =>
    step('CreateOrder', given, (model, real) => {
      const { email, goods, place, coupon, partner, timer, created, domain } = given
      const form: CreationForm = {
        bill_email: email,
        goods,
        bill_first_name: 'Anna',
        bill_surname: 'Ivanova',
        bill_country: 'Germany',
        bill_city: place,
        bill_address: 'Street 1',
        bill_coupon: coupon,
        bill_domain: domain,
        bill_timer_kill: typeof timer === 'number' ? seconds(model.now + timer) : timer,
        bill_created: created === undefined ? undefined : seconds(model.now + created),
        utm: partner === undefined ? undefined : { utm_medium: 'affiliate', utm_source: partner },
      }
      return send(model, real, { version: 1, form })
    }),
  )

const createorder2 = fc
  .record({
    email: anyEmail,
    names: fc.array(
      fc.oneof({ weight: 30, arbitrary: anyProductCalled }, { weight: 1, arbitrary: fc.constant('') }),
      anyCount,
    ),
    prices: fc.oneof(
      { weight: 30, arbitrary: fc.array(fc.constantFrom('', '15', '15.5'), { maxLength: 1 }) },
      { weight: 1, arbitrary: fc.constantFrom(['free'], ['', '', '', '1']) },
    ),
    place: anyPlace,
    status: maybe('Expected', 'Paid', 'paid', 'Cancel', 'MoneyBack', 'Done'),
    created: fc.option(anyOffset, { nil: undefined, freq: 2 }),
    paid: fc.option(anyOffset, { nil: undefined, freq: 2 }),
    coupon: fc.option(anyCouponCalled, { nil: undefined }),
    affiliates: maybe('bob', 'carol,bob', 'nobody,Bob'),
    way: maybe('PayPal'),
    own: maybe('1', '2'),
  })
  .map((given) =>
    step('createorder', given, (model, real) => {
      const { email, names, prices, place, status, created, paid, coupon, affiliates, way, own } = given
      const form: CreationForm = {
        customer_email: email,
        customer_first_name: 'Anna',
        customer_last_name: 'Ivanova',
        customer_shipping_country_code: 'DE',
        customer_shipping_city: place,
        customer_shipping: 'Street 1',
        product_names: names.join(', '),
        product_prices: prices.join(','),
        order_status: status,
        order_created_at: created === undefined ? undefined : localText(model.now + created),
        order_paid_at: paid === undefined ? undefined : localText(model.now + paid),
        coupon,
        affiliates,
        payment_method: way,
        my_number: own,
      }
      return send(model, real, { version: 2, form })
    }),
  )

/** As it was sent, to the letter. */
const again = fc.nat(3).map((back) =>
  step('again', back, async (model, real) => {
    const sent = model.sent.at(-1 - back)
    if (sent !== undefined) await send(model, real, sent)
  }),
)

/** At once, as a client does that waits for no answer. */
const twice = fc.nat(3).map((back) =>
  step('twice at once', back, async (model, real) => {
    const sent = model.sent.at(-1 - back)
    if (sent !== undefined) await sendTwice(model, real, sent)
  }),
)

/** Products in another order. */
const againMixed = fc.nat(3).map((back) =>
  step('again, mixed', back, async (model, real) => {
    const sent = model.sent.at(-1 - back)
    const goods = sent?.form['goods']
    if (sent === undefined || !Array.isArray(goods)) return
    await send(model, real, { ...sent, form: { ...sent.form, goods: goods.toReversed() } })
  }),
)

export const creationSteps: readonly fc.Arbitrary<Step>[] = [
  ...often(5, createOrder),
  ...often(3, createorder2),
  ...often(2, again),
  againMixed,
  twice,
]

async function send(model: ModelShop, real: RealShop, sent: Sent): Promise<void> {
  await judge(model, real, sent, await ask(real, sent))
}

/** Whichever came first was alone: the other is answered as one that is sent again. */
async function sendTwice(model: ModelShop, real: RealShop, sent: Sent): Promise<void> {
  const replies = await Promise.all([ask(real, sent), ask(real, sent)])
  for (const reply of replies.toSorted((a, b) => a.code - b.code)) await judge(model, real, sent, reply)
}

async function ask(real: RealShop, { version, form }: Sent): Promise<Reply> {
  return version === 1 ? real.ask('CreateOrder', form) : real.ask2('createorder', form)
}

async function judge(model: ModelShop, real: RealShop, sent: Sent, reply: Reply): Promise<void> {
  const wanted = asked(sent, model.now)
  if (typeof wanted === 'number') return expect(reply).toMatchObject({ code: wanted, result: [] })
  const order = orderFor(model, wanted)
  if (isAnswer(order)) return expect(reply).toMatchObject(order)
  expect(reply).toMatchObject({ code: 0, result: { bill_id: expect.any(Number) as unknown } })
  const { bill_id: number } = reply.result as { bill_id: number }
  expect(number).toBeGreaterThan(Math.max(0, ...model.orders.keys()))
  model.sent.push(sent)
  keep(model, { ...order, number }, wanted)
  await compareOrder(model, real, String(number))
}

function isAnswer(order: ModelOrder | Answer): order is Answer {
  return 'code' in order
}

/** It becomes what it is taken as by way of the states before. */
function keep(model: ModelShop, order: ModelOrder, { status, paid = 0, said }: Asked): void {
  const kept: Kept = { order, isDeleted: false, happened: [], said }
  model.orders.set(order.number, kept)
  model.tell(kept, 'order.created', {})
  if (status === 'cancel') model.tell(kept, 'order.cancelled', { pay_status: 'cancel', cancel_at: null })
  if (status === 'paid' || status === 'return') settle(model, kept, paid, '')
  if (status === 'return') model.tell(kept, 'order.returned', { pay_status: 'return' })
}
