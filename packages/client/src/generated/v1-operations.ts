// Made by «npm run derive» from packages/server/src/operations/registry.ts.
import type { CallsV1 } from '../calls-v1.ts'
import type { List } from '../list.ts'
import type { CallOptions, WriteOptions } from '../options.ts'
import { at } from '../query.ts'
import type * as V1 from './v1-types.ts'

/** All operations of API v1. */
export class V1Operations {
  readonly orders: OrdersOperations
  readonly customers: CustomersOperations
  readonly bills: BillsOperations
  readonly products: ProductsOperations
  readonly coupons: CouponsOperations
  readonly partners: PartnersOperations
  readonly statistics: StatisticsOperations
  readonly events: EventsOperations
  readonly webhookEndpoints: WebhookEndpointsOperations
  readonly deliveries: DeliveriesOperations
  readonly members: MembersOperations
  readonly invitations: InvitationsOperations
  readonly tokens: TokensOperations
  readonly audit: AuditOperations
  readonly requests: RequestsOperations
  readonly shop: ShopOperations

  constructor(calls: CallsV1) {
    this.orders = new OrdersOperations(calls)
    this.customers = new CustomersOperations(calls)
    this.bills = new BillsOperations(calls)
    this.products = new ProductsOperations(calls)
    this.coupons = new CouponsOperations(calls)
    this.partners = new PartnersOperations(calls)
    this.statistics = new StatisticsOperations(calls)
    this.events = new EventsOperations(calls)
    this.webhookEndpoints = new WebhookEndpointsOperations(calls)
    this.deliveries = new DeliveriesOperations(calls)
    this.members = new MembersOperations(calls)
    this.invitations = new InvitationsOperations(calls)
    this.tokens = new TokensOperations(calls)
    this.audit = new AuditOperations(calls)
    this.requests = new RequestsOperations(calls)
    this.shop = new ShopOperations(calls)
  }
}

export class OrdersOperations {
  readonly #calls: CallsV1

  constructor(calls: CallsV1) {
    this.#calls = calls
  }

  /**
   * List orders.
   *
   * All conditions together. A page may have fewer orders than `limit`, or none, and a `next_cursor` all the
   * same: where few of many orders fit, it tells how far the search has come. Go on until `next_cursor` is
   * null.
   *
   * `GET /v1/orders`, scope `orders:read`.
   */
  list(query: V1.ListOrdersQuery = {}, options?: CallOptions): List<V1.Order> {
    return this.#calls.list({ method: 'GET', at: at`/orders`, query }, options)
  }

  /**
   * Create an order.
   *
   * Send an `Idempotency-Key`: a call that is repeated with it makes no second order.
   *
   * `POST /v1/orders`, scope `orders:write`.
   */
  create(body: V1.CreateOrderBody, options?: WriteOptions): Promise<V1.Order> {
    return this.#calls.send({ method: 'POST', at: at`/orders`, body }, options)
  }

  /**
   * Get an order.
   *
   * `GET /v1/orders/{number}`, scope `orders:read`. May end with `not-found`.
   */
  get(number: number, options?: CallOptions): Promise<V1.Order> {
    return this.#calls.send({ method: 'GET', at: at`/orders/${number}` }, options)
  }

  /**
   * Record a payment.
   *
   * Without an amount, an order that is paid already stays as it is; a cancelled order may still be paid in
   * full.
   *
   * `POST /v1/orders/{number}/pay`, scope `orders:write`. May end with `not-found`, `wrong-state`.
   */
  pay(number: number, body: V1.PayOrderBody = {}, options?: WriteOptions): Promise<V1.Order> {
    return this.#calls.send({ method: 'POST', at: at`/orders/${number}/pay`, body }, options)
  }

