// Made by «npm run derive» from packages/server/src/functions/registry.ts.
import type { ConsoleFunction } from '../pages/console/console-function.ts'

export const functions: readonly ConsoleFunction[] = [
  {
    "version": 1,
    "name": "GetBills",
    "title": "Find orders by customer",
    "kind": "read",
    "fields": [
      {
        "name": "email",
        "title": "E-mail",
        "description": "The customer's e-mail address, in any case of letters.",
        "options": [],
        "isTree": false,
        "isRequired": true,
        "sample": "buyer@example.com"
      },
      {
        "name": "pay_status",
        "title": "Payment status",
        "description": "Only orders in this state; all orders if left out or empty.",
        "options": [
          "waiting",
          "paid",
          "cancel",
          "return"
        ],
        "isTree": false,
        "isRequired": false,
        "sample": "paid"
      }
    ]
  },
  {
    "version": 1,
    "name": "CreateOrder",
    "title": "Create an order",
    "kind": "write",
    "fields": [
      {
        "name": "bill_email",
        "title": "E-mail",
        "description": "The customer's address: one `@`, something on each side, no spaces, at most 320 characters.",
        "options": [],
        "isTree": false,
        "isRequired": true,
        "sample": "anna@example.com"
      },
      {
        "name": "goods",
        "title": "Products",
        "description": "Each with `good_name` and, to set its price, `good_sum`.",
        "options": [],
        "isTree": true,
        "isRequired": true,
        "sample": "[0][good_name]=course"
      },
      {
        "name": "bill_first_name",
        "title": "First name",
        "description": "The customer's.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "bill_surname",
        "title": "Last name",
        "description": "The customer's.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "bill_middle_name",
        "title": "Middle name",
        "description": "The customer's.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "bill_otchestvo",
        "title": "Middle name",
        "description": "The older name of `bill_middle_name`.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "bill_phone",
        "title": "Phone",
        "description": "In any form.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "bill_country",
        "title": "Country",
        "description": "Of delivery.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "bill_region",
        "title": "Region",
        "description": "Of delivery.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "bill_city",
        "title": "City",
        "description": "Of delivery.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "bill_address",
        "title": "Address",
        "description": "Of delivery: street, house, flat.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "bill_postal_code",
        "title": "Postal code",
        "description": "Of delivery.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "bill_kupon",
        "title": "Coupon",
        "description": "Its code; one that does not count changes nothing.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "bill_coupon",
        "title": "Coupon",
        "description": "Another name of `bill_kupon`.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "bill_tag",
        "title": "Tag",
        "description": "A free label.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "bill_comment",
        "title": "Comment",
        "description": "The customer's.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "bill_ip",
        "title": "IP address",
        "description": "The customer's.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "bill_timer_kill",
        "title": "Cancels itself",
        "description": "True or left out: as set for the products; false: never; or at a time in Unix seconds.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "bill_created",
        "title": "Created",
        "description": "In Unix seconds; left out: now.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "bill_domain",
        "title": "Domain",
        "description": "Where the order was taken, without scheme.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "utm",
        "title": "Labels",
        "description": "`utm_medium` … `utm_term`, `aff_medium` … `aff_term`.",
        "options": [],
        "isTree": true,
        "isRequired": false,
        "sample": ""
      }
    ]
  },
  {
    "version": 1,
    "name": "UpdateOrderStatus",
    "title": "Change an order's status",
    "kind": "write",
    "fields": [
      {
        "name": "bill_id",
        "title": "Order number",
        "description": "As it was given when the order was created.",
        "options": [],
        "isTree": false,
        "isRequired": true,
        "sample": "258367"
      },
      {
        "name": "status",
        "title": "Status",
        "description": "What became of the order.",
        "options": [
          "sent",
          "paid",
          "return",
          "cancel"
        ],
        "isTree": false,
        "isRequired": false,
        "sample": "paid"
      },
      {
        "name": "date",
        "title": "Date",
        "description": "When it was paid or sent, in Unix seconds; needed for these two.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": "1700003600"
      },
      {
        "name": "rpo",
        "title": "Tracking number",
        "description": "Of the parcel; needed for an order that is sent.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      }
    ]
  },
  {
    "version": 1,
    "name": "DeleteOrder",
    "title": "Delete an order",
    "kind": "write",
    "fields": [
      {
        "name": "bill_id",
        "title": "Order number",
        "description": "As it was given when the order was created.",
        "options": [],
        "isTree": false,
        "isRequired": true,
        "sample": "258367"
      }
    ]
  },
  {
    "version": 1,
    "name": "getOrderDetails",
    "title": "Get an order with its products",
    "kind": "read",
    "fields": [
      {
        "name": "bill_id",
        "title": "Order number",
        "description": "As it was given when the order was created.",
        "options": [],
        "isTree": false,
        "isRequired": true,
        "sample": "258367"
      },
      {
        "name": "good_info",
        "title": "With product data",
        "description": "Adds product numbers and what can be paid in part.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": "1"
      }
    ]
  },
  {
    "version": 1,
    "name": "GetOrderInfo",
    "title": "Get an order without its products",
    "kind": "read",
    "fields": [
      {
        "name": "bill_id",
        "title": "Order number",
        "description": "As it was given when the order was created.",
        "options": [],
        "isTree": false,
        "isRequired": true,
        "sample": "258367"
      }
    ]
  },
  {
    "version": 1,
    "name": "getOrdersWithGoods",
    "title": "List a month of orders with their products",
    "kind": "read",
    "fields": [
      {
        "name": "begin_date",
        "title": "First day",
        "description": "`DD.MM.YYYY`, `YYYY-MM-DD` or Unix seconds.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": "01.01.2024"
      },
      {
        "name": "end_date",
        "title": "Last day",
        "description": "Included; left out: up to now.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": "31.01.2024"
      },
      {
        "name": "paid",
        "title": "Paid",
        "description": "Only paid orders, by the time of payment.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": "1"
      },
      {
        "name": "goods",
        "title": "Products",
        "description": "Numbers or names; an order must have one of them. Left out: any order.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      }
    ]
  },
  {
    "version": 1,
    "name": "GetOrders",
    "title": "List orders without their products",
    "kind": "read",
    "fields": [
      {
        "name": "date_s",
        "title": "From",
        "description": "In Unix seconds; left out: from the first.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": "1700000000"
      },
      {
        "name": "date_e",
        "title": "To",
        "description": "In Unix seconds, included; left out: up to the last.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": "1700003600"
      },
      {
        "name": "paid",
        "title": "Paid",
        "description": "Only paid orders, by the time of payment.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "goods",
        "title": "Products",
        "description": "Numbers or names; an order must have one of them. Left out: any order.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      }
    ]
  },
  {
    "version": 1,
    "name": "GetAllGoods",
    "title": "List products",
    "kind": "read",
    "fields": []
  },
  {
    "version": 1,
    "name": "AddGood",
    "title": "Add a product",
    "kind": "write",
    "fields": [
      {
        "name": "good_name",
        "title": "Product ID",
        "description": "Unique in the shop.",
        "options": [],
        "isTree": false,
        "isRequired": true,
        "sample": "course"
      },
      {
        "name": "good_type",
        "title": "Kind",
        "description": "`1`: sent by post; `0`: digital.",
        "options": [
          "1",
          "0"
        ],
        "isTree": false,
        "isRequired": true,
        "sample": "0"
      },
      {
        "name": "good_title",
        "title": "Title",
        "description": "What customers read.",
        "options": [],
        "isTree": false,
        "isRequired": true,
        "sample": "Course of cooking"
      },
      {
        "name": "good_sum",
        "title": "Price",
        "description": "Like `1500.00`.",
        "options": [],
        "isTree": false,
        "isRequired": true,
        "sample": "2000.00"
      },
      {
        "name": "good_api_url_notif",
        "title": "Notification of payment",
        "description": "Where to tell that an order is paid.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_api_url_new_order",
        "title": "Notification of an order",
        "description": "Where to tell that an order is created.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_timer",
        "title": "Timer",
        "description": "Whether unpaid orders cancel themselves.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_timer_unit",
        "title": "The timer's unit",
        "description": "`min`, `hour` or `day`.",
        "options": [
          "min",
          "hour",
          "day"
        ],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_timer_duration",
        "title": "The timer's length",
        "description": "In its unit.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_partner_fee",
        "title": "Partner's fee",
        "description": "A sum, like `150.00`; empty: none.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_partner_fee_perc",
        "title": "Partner's share",
        "description": "In percent, like `12.5`; empty: none.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_partner_pfee",
        "title": "Fee of level 2",
        "description": "A sum, like `50.00`; empty: none.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_partner_pfee_perc",
        "title": "Share of level 2",
        "description": "In percent, like `2.5`; empty: none.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "parent_id",
        "title": "Category",
        "description": "Kept as given.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_success_link",
        "title": "Page after the order",
        "description": "Kept as given.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_client_rassilki",
        "title": "Groups for customers",
        "description": "Kept as given.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_partner_show",
        "title": "Shown to partners",
        "description": "Kept as given.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_only_countries",
        "title": "Countries",
        "description": "Kept as given.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_publish",
        "title": "Published",
        "description": "Kept as given.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      }
    ]
  },
  {
    "version": 1,
    "name": "UpdateGood",
    "title": "Change a product",
    "kind": "write",
    "fields": [
      {
        "name": "good_name",
        "title": "Product ID",
        "description": "Unique in the shop.",
        "options": [],
        "isTree": false,
        "isRequired": true,
        "sample": "course"
      },
      {
        "name": "good_type",
        "title": "Kind",
        "description": "`1`: sent by post; `0`: digital.",
        "options": [
          "1",
          "0"
        ],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_title",
        "title": "Title",
        "description": "What customers read.",
        "options": [],
        "isTree": false,
        "isRequired": true,
        "sample": "Course of cooking"
      },
      {
        "name": "good_sum",
        "title": "Price",
        "description": "Like `1500.00`.",
        "options": [],
        "isTree": false,
        "isRequired": true,
        "sample": "1900"
      },
      {
        "name": "good_api_url_notif",
        "title": "Notification of payment",
        "description": "Where to tell that an order is paid.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_api_url_new_order",
        "title": "Notification of an order",
        "description": "Where to tell that an order is created.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_timer",
        "title": "Timer",
        "description": "Whether unpaid orders cancel themselves.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_timer_unit",
        "title": "The timer's unit",
        "description": "`min`, `hour` or `day`.",
        "options": [
          "min",
          "hour",
          "day"
        ],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_timer_duration",
        "title": "The timer's length",
        "description": "In its unit.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_partner_fee",
        "title": "Partner's fee",
        "description": "A sum, like `150.00`; empty: none.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_partner_fee_perc",
        "title": "Partner's share",
        "description": "In percent, like `12.5`; empty: none.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_partner_pfee",
        "title": "Fee of level 2",
        "description": "A sum, like `50.00`; empty: none.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_partner_pfee_perc",
        "title": "Share of level 2",
        "description": "In percent, like `2.5`; empty: none.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "parent_id",
        "title": "Category",
        "description": "Kept as given.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_success_link",
        "title": "Page after the order",
        "description": "Kept as given.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_client_rassilki",
        "title": "Groups for customers",
        "description": "Kept as given.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_partner_show",
        "title": "Shown to partners",
        "description": "Kept as given.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_only_countries",
        "title": "Countries",
        "description": "Kept as given.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "good_publish",
        "title": "Published",
        "description": "Kept as given.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      }
    ]
  },
  {
    "version": 1,
    "name": "DeleteGood",
    "title": "Delete a product",
    "kind": "write",
    "fields": [
      {
        "name": "good_name",
        "title": "Product ID",
        "description": "Unique in the shop.",
        "options": [],
        "isTree": false,
        "isRequired": true,
        "sample": "course"
      }
    ]
  },
  {
    "version": 2,
    "name": "createorder",
    "title": "Create an order",
    "kind": "write",
    "fields": [
      {
        "name": "customer_email",
        "title": "E-mail",
        "description": "The customer's address: one `@`, something on each side, no spaces, at most 320 characters.",
        "options": [],
        "isTree": false,
        "isRequired": true,
        "sample": "anna@example.com"
      },
      {
        "name": "product_names",
        "title": "Products",
        "description": "Names or numbers, with commas between them.",
        "options": [],
        "isTree": false,
        "isRequired": true,
        "sample": "course,ebook"
      },
      {
        "name": "customer_first_name",
        "title": "First name",
        "description": "The customer's.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "customer_last_name",
        "title": "Last name",
        "description": "The customer's.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "customer_middle_name",
        "title": "Middle name",
        "description": "The customer's.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "customer_phone",
        "title": "Phone",
        "description": "In any form.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "order_ip",
        "title": "IP address",
        "description": "The customer's.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "customer_shipping",
        "title": "Address",
        "description": "Of delivery, first line.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "customer_shipping_address_1",
        "title": "Address",
        "description": "Another name of `customer_shipping`.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "customer_shipping_address_2",
        "title": "Address, second line",
        "description": "Of delivery.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "customer_shipping_city",
        "title": "City",
        "description": "Of delivery.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "customer_shipping_state",
        "title": "Region",
        "description": "Of delivery.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "customer_shipping_zip",
        "title": "Postal code",
        "description": "Of delivery.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "customer_shipping_country_code",
        "title": "Country",
        "description": "Of delivery, as an ISO 3166 code.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "customer_shipping_phone",
        "title": "Phone for delivery",
        "description": "In any form.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "customer_billing_address_1",
        "title": "Address of the payer",
        "description": "First line.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "customer_billing_address_2",
        "title": "Address of the payer, second line",
        "description": "Second line.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "customer_billing_city",
        "title": "City of the payer",
        "description": "Its name.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "customer_billing_state",
        "title": "Region of the payer",
        "description": "Its name.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "customer_billing_zip",
        "title": "Postal code of the payer",
        "description": "In any form.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "customer_billing_country_code",
        "title": "Country of the payer",
        "description": "As an ISO 3166 code.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "product_prices",
        "title": "Prices",
        "description": "In the order of the products, with commas; empty: as set for the product.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "order_status",
        "title": "Status",
        "description": "`Expected` (if left out), `Paid`, `Cancel` or `MoneyBack`.",
        "options": [
          "Expected",
          "Paid",
          "Cancel",
          "MoneyBack"
        ],
        "isTree": false,
        "isRequired": false,
        "sample": "Paid"
      },
      {
        "name": "order_confirmed",
        "title": "Confirmed",
        "description": "`Yes`, `No`, `True`, `False` or `Confirmed`.",
        "options": [
          "Yes",
          "No",
          "True",
          "False",
          "Confirmed"
        ],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "order_created_at",
        "title": "Created",
        "description": "`30.01.2020 04:22:16`, `01/30/2020 04:22:16` or `2020-01-30 04:22:16`.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "order_paid_at",
        "title": "Paid at",
        "description": "In one of the same forms.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "order_tag",
        "title": "Tag",
        "description": "A free label.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "note",
        "title": "Comment",
        "description": "On the order.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "order_sales_manager",
        "title": "Sales manager",
        "description": "An employee's id.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "payment_method",
        "title": "Way of payment",
        "description": "`PayPal` or `Stripe`.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "coupon",
        "title": "Coupon",
        "description": "Its id, as getcoupons gives it, or its code.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "affiliates",
        "title": "Partners",
        "description": "Logins with commas between them, level 1 first.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "utm_medium",
        "title": "UTM medium",
        "description": "A label.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "utm_source",
        "title": "UTM source",
        "description": "A label.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "utm_campaign",
        "title": "UTM campaign",
        "description": "A label.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "utm_content",
        "title": "UTM content",
        "description": "A label.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      },
      {
        "name": "utm_term",
        "title": "UTM term",
        "description": "A label.",
        "options": [],
        "isTree": false,
        "isRequired": false,
        "sample": ""
      }
    ]
  },
  {
    "version": 2,
    "name": "getgoods",
    "title": "List products",
    "kind": "read",
    "fields": []
  },
  {
    "version": 2,
    "name": "getcoupons",
    "title": "List coupons",
    "kind": "read",
    "fields": []
  }
]
