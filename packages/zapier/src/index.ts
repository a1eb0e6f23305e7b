/** The integration, as Zapier loads it. */
import { defineApp, version as platformVersion } from 'zapier-platform-core'
import { throwProblem } from './api/problem.ts'
import { authentication } from './authentication.ts'
import { createOrder } from './creates/create-order.ts'
import { updateOrderStatus } from './creates/update-order-status.ts'
import { findOrder } from './searches/find-order.ts'
import { findOrders } from './searches/find-orders.ts'
import { findProduct } from './searches/find-product.ts'
import { newOrder } from './triggers/new-order.ts'
import { orderCancelled } from './triggers/order-cancelled.ts'
import { orderPaid } from './triggers/order-paid.ts'
import { orderReturned } from './triggers/order-returned.ts'
import { productList } from './triggers/product-list.ts'

export default defineApp({
  version: '0.1.0',
  platformVersion,
  // All calls are made by z.request, which logs them itself.
  flags: { skipHttpPatch: true },
  authentication,
  beforeRequest: [
    (request, _z, { authData }) => ({
      ...request,
      headers: { ...request.headers, authorization: `Bearer ${authData['token'] ?? ''}` },
    }),
  ],
  afterResponse: [throwProblem],
  triggers: {
    [newOrder.key]: newOrder,
    [orderPaid.key]: orderPaid,
    [orderCancelled.key]: orderCancelled,
    [orderReturned.key]: orderReturned,
    [productList.key]: productList,
  },
  searches: {
    [findOrders.key]: findOrders,
    [findOrder.key]: findOrder,
    [findProduct.key]: findProduct,
  },
  creates: {
    [createOrder.key]: createOrder,
    [updateOrderStatus.key]: updateOrderStatus,
  },
})
