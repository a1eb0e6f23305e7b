import type { DeliveryResource } from '../../resources/delivery.ts'

/** A delivery for the documentation. */
export const deliverySample: DeliveryResource = {
  id: '17-0',
  event: 'evt_17',
  type: 'order.paid',
  order: 258_367,
  product: null,
  endpoint: 1,
  url: 'https://shop.example.com/webhooks',
  state: 'delivered',
  attempts: 1,
  next_attempt_at: null,
  last_attempt_at: '2026-01-31T18:05:00.000Z',
  last_status: 200,
  last_problem: null,
  last_answer: 'thanks',
}