  /**
   * Mark an order as sent.
   *
   * Notes that it was sent by post. Said again, the new number and time count.
   *
   * `POST /v1/orders/{number}/send`, scope `orders:write`. May end with `not-found`, `wrong-state`.
   */
  send(number: number, body: V1.SendOrderBody = {}, options?: WriteOptions): Promise<V1.Order> {
    return this.#calls.send({ method: 'POST', at: at`/orders/${number}/send`, body }, options)
  }

  /**
   * Cancel an order.
   *
   * Of an order that waits for payment. One that is cancelled stays so.
   *
   * `POST /v1/orders/{number}/cancel`, scope `orders:write`. May end with `not-found`, `wrong-state`.
   */
  cancel(number: number, options?: WriteOptions): Promise<V1.Order> {
    return this.#calls.send({ method: 'POST', at: at`/orders/${number}/cancel` }, options)
  }

  /**
   * Return an order.
   *
   * Notes that a paid order was given back for its money. One that is returned stays so.
   *
   * `POST /v1/orders/{number}/return`, scope `orders:write`. May end with `not-found`, `wrong-state`.
   */
  return(number: number, options?: WriteOptions): Promise<V1.Order> {
    return this.#calls.send({ method: 'POST', at: at`/orders/${number}/return` }, options)
  }

  /**
   * Change the tag or comment of an order.
   *
   * What is left out stays. What was bought and by whom does not change.
   *
   * `PATCH /v1/orders/{number}`, scope `orders:write`. May end with `not-found`.
   */
  update(number: number, body: V1.UpdateOrderBody = {}, options?: WriteOptions): Promise<V1.Order> {
    return this.#calls.send({ method: 'PATCH', at: at`/orders/${number}`, body }, options)
  }

  /**
   * Delete an order.
   *
   * Hides it from everything; its number is not given again, and it can be restored.
   *
   * `DELETE /v1/orders/{number}`, scope `orders:write`. May end with `not-found`.
   */
  delete(number: number, options?: WriteOptions): Promise<void> {
    return this.#calls.send({ method: 'DELETE', at: at`/orders/${number}` }, options)
  }

  /**
   * Restore a deleted order.
   *
   * It is there again as it was, but does not cancel itself any more. One that is there stays as it is.
   *
   * `POST /v1/orders/{number}/restore`, scope `orders:write`. May end with `not-found`.
   */
  restore(number: number, options?: WriteOptions): Promise<V1.Order> {
    return this.#calls.send({ method: 'POST', at: at`/orders/${number}/restore` }, options)
  }

  /**
   * Get an order's timeline.
   *
   * What happened to it, oldest first. A deleted order has one too; an imported one begins with its first
   * change here.
   *
   * `GET /v1/orders/{number}/timeline`, scope `orders:read`. May end with `not-found`.
   */
  getTimeline(number: number, options?: CallOptions): Promise<V1.GetOrderTimelineAnswer> {
    return this.#calls.send({ method: 'GET', at: at`/orders/${number}/timeline` }, options)
  }

  /**
   * Export orders.
   *
   * Every order that fits, however many: as lines of JSON that `billkeep orders import` takes, or as CSV for
   * spreadsheets (RFC 4180), a row a product. An answer that ends without the end of its last chunk is not
   * whole: ask again. For programs that can send no header, the CSV takes a token whose only scope is
   * `orders:export` as `?token=`.
   *
   * `GET /v1/orders/export`, scope `orders:export`.
   */
  export(query: V1.ExportOrdersQuery = {}, options?: CallOptions): Promise<Response> {
    return this.#calls.stream({ method: 'GET', at: at`/orders/export`, query }, options)
  }

  /**
   * Import orders.
   *
   * Takes a file of orders as `exportOrders` gives it, each line a JSON object (`Content-Type:
   * application/x-ndjson`, up to 32 MiB; `billkeep orders import` takes more): all of it or, where a line is
   * bad, nothing, and then `errors` names the lines, each like `line 3`. The same file twice changes nothing.
   * Nobody is told of the orders: no webhook and no notification is sent. Whoever closes the connection
   * before the answer stops it.
   *
   * `POST /v1/orders/import`, scope `orders:write`.
   */
  import(file: string | Blob, query: V1.ImportOrdersQuery = {}, options?: CallOptions): Promise<V1.ImportReport> {
    return this.#calls.send({ method: 'POST', at: at`/orders/import`, file, query }, options)
  }
}

