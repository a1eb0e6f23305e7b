// Made by «npm run derive» from packages/server/src/functions/registry.ts.

/** Every error of the order API: its name here, and its code on the wire. */
export interface ErrorCodes {
  /** «Not transferred hash»: The request has neither `hash` nor `rpsKey`. */
  readonly noHash: 1
  /** «No transmitted data»: The function needs parameters and the request has none. */
  readonly noData: 2
  /**
   * «Wrong posted data»: A parameter is missing or malformed and has no error of its own; or the function
   * does not exist.
   */
  readonly wrongData: 3
  /** «Incorrect hash»: `hash` or `rpsKey` is not right. */
  readonly wrongHash: 4
  /** «Invalid user name»: The login is not given or unknown. */
  readonly unknownUser: 5
  /** «Permission denied for ip»: The account does not allow calls from this address. */
  readonly addressDenied: 6
  /** «Account disabled»: The account, or the API for it, is switched off. */
  readonly accountDisabled: 7
  /** «API request limit exceeded»: This address has used up its requests for now. */
  readonly rateLimited: 8
  /** «Email is missing»: No e-mail address is given. */
  readonly emailMissing: 100
  /** «Subscription error:»: The subscription failed for another reason. */
  readonly subscriptionFailed: 101
  /** «The subscriber is already registered»: The subscriber is in all the given groups already. */
  readonly alreadySubscribed: 102
  /** «Has an invalid subscriptions group»: One of the given groups does not exist. */
  readonly unknownSubscriptionGroup: 103
  /** «Subscription forbidden for»: Nobody can be added to this group, which fills itself. */
  readonly subscriptionForbidden: 104
  /** «Nonexistent order»: No order has this number. */
  readonly nonexistentOrder: 200
  /** «Wrong status»: The word for the status is not one of the protocol. */
  readonly wrongStatus: 201
  /** «Order not paid»: The order could not be marked as paid. */
  readonly orderNotPaid: 202
  /** «Order number is empty»: No order number is given. */
  readonly orderNumberEmpty: 203
  /** «Nonexistent order»: No order has this number. */
  readonly nonexistentOrderToDelete: 302
  /** «Wrong status»: Never: documented, but we do not send it. */
  readonly wrongStatusToDelete: 303
  /** «Order not found»: There is no order for this e-mail address or number. */
  readonly orderNotFound: 400
  /** «Subscriber not found»: No contact has this e-mail address. */
  readonly subscriberNotFound: 500
  /** «Group not found»: The contact is in no group. */
  readonly groupNotFound: 501
  /** «Wrong email»: The e-mail address is missing or malformed. */
  readonly wrongEmail: 600
  /**
   * «Order already exist. his number send in result array.»: The same order exists; `result.bill_id` is its
   * number.
   */
  readonly orderExists: 601
  /** «Error creating order»: The order could not be created. */
  readonly orderNotCreated: 602
  /** «Missing products»: The order has no products. */
  readonly missingProducts: 603
  /** «Product not exist»: A product does not exist; `result.good_name` is the ID that was given for it. */
  readonly productNotFound: 604
  /**
   * «Not having any data for delivery products»: There are physical products in the order, but no name or
   * address.
   */
  readonly missingDeliveryData: 605
  /** «No products»: The shop is empty. */
  readonly noProducts: 700
  /** «Group subscribers is not found»: The given group does not exist. */
  readonly noSuchGroup: 800
  /** «Subscriber with such address is not found»: No subscriber has this e-mail address. */
  readonly noSuchSubscriber: 801
}

export type ErrorName = keyof ErrorCodes

export type ErrorCode = ErrorCodes[ErrorName]

/** A product in an order, with what is handed out. */
export interface ItemDetails {
  /** The product's symbolic name, `good_name`. */
  readonly id: string
  /** What the product was called on the day of the order. */
  readonly title: string
  /** What it costs in this order, discounts included, like `1500.00`. */
  readonly sum: string
  /** What its settings asked for it, like `2000.00`. */
  readonly price: string
  /** Whose sale it was, level 1 first; empty: nobody's. */
  readonly partners: readonly PartnerObject[]
  /** What is handed out after payment; empty: nothing. */
  readonly pincode: string
}

/** Whose sale an item was. */
export interface PartnerObject {
  /** 1: who brought the customer; 2: who brought that partner; and so on. */
  readonly partner_lvl: number
  /** The partner's number. */
  readonly partner_id: number
  /** The partner's login. */
  readonly partner_name: string
  /** What the partner earns by it, like `150.00`. */
  readonly partner_fee: string
}

