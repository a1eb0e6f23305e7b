import { orderTrigger } from './order-trigger.ts'

export const orderReturned = orderTrigger({
  key: 'order_returned',
  label: 'Order Returned',
  description: 'Triggers when a paid order is given back for its money.',
  type: 'order.returned',
  sample: { status: 'returned' },
})