export class CustomersOperations {
  readonly #calls: CallsV1

  constructor(calls: CallsV1) {
    this.#calls = calls
  }

  /**
   * Get a customer.
   *
   * Who has ordered under an address, what the orders come to, and the newest of them. `orders.next_cursor`
   * gets more of them from `GET /orders?email=…`, with that address and no other condition.
   *
   * `GET /v1/customers/{email}`, scope `orders:read`. May end with `not-found`.
   */
  get(email: string, query: V1.GetCustomerQuery = {}, options?: CallOptions): Promise<V1.GetCustomerAnswer> {
    return this.#calls.send({ method: 'GET', at: at`/customers/${email}`, query }, options)
  }
}

export class BillsOperations {
  readonly #calls: CallsV1

  constructor(calls: CallsV1) {
    this.#calls = calls
  }

  /**
   * Get bills.
   *
   * A customer's orders with their products, and beside them what GetBills of the order API answers to the
   * same question: for whoever moves a script from the one to the other.
   *
   * `GET /v1/bills`, scope `orders:read`.
   */
  get(query: V1.GetBillsQuery, options?: CallOptions): Promise<V1.GetBillsAnswer> {
    return this.#calls.send({ method: 'GET', at: at`/bills`, query }, options)
  }
}

export class ProductsOperations {
  readonly #calls: CallsV1

  constructor(calls: CallsV1) {
    this.#calls = calls
  }

  /**
   * List products.
   *
   * In the order of their numbers. `q` looks in names and titles.
   *
   * `GET /v1/products`, scope `products:read`.
   */
  list(query: V1.ListProductsQuery = {}, options?: CallOptions): List<V1.Product> {
    return this.#calls.list({ method: 'GET', at: at`/products`, query }, options)
  }

  /**
   * Create a product.
   *
   * `POST /v1/products`, scope `products:write`. May end with `conflict`.
   */
  create(body: V1.CreateProductBody, options?: WriteOptions): Promise<V1.Product> {
    return this.#calls.send({ method: 'POST', at: at`/products`, body }, options)
  }

  /**
   * Get a product.
   *
   * `GET /v1/products/{product}`, scope `products:read`. May end with `not-found`.
   */
  get(product: string, options?: CallOptions): Promise<V1.Product> {
    return this.#calls.send({ method: 'GET', at: at`/products/${product}` }, options)
  }

  /**
   * Change a product.
   *
   * What is left out stays. Orders that were taken keep what they say about it.
   *
   * `PATCH /v1/products/{product}`, scope `products:write`. May end with `not-found`.
   */
  update(product: string, body: V1.UpdateProductBody = {}, options?: WriteOptions): Promise<V1.Product> {
    return this.#calls.send({ method: 'PATCH', at: at`/products/${product}`, body }, options)
  }

  /**
   * Delete a product.
   *
   * Orders keep what they say about it; its number is not given again.
   *
   * `DELETE /v1/products/{product}`, scope `products:write`. May end with `not-found`.
   */
  delete(product: string, options?: WriteOptions): Promise<void> {
    return this.#calls.send({ method: 'DELETE', at: at`/products/${product}` }, options)
  }

  /**
   * Try a notification.
   *
   * Sends an old-style notification of an order of the product that nobody has made (number 2147483647,
   * test@example.com), signed as the real ones, and tells what the receiver answers. It is sent once, and no
   * trace of it is kept.
   *
   * `POST /v1/products/{product}/try-notification`, scope `products:write`. May end with `not-found`.
   */
  tryNotification(product: string, body: V1.TryNotificationBody, options?: CallOptions): Promise<V1.TryNotificationAnswer> {
    return this.#calls.send({ method: 'POST', at: at`/products/${product}/try-notification`, body }, options)
  }
}