/** An order, without its products. */
export interface OrderObject {
  /** The order number. */
  readonly id: number
  readonly first_name: string
  readonly last_name: string
  readonly middle_name: string
  /** The customer's address, as it was given. */
  readonly email: string
  readonly phone: string
  /** Of delivery. */
  readonly city: string
  /** Of delivery. */
  readonly country: string
  /** Of delivery: street, house, flat. */
  readonly address: string
  /** Of delivery. */
  readonly region: string
  /** Of delivery. */
  readonly postalcode: string
  /** When it was created, in Unix seconds. */
  readonly created: number
  /** What became of it. */
  readonly pay_status: 'waiting' | 'paid' | 'cancel' | 'return'
  /** When it was paid, in Unix seconds; null: it was not. */
  readonly paid: number | null
  /** `physical`: something in it is sent by post. */
  readonly type: 'digital' | 'physical'
  /** How it was paid; empty: not known. */
  readonly payway: string
  readonly comment: string
  /** Where the order was taken, without scheme; empty: not known. */
  readonly domain: string
  /** Its page, where the customer pays; without a `domain`, a path only. */
  readonly link: string
  /** How many products are in it. */
  readonly good_count: number
  /** What it costs in all, like `1500.00`. */
  readonly price: string
  /** Whether it was made by a subscription. */
  readonly is_recurrent: boolean
  /** What is left to pay, like `1500.00`. */
  readonly bill_sum_topay: string
  /** The shop's own label. */
  readonly tag: string
  /** The code of its coupon; empty: none. */
  readonly kupon: string
  /** The same as `kupon`. */
  readonly coupon: string
  /** Where the customer came from; texts may be empty. */
  readonly utm: {
    readonly medium: string
    readonly source: string
    readonly campaign: string
    readonly content: string
    readonly term: string
  }
}

/** A product in an order. */
export interface ItemObject {
  /** The product's symbolic name, `good_name`. */
  readonly id: string
  /** What the product was called on the day of the order. */
  readonly title: string
  /** What it costs in this order, discounts included, like `1500.00`. */
  readonly sum: string
  /** What its settings asked for it, like `2000.00`. */
  readonly price: string
  /** Whose sale it was, level 1 first; empty: nobody's. */
  readonly partners: readonly PartnerObject[]
}

/** What `GetBills` takes. */
export interface GetBillsParameters {
  /** E-mail. The customer's e-mail address, in any case of letters. */
  readonly email: string
  /** Payment status. Only orders in this state; all orders if left out or empty. */
  readonly pay_status?: 'waiting' | 'paid' | 'cancel' | 'return' | '' | undefined
}

/** What `GetBills` gives. */
export type GetBillsResult = Readonly<Record<string, Readonly<Record<string, {
  /** Product ID. The product's symbolic name, as in the link to its order page. */
  readonly good_name: string
  /** Product title. What the product was called on the day of the order. */
  readonly good_title: string
}>>>>

