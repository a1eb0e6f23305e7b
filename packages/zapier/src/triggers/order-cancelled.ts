import { orderTrigger } from './order-trigger.ts'

export const orderCancelled = orderTrigger({
  key: 'order_cancelled',
  label: 'Order Cancelled',
  description: 'Triggers when an order is cancelled, by somebody or because its time is over.',
  type: 'order.cancelled',
  sample: { status: 'cancelled' },
})
