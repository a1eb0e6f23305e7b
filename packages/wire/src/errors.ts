// Every answer's number and text (protocol section 6). The numbers are the protocol's and never change; clients compare
// some of the texts letter for letter.

type Row = {
  code: number
  /** As sent. Where `tail` names something, a space and that follow, as in `Permission denied for ip 203.0.113.7`. */
  text: string
  tail?: string
  when: string
}

export const successes = {
  ok: { code: 0, text: 'OK', when: 'The call succeeded.' },
  orderStatusChanged: { code: 0, text: 'Order status changed', when: 'UpdateOrderStatus succeeded.' },
  orderDeleted: { code: 0, text: 'Order deleted', when: 'DeleteOrder succeeded.' },
  activationSent: {
    code: 0,
    text: 'Activation email sent to subscriber',
    when: 'AddLeadToGroup succeeded; the subscriber has yet to confirm.',
  },
} as const satisfies Record<string, Row>

export const errors = {
  // Any function
  noHash: { code: 1, text: 'Not transferred hash', when: 'The request has neither `hash` nor `rpsKey`.' },
  noData: { code: 2, text: 'No transmitted data', when: 'The function needs parameters and the request has none.' },
  wrongData: {
    code: 3,
    text: 'Wrong posted data',
    when: 'A parameter is missing or malformed and has no error of its own; or the function does not exist.',
  },
  wrongHash: { code: 4, text: 'Incorrect hash', when: '`hash` or `rpsKey` is not right.' },
  unknownUser: { code: 5, text: 'Invalid user name', when: 'The login is not given or unknown.' },
  addressDenied: {
    code: 6,
    text: 'Permission denied for ip',
    tail: "the caller's address",
    when: 'The account does not allow calls from this address.',
  },
  accountDisabled: { code: 7, text: 'Account disabled', when: 'The account, or the API for it, is switched off.' },
  rateLimited: {
    code: 8,
    text: 'API request limit exceeded',
    when: 'This address has used up its requests for now.',
  },

  // AddLeadToGroup
  emailMissing: { code: 100, text: 'Email is missing', when: 'No e-mail address is given.' },
  subscriptionFailed: {
    code: 101,
    text: 'Subscription error:',
    tail: 'a description',
    when: 'The subscription failed for another reason.',
  },
  alreadySubscribed: {
    code: 102,
    text: 'The subscriber is already registered',
    when: 'The subscriber is in all the given groups already.',
  },
  unknownSubscriptionGroup: {
    code: 103,
    text: 'Has an invalid subscriptions group',
    when: 'One of the given groups does not exist.',
  },
  subscriptionForbidden: {
    code: 104,
    text: 'Subscription forbidden for',
    tail: "the group's id",
    when: 'Nobody can be added to this group, which fills itself.',
  },

  // UpdateOrderStatus; the last also for DeleteOrder, getOrderDetails and GetOrderInfo
  nonexistentOrder: { code: 200, text: 'Nonexistent order', when: 'No order has this number.' },
  wrongStatus: { code: 201, text: 'Wrong status', when: 'The word for the status is not one of the protocol.' },
  orderNotPaid: { code: 202, text: 'Order not paid', when: 'The order could not be marked as paid.' },
  orderNumberEmpty: { code: 203, text: 'Order number is empty', when: 'No order number is given.' },

  // DeleteOrder
  nonexistentOrderToDelete: { code: 302, text: 'Nonexistent order', when: 'No order has this number.' },
  wrongStatusToDelete: { code: 303, text: 'Wrong status', when: 'Never: documented, but we do not send it.' },

  // GetBills, getOrderDetails, GetOrderInfo
  orderNotFound: { code: 400, text: 'Order not found', when: 'There is no order for this e-mail address or number.' },

  // GetLeadGroups, GetLeadGroupStatuses
  subscriberNotFound: { code: 500, text: 'Subscriber not found', when: 'No contact has this e-mail address.' },
  groupNotFound: { code: 501, text: 'Group not found', when: 'The contact is in no group.' },

  // CreateOrder
  wrongEmail: { code: 600, text: 'Wrong email', when: 'The e-mail address is missing or malformed.' },
  orderExists: {
    code: 601,
    text: 'Order already exist. his number send in result array.',
    when: 'The same order exists; `result.bill_id` is its number.',
  },
  orderNotCreated: { code: 602, text: 'Error creating order', when: 'The order could not be created.' },
  missingProducts: { code: 603, text: 'Missing products', when: 'The order has no products.' },
  productNotFound: {
    code: 604,
    text: 'Product not exist',
    when: 'A product does not exist; `result.good_name` is the ID that was given for it.',
  },
  missingDeliveryData: {
    code: 605,
    text: 'Not having any data for delivery products',
    when: 'There are physical products in the order, but no name or address.',
  },

  // GetAllGoods of API 1.0
  noProducts: { code: 700, text: 'No products', when: 'The shop is empty.' },

  // DeleteSubscribe, UpdateSubscriberData
  noSuchGroup: { code: 800, text: 'Group subscribers is not found', when: 'The given group does not exist.' },
  noSuchSubscriber: {
    code: 801,
    text: 'Subscriber with such address is not found',
    when: 'No subscriber has this e-mail address.',
  },
} as const satisfies Record<string, Row>

export type SuccessName = keyof typeof successes
export type ErrorName = keyof typeof errors

/** What an answer's `result` may be: clients fail on anything but an array or object (protocol section 5). */
export type AnswerResult = readonly unknown[] | { readonly [key: string]: unknown }

/** A refusal that reaches the caller as one row of {@link errors}. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly errorName: ErrorName
  readonly code: number
  /** What is sent, the tail included. */
  readonly text: string
  readonly result: AnswerResult

  /** `tail` is for the rows that have one; `result` for those whose `when` speaks of it; `cause` for the log only. */
  constructor(
    errorName: ErrorName,
    { tail, result = [], ...options }: { tail?: string; result?: AnswerResult; cause?: unknown } = {},
  ) {
    const { code, text } = errors[errorName]
    const sent = tail === undefined ? text : `${text} ${tail}`
    super(sent, options)
    this.errorName = errorName
    this.code = code
    this.text = sent
    this.result = result
  }
}