/** What `CreateOrder` takes. */
export interface CreateOrderParameters {
  /** E-mail. The customer's address: one `@`, something on each side, no spaces, at most 320 characters. */
  readonly bill_email: string
  /** Products. Each with `good_name` and, to set its price, `good_sum`. */
  readonly goods: readonly {
    /** The product's name or, where no product has that name, its number. */
    readonly good_name: string | number
    /** What it is to cost here, like `1500.00`; left out: as set for the product. */
    readonly good_sum?: string | number | undefined
  }[]
  /** First name. The customer's. */
  readonly bill_first_name?: string | undefined
  /** Last name. The customer's. */
  readonly bill_surname?: string | undefined
  /** Middle name. The customer's. */
  readonly bill_middle_name?: string | undefined
  /** Middle name. The older name of `bill_middle_name`. */
  readonly bill_otchestvo?: string | undefined
  /** Phone. In any form. */
  readonly bill_phone?: string | undefined
  /** Country. Of delivery. */
  readonly bill_country?: string | undefined
  /** Region. Of delivery. */
  readonly bill_region?: string | undefined
  /** City. Of delivery. */
  readonly bill_city?: string | undefined
  /** Address. Of delivery: street, house, flat. */
  readonly bill_address?: string | undefined
  /** Postal code. Of delivery. */
  readonly bill_postal_code?: string | undefined
  /** Coupon. Its code; one that does not count changes nothing. */
  readonly bill_kupon?: string | undefined
  /** Coupon. Another name of `bill_kupon`. */
  readonly bill_coupon?: string | undefined
  /** Tag. A free label. */
  readonly bill_tag?: string | undefined
  /** Comment. The customer's. */
  readonly bill_comment?: string | undefined
  /** IP address. The customer's. */
  readonly bill_ip?: string | undefined
  /** Cancels itself. True or left out: as set for the products; false: never; or at a time in Unix seconds. */
  readonly bill_timer_kill?: boolean | number | undefined
  /** Created. In Unix seconds; left out: now. */
  readonly bill_created?: number | undefined
  /** Domain. Where the order was taken, without scheme. */
  readonly bill_domain?: string | undefined
  /** Labels. `utm_medium` … `utm_term`, `aff_medium` … `aff_term`. */
  readonly utm?: {
    readonly utm_medium?: string | undefined
    readonly utm_source?: string | undefined
    readonly utm_campaign?: string | undefined
    readonly utm_content?: string | undefined
    readonly utm_term?: string | undefined
    readonly aff_medium?: string | undefined
    readonly aff_source?: string | undefined
    readonly aff_campaign?: string | undefined
    readonly aff_content?: string | undefined
    readonly aff_term?: string | undefined
  } | undefined
}

/** What `CreateOrder` gives. */
export interface CreateOrderResult {
  /** The number of the order. */
  readonly bill_id: number
}

/** What `UpdateOrderStatus` takes. */
export interface UpdateOrderStatusParameters {
  /** Order number. As it was given when the order was created. */
  readonly bill_id: number | string
  /** What became of the order. */
  readonly status: 'sent' | 'paid' | 'return' | 'cancel'
  /** When it was paid or sent, in Unix seconds; needed for these two. */
  readonly date?: number | undefined
  /** Tracking number. Of the parcel; needed for an order that is sent. */
  readonly rpo?: string | undefined
}

/** What `UpdateOrderStatus` gives. */
export type UpdateOrderStatusResult = readonly never[]

/** What `DeleteOrder` takes. */
export interface DeleteOrderParameters {
  /** Order number. As it was given when the order was created. */
  readonly bill_id: number | string
}

/** What `DeleteOrder` gives. */
export type DeleteOrderResult = readonly never[]

/** What `getOrderDetails` takes. */
export interface GetOrderDetailsParameters {
  /** Order number. As it was given when the order was created. */
  readonly bill_id: number | string
  /** With product data. Adds product numbers and what can be paid in part. */
  readonly good_info?: boolean | undefined
}

/** What `getOrderDetails` gives. */
export interface GetOrderDetailsResult {
  /** The order number. */
  readonly id: number
  readonly first_name: string
  readonly last_name: string
  readonly middle_name: string
  /** The customer's address, as it was given. */
  readonly email: string
  readonly phone: string
  /** Of delivery. */
  readonly city: string
  /** Of delivery. */
  readonly country: string
  /** Of delivery: street, house, flat. */
  readonly address: string
  /** Of delivery. */
  readonly region: string
  /** Of delivery. */
  readonly postalcode: string
  /** When it was created, in Unix seconds. */
  readonly created: number
  /** What became of it. */
  readonly pay_status: 'waiting' | 'paid' | 'cancel' | 'return'
  /** When it was paid, in Unix seconds; null: it was not. */
  readonly paid: number | null
  /** `physical`: something in it is sent by post. */
  readonly type: 'digital' | 'physical'
  /** How it was paid; empty: not known. */
  readonly payway: string
  readonly comment: string
  /** Where the order was taken, without scheme; empty: not known. */
  readonly domain: string
  /** Its page, where the customer pays; without a `domain`, a path only. */
  readonly link: string
  /** How many products are in it. */
  readonly good_count: number
  /** What it costs in all, like `1500.00`. */
  readonly price: string
  /** Whether it was made by a subscription. */
  readonly is_recurrent: boolean
  /** What is left to pay, like `1500.00`. */
  readonly bill_sum_topay: string
  /** The shop's own label. */
  readonly tag: string
  /** The code of its coupon; empty: none. */
  readonly kupon: string
  /** The same as `kupon`. */
  readonly coupon: string
  /** Where the customer came from; texts may be empty. */
  readonly utm: {
    readonly medium: string
    readonly source: string
    readonly campaign: string
    readonly content: string
    readonly term: string
  }
  readonly items: readonly ItemDetails[]
  /** Product numbers, with commas between them. */
  readonly good_ids?: string | undefined
  /** 1: it can be paid in part. */
  readonly prepayment_enabled?: 0 | 1 | undefined
  /** The least that can be paid in part, like `500.00`. */
  readonly prepayment_minsum?: string | undefined
}

