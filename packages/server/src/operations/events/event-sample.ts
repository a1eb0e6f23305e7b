import type { EventResource } from '../../resources/event.ts'
import { orderSample } from '../orders/order-sample.ts'

/** An event for the documentation. */
export const eventSample: EventResource = {
  id: 'evt_17',
  type: 'order.paid',
  happened_at: '2026-01-31T18:05:00.000Z',
  order: 258_367,
  product: null,
  data: orderSample,
}
