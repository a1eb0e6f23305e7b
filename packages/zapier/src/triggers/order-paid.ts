import { orderTrigger } from './order-trigger.ts'

export const orderPaid = orderTrigger({
  key: 'order_paid',
  label: 'Order Paid',
  description: 'Triggers when an order is paid in full.',
  type: 'order.paid',
  sample: { status: 'paid' },
})