/** What `GetOrderInfo` takes. */
export interface GetOrderInfoParameters {
  /** Order number. As it was given when the order was created. */
  readonly bill_id: number | string
}

/** What `GetOrderInfo` gives. */
export type GetOrderInfoResult = OrderObject

/** What `getOrdersWithGoods` takes. */
export interface GetOrdersWithGoodsParameters {
  /** First day. `DD.MM.YYYY`, `YYYY-MM-DD` or Unix seconds. */
  readonly begin_date?: string | number | undefined
  /** Last day. Included; left out: up to now. */
  readonly end_date?: string | number | undefined
  /** Only paid orders, by the time of payment. */
  readonly paid?: boolean | undefined
  /** Products. Numbers or names; an order must have one of them. Left out: any order. */
  readonly goods?: readonly (number | string)[] | string | undefined
}

/** What `getOrdersWithGoods` gives. */
export type GetOrdersWithGoodsResult = readonly {
  /** The order number. */
  readonly id: number
  readonly first_name: string
  readonly last_name: string
  readonly middle_name: string
  /** The customer's address, as it was given. */
  readonly email: string
  readonly phone: string
  /** Of delivery. */
  readonly city: string
  /** Of delivery. */
  readonly country: string
  /** Of delivery: street, house, flat. */
  readonly address: string
  /** Of delivery. */
  readonly region: string
  /** Of delivery. */
  readonly postalcode: string
  /** When it was created, in Unix seconds. */
  readonly created: number
  /** What became of it. */
  readonly pay_status: 'waiting' | 'paid' | 'cancel' | 'return'
  /** When it was paid, in Unix seconds; null: it was not. */
  readonly paid: number | null
  /** `physical`: something in it is sent by post. */
  readonly type: 'digital' | 'physical'
  /** How it was paid; empty: not known. */
  readonly payway: string
  readonly comment: string
  /** Where the order was taken, without scheme; empty: not known. */
  readonly domain: string
  /** Its page, where the customer pays; without a `domain`, a path only. */
  readonly link: string
  /** How many products are in it. */
  readonly good_count: number
  /** What it costs in all, like `1500.00`. */
  readonly price: string
  /** Whether it was made by a subscription. */
  readonly is_recurrent: boolean
  /** What is left to pay, like `1500.00`. */
  readonly bill_sum_topay: string
  /** The shop's own label. */
  readonly tag: string
  /** The code of its coupon; empty: none. */
  readonly kupon: string
  /** The same as `kupon`. */
  readonly coupon: string
  /** Where the customer came from; texts may be empty. */
  readonly utm: {
    readonly medium: string
    readonly source: string
    readonly campaign: string
    readonly content: string
    readonly term: string
  }
  readonly items: readonly ItemObject[]
}[]

/** What `GetOrders` takes. */
export interface GetOrdersParameters {
  /** From. In Unix seconds; left out: from the first. */
  readonly date_s?: number | undefined
  /** To. In Unix seconds, included; left out: up to the last. */
  readonly date_e?: number | undefined
  /** Only paid orders, by the time of payment. */
  readonly paid?: boolean | undefined
  /** Products. Numbers or names; an order must have one of them. Left out: any order. */
  readonly goods?: readonly (number | string)[] | string | undefined
}

/** What `GetOrders` gives. */
export type GetOrdersResult = readonly OrderObject[]

/** What `GetAllGoods` gives. */
export type GetAllGoodsResult = readonly {
  /** The product's number. */
  readonly good_id: number
  /** Product ID. The product's symbolic name, as in the link to its order page. */
  readonly good_name: string
  /** What customers read. */
  readonly good_title: string
  /** Its price in the shop's currency, like `1500.00`. */
  readonly good_sum: string
  /** `1`: sent by post; `0`: digital; empty: the buyer names the price. */
  readonly good_type: '0' | '1' | ''
}[]

