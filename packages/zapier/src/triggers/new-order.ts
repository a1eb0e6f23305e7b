import { orderSample } from '../fields/order.ts'
import { orderTrigger } from './order-trigger.ts'

export const newOrder = orderTrigger({
  key: 'new_order',
  label: 'New Order',
  description: 'Triggers when an order is taken, paid or not.',
  type: 'order.created',
  sample: {
    status: 'waiting',
    paid_at: null,
    amount_paid: 0,
    amount_due: orderSample['total'],
    payments: [],
  },
})
