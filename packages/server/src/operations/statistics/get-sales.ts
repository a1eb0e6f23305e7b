import { z } from 'zod'
import { day } from '../../resources/fields.ts'
import { statusWords } from '../../resources/order.ts'
import { salesResource } from '../../resources/sales.ts'
import { dayAt, startOfDay } from '../../rules/day.ts'
import { defineOperation } from '../define.ts'
import { addUp } from './add-up.ts'

/** A year and a day, so that a year can be compared with the day before it. */
const mostDays = 367
const defaultDays = 30

const query = z.strictObject({
  from: day.optional().meta({ title: 'From', description: 'The first day; left out: 30 days with the last.' }),
  until: day.optional().meta({ title: 'Until', description: 'The last day, included; left out: today.' }),
})

export const getSales = defineOperation({
  name: 'getSales',
  title: 'Get sales',
  description: `Orders and money by day, product and status. At most ${mostDays} days at a time.`,
  method: 'GET',
  at: '/statistics/sales',
  scope: 'statistics:read',
  input: { query },
  output: salesResource,
  problems: [],
  sample: {
    query: { from: '2026-01-31', until: '2026-01-31' },
    output: {
      time_zone: 'Europe/London',
      currency: 'EUR',
      totals: { orders: 2, amount: 350_000, paid_orders: 1, paid_amount: 150_000 },
      days: [{ day: '2026-01-31', orders: 2, amount: 350_000, paid_orders: 1, paid_amount: 150_000 }],
      products: [{ product: 12_549, name: 'course', title: 'Course of cooking', quantity: 1, amount: 150_000 }],
      statuses: [
        { status: 'waiting', orders: 1, amount: 200_000 },
        { status: 'paid', orders: 1, amount: 150_000 },
      ],
    },
  },
  async run({ shop, store, clock }, given, refuse) {
    const last = given.until === undefined ? dayAt(clock(), shop.timeZone) : Temporal.PlainDate.from(given.until)
    const first = given.from === undefined ? daysBefore(last) : Temporal.PlainDate.from(given.from)
    const days = first.until(last).days + 1
    if (days < 1) return refuse('invalid', fault('from', 'The first day comes after the last.'))
    if (days > mostDays) return refuse('invalid', fault('from', `That is ${days} days; there can be ${mostDays}.`))
    const sales = Array.fromAsync({ length: days }, async (_, index) => {
      const at = first.add({ days: index })
      const [from, until] = [at, at.add({ days: 1 })].map((each) => startOfDay(each, shop.timeZone))
      return { day: at.toString(), ...(await store.orders.sales({ from: from ?? 0, until: until ?? 0 })) }
    })
    return { time_zone: shop.timeZone, currency: shop.currency, ...addUp(await sales, statusWords) }
  },
})

/** None before the year 0, which a day is not written of. */
function daysBefore(last: Temporal.PlainDate): Temporal.PlainDate {
  const first = last.subtract({ days: defaultDays - 1 })
  return first.year < 0 ? Temporal.PlainDate.from('0000-01-01') : first
}

function fault(field: string, detail: string) {
  return { detail, errors: [{ in: 'query', field, detail }] } as const
}