export class CouponsOperations {
  readonly #calls: CallsV1

  constructor(calls: CallsV1) {
    this.#calls = calls
  }

  /**
   * List coupons.
   *
   * In the order of their numbers, those that no longer count too. `q` looks in codes.
   *
   * `GET /v1/coupons`, scope `coupons:read`.
   */
  list(query: V1.ListCouponsQuery = {}, options?: CallOptions): List<V1.Coupon> {
    return this.#calls.list({ method: 'GET', at: at`/coupons`, query }, options)
  }

  /**
   * Create a coupon.
   *
   * It takes off either a percentage or an amount.
   *
   * `POST /v1/coupons`, scope `coupons:write`. May end with `conflict`.
   */
  create(body: V1.CreateCouponBody, options?: WriteOptions): Promise<V1.Coupon> {
    return this.#calls.send({ method: 'POST', at: at`/coupons`, body }, options)
  }

  /**
   * Get a coupon.
   *
   * `GET /v1/coupons/{coupon}`, scope `coupons:read`. May end with `not-found`.
   */
  get(coupon: string, options?: CallOptions): Promise<V1.Coupon> {
    return this.#calls.send({ method: 'GET', at: at`/coupons/${coupon}` }, options)
  }

  /**
   * Change a coupon.
   *
   * What is left out stays. Orders in which it was used keep their prices.
   *
   * `PATCH /v1/coupons/{coupon}`, scope `coupons:write`. May end with `not-found`, `conflict`.
   */
  update(coupon: string, body: V1.UpdateCouponBody = {}, options?: WriteOptions): Promise<V1.Coupon> {
    return this.#calls.send({ method: 'PATCH', at: at`/coupons/${coupon}`, body }, options)
  }

  /**
   * Delete a coupon.
   *
   * Orders in which it was used keep it and their prices.
   *
   * `DELETE /v1/coupons/{coupon}`, scope `coupons:write`. May end with `not-found`.
   */
  delete(coupon: string, options?: WriteOptions): Promise<void> {
    return this.#calls.send({ method: 'DELETE', at: at`/coupons/${coupon}` }, options)
  }
}

export class PartnersOperations {
  readonly #calls: CallsV1

  constructor(calls: CallsV1) {
    this.#calls = calls
  }

  /**
   * List partners.
   *
   * In the order of their numbers. `q` looks in logins.
   *
   * `GET /v1/partners`, scope `partners:read`.
   */
  list(query: V1.ListPartnersQuery = {}, options?: CallOptions): List<V1.Partner> {
    return this.#calls.list({ method: 'GET', at: at`/partners`, query }, options)
  }

  /**
   * Create a partner.
   *
   * A partner earns by the orders that name them, or that a coupon credits to them.
   *
   * `POST /v1/partners`, scope `partners:write`. May end with `conflict`.
   */
  create(body: V1.CreatePartnerBody, options?: WriteOptions): Promise<V1.Partner> {
    return this.#calls.send({ method: 'POST', at: at`/partners`, body }, options)
  }

  /**
   * Get a partner.
   *
   * `GET /v1/partners/{partner}`, scope `partners:read`. May end with `not-found`.
   */
  get(partner: string, options?: CallOptions): Promise<V1.Partner> {
    return this.#calls.send({ method: 'GET', at: at`/partners/${partner}` }, options)
  }

  /**
   * Change a partner.
   *
   * What is left out stays. Orders that named them keep what they earned.
   *
   * `PATCH /v1/partners/{partner}`, scope `partners:write`. May end with `not-found`, `conflict`.
   */
  update(partner: string, body: V1.UpdatePartnerBody = {}, options?: WriteOptions): Promise<V1.Partner> {
    return this.#calls.send({ method: 'PATCH', at: at`/partners/${partner}`, body }, options)
  }