/** What `AddGood` takes. */
export interface AddGoodParameters {
  /** Product ID. Unique in the shop. */
  readonly good_name: string
  /** Kind. `1`: sent by post; `0`: digital. */
  readonly good_type: '1' | '0'
  /** Title. What customers read. */
  readonly good_title: string
  /** Price. Like `1500.00`. */
  readonly good_sum: string | number
  /** Notification of payment. Where to tell that an order is paid. */
  readonly good_api_url_notif?: string | undefined
  /** Notification of an order. Where to tell that an order is created. */
  readonly good_api_url_new_order?: string | undefined
  /** Timer. Whether unpaid orders cancel themselves. */
  readonly good_timer?: boolean | undefined
  /** The timer's unit. `min`, `hour` or `day`. */
  readonly good_timer_unit?: 'min' | 'hour' | 'day' | '' | undefined
  /** The timer's length. In its unit. */
  readonly good_timer_duration?: number | undefined
  /** Partner's fee. A sum, like `150.00`; empty: none. */
  readonly good_partner_fee?: string | number | undefined
  /** Partner's share. In percent, like `12.5`; empty: none. */
  readonly good_partner_fee_perc?: string | number | undefined
  /** Fee of level 2. A sum, like `50.00`; empty: none. */
  readonly good_partner_pfee?: string | number | undefined
  /** Share of level 2. In percent, like `2.5`; empty: none. */
  readonly good_partner_pfee_perc?: string | number | undefined
  /** Category. Kept as given. */
  readonly parent_id?: string | undefined
  /** Page after the order. Kept as given. */
  readonly good_success_link?: string | undefined
  /** Groups for customers. Kept as given. */
  readonly good_client_rassilki?: string | undefined
  /** Shown to partners. Kept as given. */
  readonly good_partner_show?: string | undefined
  /** Countries. Kept as given. */
  readonly good_only_countries?: string | undefined
  /** Published. Kept as given. */
  readonly good_publish?: string | undefined
  /** Whatever else is to be kept under such a name. */
  readonly [setting: `good_${string}`]: string | number | boolean | null | undefined
}

/** What `AddGood` gives. */
export interface AddGoodResult {
  /** The product's number. */
  readonly good_id: number
}

/** What `UpdateGood` takes. */
export interface UpdateGoodParameters {
  /** Product ID. Unique in the shop. */
  readonly good_name: string
  /** Kind. `1`: sent by post; `0`: digital. */
  readonly good_type?: '1' | '0' | '' | undefined
  /** Title. What customers read. */
  readonly good_title: string
  /** Price. Like `1500.00`. */
  readonly good_sum: string | number
  /** Notification of payment. Where to tell that an order is paid. */
  readonly good_api_url_notif?: string | undefined
  /** Notification of an order. Where to tell that an order is created. */
  readonly good_api_url_new_order?: string | undefined
  /** Timer. Whether unpaid orders cancel themselves. */
  readonly good_timer?: boolean | undefined
  /** The timer's unit. `min`, `hour` or `day`. */
  readonly good_timer_unit?: 'min' | 'hour' | 'day' | '' | undefined
  /** The timer's length. In its unit. */
  readonly good_timer_duration?: number | undefined
  /** Partner's fee. A sum, like `150.00`; empty: none. */
  readonly good_partner_fee?: string | number | undefined
  /** Partner's share. In percent, like `12.5`; empty: none. */
  readonly good_partner_fee_perc?: string | number | undefined
  /** Fee of level 2. A sum, like `50.00`; empty: none. */
  readonly good_partner_pfee?: string | number | undefined
  /** Share of level 2. In percent, like `2.5`; empty: none. */
  readonly good_partner_pfee_perc?: string | number | undefined
  /** Category. Kept as given. */
  readonly parent_id?: string | undefined
  /** Page after the order. Kept as given. */
  readonly good_success_link?: string | undefined
  /** Groups for customers. Kept as given. */
  readonly good_client_rassilki?: string | undefined
  /** Shown to partners. Kept as given. */
  readonly good_partner_show?: string | undefined
  /** Countries. Kept as given. */
  readonly good_only_countries?: string | undefined
  /** Published. Kept as given. */
  readonly good_publish?: string | undefined
  /** Whatever else is to be kept under such a name. */
  readonly [setting: `good_${string}`]: string | number | boolean | null | undefined
}

/** What `UpdateGood` gives. */
export type UpdateGoodResult = readonly never[]

/** What `DeleteGood` takes. */
export interface DeleteGoodParameters {
  /** Product ID. Unique in the shop. */
  readonly good_name: string
}

