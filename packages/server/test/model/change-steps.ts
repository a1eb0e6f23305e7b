/** Steps that change an order that is there, and time, which changes some by itself. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { anyOffset, anyOrder, maybe, seconds } from './alphabet.ts'
import { cancelOverdue, changeStatus, pay, remove, type StatusForm } from './changes.ts'
import { numberOf, often, type Step, step, type Which } from './command.ts'
import { compareOrder } from './compare.ts'
import type { RealShop } from './real.ts'
import type { ModelShop } from './shop.ts'

const statusChange = fc
  .record({
    which: anyOrder,
    status: fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom('paid', 'cancel', 'return', 'sent') },
      { weight: 1, arbitrary: fc.constantFrom('waiting', '') },
    ),
    date: fc.oneof({ weight: 20, arbitrary: anyOffset }, { weight: 1, arbitrary: fc.constantFrom('', 'soon') }),
    rpo: fc.constantFrom('RR1', 'RR2', 'RR3', ''),
  })
  .map((given) =>
    step('UpdateOrderStatus', given, (model, real) => {
      const { which, status, rpo } = given
      const date = typeof given.date === 'number' ? seconds(model.now + given.date) : given.date
      return update(model, real, { bill_id: numberOf(model, which), status, date, rpo })
    }),
  )

async function update(model: ModelShop, real: RealShop, form: StatusForm): Promise<void> {
  const code = changeStatus(model, form)
  expect(await real.ask('UpdateOrderStatus', { ...form })).toMatchObject({ code, result: [] })
  await compareOrder(model, real, form.bill_id)
}

const deletion = anyOrder.map((which) =>
  step('DeleteOrder', which, (model, real) => deleteOrder(model, real, numberOf(model, which))),
)

async function deleteOrder(model: ModelShop, real: RealShop, bill_id: string): Promise<void> {
  const code = remove(model, bill_id)
  expect(await real.ask('DeleteOrder', { bill_id })).toMatchObject({ code, result: [] })
  await compareOrder(model, real, bill_id)
}

/** Parts of usual sums, all of them, and too much. */
const anyCents = fc.constantFrom(1, 750, 1_500, 1_550, 3_000, 99_999)

const payment = fc
  .record({ which: fc.nat(5), sumMinor: anyCents, offset: anyOffset, payway: fc.constantFrom('', '', 'Stripe') })
  .map((given) => step('payment', given, (model, real) => payFor(model, real, given)))

interface PaymentGiven {
  readonly which: Which
  readonly sumMinor: number
  readonly offset: number
  readonly payway: string
}

async function payFor(model: ModelShop, real: RealShop, given: PaymentGiven): Promise<void> {
  const { which, sumMinor, offset, payway } = given
  const number = numberOf(model, which)
  const paid = { sumMinor, at: model.now + offset, payway }
  const wanted = pay(model, number, paid)
  expect(await real.store.orders.pay(Number(number), paid)).toMatchObject(wanted)
  await compareOrder(model, real, number)
}

const minuteMs = 60_000

/** Up to the last moment at which a call of API 2.0 is a repeated one, and beyond. */
const time = fc
  .constantFrom(1_500, minuteMs, 10 * minuteMs - 1_000, 10 * minuteMs, 60 * minuteMs, 24 * 60 * minuteMs)
  .map((ms) =>
    step('time', ms, async (model, real) => {
      await real.passTime(ms)
      cancelOverdue(model)
    }),
  )

/** The account's addresses, for products without. */
const account = fc.record({ created: maybe('', 'all'), cancelled: maybe('', 'all', 'other') }).map((given) =>
  step('account', given, async (model, real) => {
    const urlOf = (path = ''): string => (path === '' ? '' : real.urlOf(path))
    const urls = { created: urlOf(given.created), cancelled: urlOf(given.cancelled) }
    model.urls = { ...model.urls, ...urls }
    await real.configure({ notify: urls })
  }),
)

export const changeSteps: readonly fc.Arbitrary<Step>[] = [
  ...often(4, statusChange),
  ...often(3, payment),
  deletion,
  ...often(2, time),
  account,
]