  /**
   * Delete a partner.
   *
   * Orders that named them keep what they earned; coupons and partners that named them name nobody.
   *
   * `DELETE /v1/partners/{partner}`, scope `partners:write`. May end with `not-found`.
   */
  delete(partner: string, options?: WriteOptions): Promise<void> {
    return this.#calls.send({ method: 'DELETE', at: at`/partners/${partner}` }, options)
  }
}

export class StatisticsOperations {
  readonly #calls: CallsV1

  constructor(calls: CallsV1) {
    this.#calls = calls
  }

  /**
   * Get sales.
   *
   * Orders and money by day, product and status. At most 367 days at a time.
   *
   * `GET /v1/statistics/sales`, scope `statistics:read`.
   */
  getSales(query: V1.GetSalesQuery = {}, options?: CallOptions): Promise<V1.Sales> {
    return this.#calls.send({ method: 'GET', at: at`/statistics/sales`, query }, options)
  }
}

export class EventsOperations {
  readonly #calls: CallsV1

  constructor(calls: CallsV1) {
    this.#calls = calls
  }

  /**
   * List events.
   *
   * What happened to orders, products and webhook endpoints. To hear of all, ask with `sort=number` and, in
   * `after`, the last id that you know: an event is seen when all before it are. A page may have fewer events
   * than `limit`, or none, and a `next_cursor` all the same, where few of many are of the types that are
   * asked for.
   *
   * `GET /v1/events`, scope `events:read`.
   */
  list(query: V1.ListEventsQuery = {}, options?: CallOptions): List<V1.Event> {
    return this.#calls.list({ method: 'GET', at: at`/events`, query }, options)
  }

  /**
   * Get an event.
   *
   * `GET /v1/events/{event}`, scope `events:read`. May end with `not-found`.
   */
  get(event: string, options?: CallOptions): Promise<V1.Event> {
    return this.#calls.send({ method: 'GET', at: at`/events/${event}` }, options)
  }
}

export class WebhookEndpointsOperations {
  readonly #calls: CallsV1

  constructor(calls: CallsV1) {
    this.#calls = calls
  }

  /**
   * List webhook endpoints.
   *
   * All in one page, in the order of their numbers, as a shop has 50 at most.
   *
   * `GET /v1/webhook-endpoints`, scope `webhooks:read`.
   */
  list(options?: CallOptions): Promise<V1.ListWebhookEndpointsAnswer> {
    return this.#calls.send({ method: 'GET', at: at`/webhook-endpoints` }, options)
  }

  /**
   * Create a webhook endpoint.
   *
   * It is told of what happens from now on, by Standard Webhooks. The answer has the secret that the
   * deliveries are signed with, which is not shown again.
   *
   * `POST /v1/webhook-endpoints`, scope `webhooks:write`. May end with `wrong-state`.
   */
  create(body: V1.CreateWebhookEndpointBody, options?: WriteOptions): Promise<V1.WebhookEndpointWithSecret> {
    return this.#calls.send({ method: 'POST', at: at`/webhook-endpoints`, body }, options)
  }

  /**
   * Get a webhook endpoint.
   *
   * `GET /v1/webhook-endpoints/{number}`, scope `webhooks:read`. May end with `not-found`.
   */
  get(number: number, options?: CallOptions): Promise<V1.WebhookEndpoint> {
    return this.#calls.send({ method: 'GET', at: at`/webhook-endpoints/${number}` }, options)
  }

