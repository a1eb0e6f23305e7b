/** All operations of API v1: its table of contents. */
import { listAudit } from './audit/list-audit.ts'
import { getBills } from './bills/get-bills.ts'
import { createCoupon } from './coupons/create-coupon.ts'
import { deleteCoupon } from './coupons/delete-coupon.ts'
import { getCoupon } from './coupons/get-coupon.ts'
import { listCoupons } from './coupons/list-coupons.ts'
import { updateCoupon } from './coupons/update-coupon.ts'
import { getCustomer } from './customers/get-customer.ts'
import { getEvent } from './events/get-event.ts'
import { listEvents } from './events/list-events.ts'
import { createInvitation } from './members/create-invitation.ts'
import { listInvitations } from './members/list-invitations.ts'
import { listMembers } from './members/list-members.ts'
import { removeMember } from './members/remove-member.ts'
import { updateMember } from './members/update-member.ts'
import { withdrawInvitation } from './members/withdraw-invitation.ts'
import { cancelOrder } from './orders/cancel-order.ts'
import { createOrder } from './orders/create-order.ts'
import { deleteOrder } from './orders/delete-order.ts'
import { exportOrders } from './orders/export-orders.ts'
import { getOrderTimeline } from './orders/get-order-timeline.ts'
import { getOrder } from './orders/get-order.ts'
import { importOrders } from './orders/import-orders.ts'
import { listOrders } from './orders/list-orders.ts'
import { payOrder } from './orders/pay-order.ts'
import { restoreOrder } from './orders/restore-order.ts'
import { returnOrder } from './orders/return-order.ts'
import { sendOrder } from './orders/send-order.ts'
import { updateOrder } from './orders/update-order.ts'
import { createPartner } from './partners/create-partner.ts'
import { deletePartner } from './partners/delete-partner.ts'
import { getPartner } from './partners/get-partner.ts'
import { listPartners } from './partners/list-partners.ts'
import { updatePartner } from './partners/update-partner.ts'
import { createProduct } from './products/create-product.ts'
import { deleteProduct } from './products/delete-product.ts'
import { getProduct } from './products/get-product.ts'
import { listProducts } from './products/list-products.ts'
import { tryNotification } from './products/try-notification.ts'
import { updateProduct } from './products/update-product.ts'
import { listRequests } from './requests/list-requests.ts'
import { getShopKey } from './shop/get-shop-key.ts'
import { getShop } from './shop/get-shop.ts'
import { rotateShopKey } from './shop/rotate-shop-key.ts'
import { updateShop } from './shop/update-shop.ts'
import { getSales } from './statistics/get-sales.ts'
import { createToken } from './tokens/create-token.ts'
import { listTokens } from './tokens/list-tokens.ts'
import { revokeToken } from './tokens/revoke-token.ts'
import { createWebhookEndpoint } from './webhooks/create-webhook-endpoint.ts'
import { deleteWebhookEndpoint } from './webhooks/delete-webhook-endpoint.ts'
import { getDelivery } from './webhooks/get-delivery.ts'
import { getWebhookEndpoint } from './webhooks/get-webhook-endpoint.ts'
import { listDeliveries } from './webhooks/list-deliveries.ts'
import { listWebhookEndpoints } from './webhooks/list-webhook-endpoints.ts'
import { redeliverDeliveries } from './webhooks/redeliver-deliveries.ts'
import { redeliverDelivery } from './webhooks/redeliver-delivery.ts'
import { redeliverEvents } from './webhooks/redeliver-events.ts'
import { rotateWebhookSecret } from './webhooks/rotate-webhook-secret.ts'
import { sendTestEvent } from './webhooks/send-test-event.ts'
import { updateWebhookEndpoint } from './webhooks/update-webhook-endpoint.ts'

export const operations = {
  listOrders,
  createOrder,
  getOrder,
  payOrder,
  sendOrder,
  cancelOrder,
  returnOrder,
  updateOrder,
  deleteOrder,
  restoreOrder,
  getOrderTimeline,
  exportOrders,
  importOrders,

  getCustomer,

  getBills,

  listProducts,
  createProduct,
  getProduct,
  updateProduct,
  deleteProduct,
  tryNotification,

  listCoupons,
  createCoupon,
  getCoupon,
  updateCoupon,
  deleteCoupon,

  listPartners,
  createPartner,
  getPartner,
  updatePartner,
  deletePartner,

  getSales,

  listEvents,
  getEvent,

  listWebhookEndpoints,
  createWebhookEndpoint,
  getWebhookEndpoint,
  updateWebhookEndpoint,
  rotateWebhookSecret,
  sendTestEvent,
  redeliverEvents,
  deleteWebhookEndpoint,

  listDeliveries,
  getDelivery,
  redeliverDelivery,
  redeliverDeliveries,

  listMembers,
  updateMember,
  removeMember,
  listInvitations,
  createInvitation,
  withdrawInvitation,

  listTokens,
  createToken,
  revokeToken,

  listAudit,

  listRequests,

  getShop,
  updateShop,
  getShopKey,
  rotateShopKey,
}
