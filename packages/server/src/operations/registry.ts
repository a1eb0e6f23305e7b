/** All operations of API v1: its table of contents. */
import { createOrder } from './orders/create-order.ts'
import { getOrder } from './orders/get-order.ts'

export const operations = {
  createOrder,
  getOrder,
}
