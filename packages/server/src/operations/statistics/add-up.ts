import type { SalesResource } from '../../resources/sales.ts'
import { type PayStatus, payStatuses } from '../../rules/order.ts'
import type { OperationContext } from '../context.ts'

type Sales = Awaited<ReturnType<OperationContext['store']['orders']['sales']>>

/** From what was sold each day, oldest first, to the days together. */
export function addUp(
  days: readonly (Sales & { readonly day: string })[],
  words: Readonly<Record<PayStatus, SalesResource['statuses'][number]['status']>>,
): Pick<SalesResource, 'totals' | 'days' | 'products' | 'statuses'> {
  const rows = days.map(({ day, created, paid, paidOrders }) => ({
    day,
    orders: sum(created.map(({ orders }) => orders)),
    amount: sum(created.map(({ sumMinor }) => sumMinor)),
    paid_orders: paidOrders,
    paid_amount: sum(paid.map(({ sumMinor }) => sumMinor)),
  }))
  const created = days.flatMap((day) => day.created)
  return {
    totals: {
      orders: sum(rows.map(({ orders }) => orders)),
      amount: sum(rows.map(({ amount }) => amount)),
      paid_orders: sum(rows.map(({ paid_orders }) => paid_orders)),
      paid_amount: sum(rows.map(({ paid_amount }) => paid_amount)),
    },
    days: rows,
    products: productsIn(days.flatMap(({ paid }) => paid)),
    statuses: payStatuses.flatMap((status) => {
      const same = created.filter((each) => each.status === status)
      const orders = sum(same.map((each) => each.orders))
      return orders === 0 ? [] : [{ status: words[status], orders, amount: sum(same.map(({ sumMinor }) => sumMinor)) }]
    }),
  }
}

/** By number, under the name of the latest sale. */
function productsIn(sales: Sales['paid']): SalesResource['products'] {
  const byNumber = Map.groupBy(sales, ({ product }) => product)
  const products = [...byNumber].map(([product, same]) => ({
    product,
    name: same.at(-1)?.name ?? '',
    title: same.at(-1)?.title ?? '',
    quantity: sum(same.map(({ quantity }) => quantity)),
    amount: sum(same.map(({ sumMinor }) => sumMinor)),
  }))
  return products.toSorted((a, b) => (b.amount === a.amount ? a.product - b.product : b.amount - a.amount))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