  /**
   * Change a webhook endpoint.
   *
   * What is left out stays. What is on its way goes to a new address. What is on its way to an endpoint that
   * is disabled ends; after it is enabled, it can be redelivered.
   *
   * `PATCH /v1/webhook-endpoints/{number}`, scope `webhooks:write`. May end with `not-found`.
   */
  update(number: number, body: V1.UpdateWebhookEndpointBody = {}, options?: WriteOptions): Promise<V1.WebhookEndpoint> {
    return this.#calls.send({ method: 'PATCH', at: at`/webhook-endpoints/${number}`, body }, options)
  }

  /**
   * Rotate a webhook endpoint's secret.
   *
   * Makes a new secret, which the answer shows and nothing later does. While they overlap, both sign, so the
   * receiver may change over at any moment of that time.
   *
   * `POST /v1/webhook-endpoints/{number}/rotate-secret`, scope `webhooks:write`. May end with `not-found`.
   */
  rotateSecret(number: number, body: V1.RotateWebhookSecretBody = {}, options?: WriteOptions): Promise<V1.WebhookEndpointWithSecret> {
    return this.#calls.send({ method: 'POST', at: at`/webhook-endpoints/${number}/rotate-secret`, body }, options)
  }

  /**
   * Send a test event.
   *
   * An event `endpoint.test` for this endpoint alone, whatever types it wants. It is sent right after this
   * call; the delivery tells what came of it.
   *
   * `POST /v1/webhook-endpoints/{number}/test`, scope `webhooks:write`. May end with `not-found`,
   * `wrong-state`.
   */
  sendTestEvent(number: number, options?: WriteOptions): Promise<V1.Delivery> {
    return this.#calls.send({ method: 'POST', at: at`/webhook-endpoints/${number}/test` }, options)
  }

  /**
   * Redeliver what an endpoint has missed.
   *
   * Of what happened in that time and the endpoint wants to know: what failed is tried again, and what it was
   * never meant to get, as it was disabled or not there, is delivered. What it knows is left alone. It begins
   * right after this call, oldest first.
   *
   * `POST /v1/webhook-endpoints/{number}/redeliver`, scope `webhooks:write`. May end with `not-found`,
   * `wrong-state`.
   */
  redeliverEvents(number: number, body: V1.RedeliverEventsBody, options?: WriteOptions): Promise<V1.Redelivery> {
    return this.#calls.send({ method: 'POST', at: at`/webhook-endpoints/${number}/redeliver`, body }, options)
  }

  /**
   * Delete a webhook endpoint.
   *
   * What is on its way there ends; what was delivered can still be looked up. Its number is not given again.
   *
   * `DELETE /v1/webhook-endpoints/{number}`, scope `webhooks:write`. May end with `not-found`.
   */
  delete(number: number, options?: WriteOptions): Promise<void> {
    return this.#calls.send({ method: 'DELETE', at: at`/webhook-endpoints/${number}` }, options)
  }
}

export class DeliveriesOperations {
  readonly #calls: CallsV1

  constructor(calls: CallsV1) {
    this.#calls = calls
  }

  /**
   * List deliveries.
   *
   * The latest event first, to endpoints and to addresses of old-style notifications. All conditions
   * together.
   *
   * `GET /v1/deliveries`, scope `webhooks:read`.
   */
  list(query: V1.ListDeliveriesQuery = {}, options?: CallOptions): List<V1.Delivery> {
    return this.#calls.list({ method: 'GET', at: at`/deliveries`, query }, options)
  }

  /**
   * Get a delivery.
   *
   * `GET /v1/deliveries/{delivery}`, scope `webhooks:read`. May end with `not-found`.
   */
  get(delivery: string, options?: CallOptions): Promise<V1.DeliveryWithContent> {
    return this.#calls.send({ method: 'GET', at: at`/deliveries/${delivery}` }, options)
  }

  /**
   * Redeliver one.
   *
   * Tries it again right after this call, whatever came of it before, with all attempts that a new one has.
   * The receiver sees the same `webhook-id`.
   *
   * `POST /v1/deliveries/{delivery}/redeliver`, scope `webhooks:write`. May end with `not-found`,
   * `wrong-state`.
   */
  redeliver(delivery: string, options?: WriteOptions): Promise<V1.Delivery> {
    return this.#calls.send({ method: 'POST', at: at`/deliveries/${delivery}/redeliver` }, options)
  }

