import { z } from 'zod'
import { orderResource, statusWords } from '../../resources/order.ts'
import { defineOperation } from '../define.ts'
import { amount, moment, orderNumber, text } from '../fields.ts'
import { changedOrder, noOrder } from './changed-order.ts'
import { orderSample } from './order-sample.ts'
import { viewOf } from './order-view.ts'

const body = z.strictObject({
  amount: amount.min(1).optional().meta({
    title: 'Amount',
    description: 'What came in, in minor units; less than is due is a prepayment. Left out: all that is due.',
  }),
  method: text.default('').meta({ title: 'Method', description: 'How it was paid; left out: as the order said.' }),
  paid_at: moment.optional().meta({ title: 'Paid at', description: 'Left out: now.' }),
})

export const payOrder = defineOperation({
  name: 'payOrder',
  title: 'Record a payment',
  description:
    'Without an amount, an order that is paid already stays as it is; a cancelled order may still be paid in full.',
  method: 'POST',
  at: '/orders/{number}/pay',
  scope: 'orders:write',
  input: { path: z.strictObject({ number: orderNumber }), body },
  output: orderResource,
  problems: ['notFound', 'wrongState'],
  sample: { path: { number: '258367' }, body: { method: 'card' }, output: orderSample },
  async run(context, { number, amount: sumMinor, method: payway, paid_at }, refuse) {
    const at = paid_at ?? context.clock()
    if (sumMinor === undefined) return changedOrder(context, number, { to: 'paid', at, payway }, refuse)
    const { orders } = context.store
    const received = await orders.pay(number, { sumMinor, at, payway })
    const order = await orders.get(number)
    if (order === undefined) return refuse('notFound', { detail: noOrder(number) })
    if (received.outcome === 'tooMuch') {
      const detail = `Only ${received.leftMinor} is due.`
      return refuse('invalid', { detail, errors: [{ in: 'body', field: 'amount', detail }] })
    }
    if (received.outcome !== 'changed') {
      return refuse('wrongState', { detail: `Order ${number} is ${statusWords[order.pay_status]}.` })
    }
    return viewOf(context, order)
  },
})