/** What `DeleteGood` gives. */
export type DeleteGoodResult = readonly never[]

/** What `createorder` of API 2.0 takes. */
export interface Createorder2Parameters {
  /** E-mail. The customer's address: one `@`, something on each side, no spaces, at most 320 characters. */
  readonly customer_email: string
  /** Products. Names or numbers, with commas between them. */
  readonly product_names: string
  /** First name. The customer's. */
  readonly customer_first_name?: string | undefined
  /** Last name. The customer's. */
  readonly customer_last_name?: string | undefined
  /** Middle name. The customer's. */
  readonly customer_middle_name?: string | undefined
  /** Phone. In any form. */
  readonly customer_phone?: string | undefined
  /** IP address. The customer's. */
  readonly order_ip?: string | undefined
  /** Address. Of delivery, first line. */
  readonly customer_shipping?: string | undefined
  /** Address. Another name of `customer_shipping`. */
  readonly customer_shipping_address_1?: string | undefined
  /** Address, second line. Of delivery. */
  readonly customer_shipping_address_2?: string | undefined
  /** City. Of delivery. */
  readonly customer_shipping_city?: string | undefined
  /** Region. Of delivery. */
  readonly customer_shipping_state?: string | undefined
  /** Postal code. Of delivery. */
  readonly customer_shipping_zip?: string | undefined
  /** Country. Of delivery, as an ISO 3166 code. */
  readonly customer_shipping_country_code?: string | undefined
  /** Phone for delivery. In any form. */
  readonly customer_shipping_phone?: string | undefined
  /** Address of the payer. First line. */
  readonly customer_billing_address_1?: string | undefined
  /** Address of the payer, second line. Second line. */
  readonly customer_billing_address_2?: string | undefined
  /** City of the payer. Its name. */
  readonly customer_billing_city?: string | undefined
  /** Region of the payer. Its name. */
  readonly customer_billing_state?: string | undefined
  /** Postal code of the payer. In any form. */
  readonly customer_billing_zip?: string | undefined
  /** Country of the payer. As an ISO 3166 code. */
  readonly customer_billing_country_code?: string | undefined
  /** Prices. In the order of the products, with commas; empty: as set for the product. */
  readonly product_prices?: string | undefined
  /** Status. `Expected` (if left out), `Paid`, `Cancel` or `MoneyBack`. */
  readonly order_status?: 'Expected' | 'Paid' | 'Cancel' | 'MoneyBack' | undefined
  /** Confirmed. `Yes`, `No`, `True`, `False` or `Confirmed`. */
  readonly order_confirmed?: 'Yes' | 'No' | 'True' | 'False' | 'Confirmed' | undefined
  /** Created. `30.01.2020 04:22:16`, `01/30/2020 04:22:16` or `2020-01-30 04:22:16`. */
  readonly order_created_at?: string | undefined
  /** Paid at. In one of the same forms. */
  readonly order_paid_at?: string | undefined
  /** Tag. A free label. */
  readonly order_tag?: string | undefined
  /** Comment. On the order. */
  readonly note?: string | undefined
  /** Sales manager. An employee's id. */
  readonly order_sales_manager?: string | undefined
  /** Way of payment. `PayPal` or `Stripe`. */
  readonly payment_method?: string | undefined
  /** Its id, as getcoupons gives it, or its code. */
  readonly coupon?: string | undefined
  /** Partners. Logins with commas between them, level 1 first. */
  readonly affiliates?: string | undefined
  /** A label. */
  readonly utm_medium?: string | undefined
  /** A label. */
  readonly utm_source?: string | undefined
  /** A label. */
  readonly utm_campaign?: string | undefined
  /** A label. */
  readonly utm_content?: string | undefined
  /** A label. */
  readonly utm_term?: string | undefined
}

/** What `createorder` of API 2.0 gives. */
export interface Createorder2Result {
  /** The number of the order. */
  readonly bill_id: number
}

/** What `getgoods` of API 2.0 gives. */
export type Getgoods2Result = readonly {
  /** The product's number. */
  readonly id: number
  /** Product ID. The product's symbolic name, as in the link to its order page. */
  readonly good_name: string
  readonly good_title: string
}[]

/** What `getcoupons` of API 2.0 gives. */
export type Getcoupons2Result = readonly {
  /** The coupon's number. */
  readonly id: number
  /** Its code. */
  readonly coupon: string
}[]