  /**
   * Redeliver what has failed.
   *
   * Of what happened in that time, deliveries that have failed are tried again, to endpoints and to addresses
   * of old-style notifications, the oldest first and up to 500; where there are more, call it again. What was
   * for an endpoint that is disabled stays as it is.
   *
   * `POST /v1/deliveries/redeliver`, scope `webhooks:write`.
   */
  redeliverMany(body: V1.RedeliverDeliveriesBody, options?: WriteOptions): Promise<V1.FailedRedelivery> {
    return this.#calls.send({ method: 'POST', at: at`/deliveries/redeliver`, body }, options)
  }
}

export class MembersOperations {
  readonly #calls: CallsV1

  constructor(calls: CallsV1) {
    this.#calls = calls
  }

  /**
   * List members.
   *
   * Who may sign in to the account page for this shop, by e-mail address.
   *
   * `GET /v1/members`, scope `members:read`.
   */
  list(query: V1.ListMembersQuery = {}, options?: CallOptions): List<V1.Member> {
    return this.#calls.list({ method: 'GET', at: at`/members`, query }, options)
  }

  /**
   * Change what a member may do.
   *
   * From the next call on. The last owner stays one.
   *
   * `PATCH /v1/members/{user}`, scope `members:write`. May end with `not-found`, `wrong-state`.
   */
  update(user: string, body: V1.UpdateMemberBody, options?: WriteOptions): Promise<V1.Member> {
    return this.#calls.send({ method: 'PATCH', at: at`/members/${user}`, body }, options)
  }

  /**
   * Shut a member out.
   *
   * At once. Whose last shop it was, is signed out everywhere. The last owner stays.
   *
   * `DELETE /v1/members/{user}`, scope `members:write`. May end with `not-found`, `wrong-state`.
   */
  remove(user: string, options?: WriteOptions): Promise<void> {
    return this.#calls.send({ method: 'DELETE', at: at`/members/${user}` }, options)
  }
}

export class InvitationsOperations {
  readonly #calls: CallsV1

  constructor(calls: CallsV1) {
    this.#calls = calls
  }

  /**
   * List invitations.
   *
   * Links that let somebody in and have neither been used nor expired, by e-mail address; never the links.
   *
   * `GET /v1/invitations`, scope `members:read`.
   */
  list(query: V1.ListInvitationsQuery = {}, options?: CallOptions): List<V1.Invitation> {
    return this.#calls.list({ method: 'GET', at: at`/invitations`, query }, options)
  }

  /**
   * Invite somebody.
   *
   * Gives a link that opens once, to pass on to them. A token can let in only who may do no more than it may
   * itself.
   *
   * `POST /v1/invitations`, scope `members:write`. May end with `conflict`.
   */
  create(body: V1.CreateInvitationBody, options?: WriteOptions): Promise<V1.CreateInvitationAnswer> {
    return this.#calls.send({ method: 'POST', at: at`/invitations`, body }, options)
  }

  /**
   * Withdraw an invitation.
   *
   * Its link opens nothing any more. Who has used it already is a member: see «removeMember».
   *
   * `DELETE /v1/invitations/{id}`, scope `members:write`. May end with `not-found`.
   */
  withdraw(id: string, options?: WriteOptions): Promise<void> {
    return this.#calls.send({ method: 'DELETE', at: at`/invitations/${id}` }, options)
  }
}

export class TokensOperations {
  readonly #calls: CallsV1

  constructor(calls: CallsV1) {
    this.#calls = calls
  }

  /**
   * List tokens.
   *
   * In the order of their numbers, those that were revoked or have expired too; never their texts.
   *
   * `GET /v1/tokens`, scope `tokens:read`.
   */
  list(query: V1.ListTokensQuery = {}, options?: CallOptions): List<V1.Token> {
    return this.#calls.list({ method: 'GET', at: at`/tokens`, query }, options)
  }

  /**
   * Create a token.
   *
   * The text is in this answer only: of it, only a hash is kept. A token can do no more than the one that
   * makes it, from no more places and for no longer.
   *
   * `POST /v1/tokens`, scope `tokens:write`.
   */
  create(body: V1.CreateTokenBody, options?: WriteOptions): Promise<V1.NewToken> {
    return this.#calls.send({ method: 'POST', at: at`/tokens`, body }, options)
  }

  /**
   * Revoke a token.
   *
   * It ends for ever, within a second; one that was revoked before stays as it is. Any of the shop can be,
   * also the one that asks.
   *
   * `DELETE /v1/tokens/{number}`, scope `tokens:write`. May end with `not-found`.
   */
  revoke(number: number, options?: WriteOptions): Promise<void> {
    return this.#calls.send({ method: 'DELETE', at: at`/tokens/${number}` }, options)
  }
}

export class AuditOperations {
  readonly #calls: CallsV1

  constructor(calls: CallsV1) {
    this.#calls = calls
  }

  /**
   * List who changed what.
   *
   * The latest first. `billkeep audit verify` tells whether a row was changed or taken away.
   *
   * `GET /v1/audit`, scope `audit:read`.
   */
  list(query: V1.ListAuditQuery = {}, options?: CallOptions): List<V1.AuditRow> {
    return this.#calls.list({ method: 'GET', at: at`/audit`, query }, options)
  }
}

export class RequestsOperations {
  readonly #calls: CallsV1

  constructor(calls: CallsV1) {
    this.#calls = calls
  }

  /**
   * List what was asked lately.
   *
   * Of both APIs, the latest first, a few seconds late; not what the account page asks. The last 10,000 are
   * kept, for 30 days at most, and of very many in a second only some.
   *
   * `GET /v1/requests`, scope `requests:read`.
   */
  list(query: V1.ListRequestsQuery = {}, options?: CallOptions): List<V1.LoggedRequest> {
    return this.#calls.list({ method: 'GET', at: at`/requests`, query }, options)
  }
}

export class ShopOperations {
  readonly #calls: CallsV1

  constructor(calls: CallsV1) {
    this.#calls = calls
  }

  /**
   * Get the shop's settings.
   *
   * Of the shop whose token it is.
   *
   * `GET /v1/shop`, scope `shop:read`.
   */
  get(options?: CallOptions): Promise<V1.Shop> {
    return this.#calls.send({ method: 'GET', at: at`/shop` }, options)
  }

  /**
   * Change the shop's settings.
   *
   * What is left out stays. All machines go by it within a second.
   *
   * `PATCH /v1/shop`, scope `shop:write`.
   */
  update(body: V1.UpdateShopBody = {}, options?: WriteOptions): Promise<V1.Shop> {
    return this.#calls.send({ method: 'PATCH', at: at`/shop`, body }, options)
  }

  /**
   * Get the shop's key.
   *
   * Of the old API. Whoever has it can do all that the old API can.
   *
   * `GET /v1/shop/key`, scope `shop:key`.
   */
  getKey(options?: CallOptions): Promise<V1.ShopKey> {
    return this.#calls.send({ method: 'GET', at: at`/shop/key` }, options)
  }

  /**
   * Make the shop's key anew.
   *
   * The present one goes on working for a while, so that scripts can be changed; the one before stops at
   * once.
   *
   * `POST /v1/shop/key/rotate`, scope `shop:key`.
   */
  rotateKey(body: V1.RotateShopKeyBody = {}, options?: WriteOptions): Promise<V1.ShopKey> {
    return this.#calls.send({ method: 'POST', at: at`/shop/key/rotate`, body }, options)
  }
}
