// Made by «npm run derive» from the operations of packages/server/src/operations/registry.ts.
/** What an integration says of API v1 to people who do not read its documentation. */

export interface Field {
  /** As in API v1. */
  readonly name: string
  /** For people. */
  readonly title: string
  /** In CommonMark. */
  readonly description?: string
  /** `money`: an integer of minor units. `texts`: names with a text each. `json`: one of several forms. */
  readonly type: 'text' | 'integer' | 'number' | 'money' | 'boolean' | 'moment' | 'object' | 'list' | 'texts' | 'json'
  readonly isRequired?: true
  /** All that the value, or each in a list, may be. */
  readonly choices?: readonly string[]
  /** What is in the object, or in each of the list; left out of a list: it has texts. */
  readonly fields?: readonly Field[]
}

export interface Operation {
  readonly title: string
  readonly description?: string
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** After `/v1`, with names in braces. */
  readonly at: string
  /** What a token must allow. */
  readonly scope: string
  readonly path: readonly Field[]
  readonly query: readonly Field[]
  readonly body: readonly Field[]
}

export interface Resource {
  readonly fields: readonly Field[]
  readonly sample: Readonly<Record<string, unknown>>
}

export type OperationName = 'getShop' | 'listOrders' | 'getOrder' | 'createOrder' | 'payOrder' | 'sendOrder' | 'cancelOrder' | 'returnOrder' | 'listProducts' | 'getProduct' | 'listEvents' | 'createWebhookEndpoint' | 'deleteWebhookEndpoint'

export const operations: Readonly<Record<OperationName, Operation>> = {
  "getShop": {
    "title": "Get the shop's settings",
    "description": "Of the shop whose token it is.",
    "method": "GET",
    "at": "/shop",
    "scope": "shop:read",
    "path": [],
    "query": [],
    "body": []
  },
  "listOrders": {
    "title": "List orders",
    "description": "All conditions together.",
    "method": "GET",
    "at": "/orders",
    "scope": "orders:read",
    "path": [],
    "query": [
      {
        "name": "q",
        "title": "Search",
        "description": "Words that must all be there, in any order and case, each as a part of the number, a name, the e-mail address or the phone.",
        "type": "text"
      },
      {
        "name": "email",
        "title": "E-mail",
        "description": "The customer's e-mail address, in any case of letters.",
        "type": "text"
      },
      {
        "name": "number",
        "title": "Order number",
        "type": "integer"
      },
      {
        "name": "status",
        "title": "Status",
        "description": "Any of these.",
        "type": "list",
        "choices": [
          "waiting",
          "paid",
          "cancelled",
          "returned"
        ]
      },
      {
        "name": "product",
        "title": "Product",
        "description": "The name or number of a product that is in the order.",
        "type": "text"
      },
      {
        "name": "tag",
        "title": "Tag",
        "type": "text"
      },
      {
        "name": "created_from",
        "title": "Created from",
        "description": "This moment included.",
        "type": "moment"
      },
      {
        "name": "created_until",
        "title": "Created until",
        "description": "This moment not included.",
        "type": "moment"
      },
      {
        "name": "paid_from",
        "title": "Paid from",
        "description": "This moment included.",
        "type": "moment"
      },
      {
        "name": "paid_until",
        "title": "Paid until",
        "description": "This moment not included.",
        "type": "moment"
      },
      {
        "name": "deleted",
        "title": "Deleted",
        "description": "true: those that were deleted, instead of those that are there.",
        "type": "text",
        "choices": [
          "true",
          "false"
        ]
      },
      {
        "name": "sort",
        "title": "Sort",
        "description": "-: the last first. By paid_at come those only that were paid at some time.",
        "type": "text",
        "choices": [
          "created_at",
          "-created_at",
          "number",
          "-number",
          "paid_at",
          "-paid_at"
        ]
      },
      {
        "name": "limit",
        "title": "Limit",
        "description": "The most entries that the answer may have; left out: 50.",
        "type": "integer"
      },
      {
        "name": "cursor",
        "title": "Cursor",
        "type": "text"
      }
    ],
    "body": []
  },
  "getOrder": {
    "title": "Get an order",
    "method": "GET",
    "at": "/orders/{number}",
    "scope": "orders:read",
    "path": [
      {
        "name": "number",
        "title": "Order number",
        "type": "integer",
        "isRequired": true
      }
    ],
    "query": [],
    "body": []
  },
  "createOrder": {
    "title": "Create an order",
    "method": "POST",
    "at": "/orders",
    "scope": "orders:write",
    "path": [],
    "query": [],
    "body": [
      {
        "name": "email",
        "title": "E-mail",
        "description": "The customer's e-mail address, in any case of letters.",
        "type": "text",
        "isRequired": true
      },
      {
        "name": "items",
        "title": "Items",
        "description": "What is ordered, at least one.",
        "type": "list",
        "isRequired": true,
        "fields": [
          {
            "name": "product",
            "title": "Product",
            "description": "The product's name or, where no product has that name, its number.",
            "type": "text",
            "isRequired": true
          },
          {
            "name": "amount",
            "title": "Amount",
            "description": "What it is to cost here, in minor units; left out: what the product and the coupon say.",
            "type": "money"
          }
        ]
      },
      {
        "name": "first_name",
        "title": "First name",
        "type": "text"
      },
      {
        "name": "last_name",
        "title": "Last name",
        "type": "text"
      },
      {
        "name": "middle_name",
        "title": "Middle name",
        "type": "text"
      },
      {
        "name": "phone",
        "title": "Phone",
        "description": "In any form.",
        "type": "text"
      },
      {
        "name": "country",
        "title": "Country",
        "description": "Of delivery.",
        "type": "text"
      },
      {
        "name": "region",
        "title": "Region",
        "description": "Of delivery.",
        "type": "text"
      },
      {
        "name": "city",
        "title": "City",
        "description": "Of delivery.",
        "type": "text"
      },
      {
        "name": "address",
        "title": "Address",
        "description": "Of delivery: street, house, flat.",
        "type": "text"
      },
      {
        "name": "postal_code",
        "title": "Postal code",
        "description": "Of delivery.",
        "type": "text"
      },
      {
        "name": "coupon",
        "title": "Coupon",
        "description": "Its code; one that does not count changes nothing.",
        "type": "text"
      },
      {
        "name": "partners",
        "title": "Partners",
        "description": "Logins of those who brought the customer, level 1 first; unknown ones are passed over.",
        "type": "list"
      },
      {
        "name": "payment_method",
        "title": "Payment method",
        "type": "text"
      },
      {
        "name": "tag",
        "title": "Tag",
        "description": "A label of your own.",
        "type": "text"
      },
      {
        "name": "comment",
        "title": "Comment",
        "description": "The customer's.",
        "type": "text"
      },
      {
        "name": "domain",
        "title": "Domain",
        "description": "Where it was taken, without scheme.",
        "type": "text"
      },
      {
        "name": "status",
        "title": "Status",
        "description": "What it is taken as.",
        "type": "text",
        "choices": [
          "waiting",
          "paid",
          "cancelled",
          "returned"
        ]
      },
      {
        "name": "created_at",
        "title": "Created at",
        "description": "Left out: now.",
        "type": "moment"
      },
      {
        "name": "paid_at",
        "title": "Paid at",
        "description": "Of an order that is taken as paid; left out: now.",
        "type": "moment"
      },
      {
        "name": "cancels_at",
        "title": "Cancels at",
        "description": "When it cancels itself if it is not paid; left out: as its products say.",
        "type": "moment"
      },
      {
        "name": "utm",
        "title": "UTM labels",
        "description": "Where the customer came from.",
        "type": "object",
        "fields": [
          {
            "name": "medium",
            "title": "Medium",
            "type": "text"
          },
          {
            "name": "source",
            "title": "Source",
            "type": "text"
          },
          {
            "name": "campaign",
            "title": "Campaign",
            "type": "text"
          },
          {
            "name": "content",
            "title": "Content",
            "type": "text"
          },
          {
            "name": "term",
            "title": "Term",
            "type": "text"
          }
        ]
      },
      {
        "name": "attributes",
        "title": "Attributes",
        "description": "Anything else to keep with the order.",
        "type": "texts"
      }
    ]
  },
  "payOrder": {
    "title": "Record a payment",
    "description": "Without an amount, an order that is paid already stays as it is; a cancelled order may still be paid in full.",
    "method": "POST",
    "at": "/orders/{number}/pay",
    "scope": "orders:write",
    "path": [
      {
        "name": "number",
        "title": "Order number",
        "type": "integer",
        "isRequired": true
      }
    ],
    "query": [],
    "body": [
      {
        "name": "amount",
        "title": "Amount",
        "description": "What came in, in minor units; less than is due is a prepayment. Left out: all that is due.",
        "type": "money"
      },
      {
        "name": "method",
        "title": "Method",
        "description": "How it was paid; left out: as the order said.",
        "type": "text"
      },
      {
        "name": "paid_at",
        "title": "Paid at",
        "description": "Left out: now.",
        "type": "moment"
      }
    ]
  },
  "sendOrder": {
    "title": "Mark an order as sent",
    "description": "Notes that it was sent by post. Said again, the new number and time count.",
    "method": "POST",
    "at": "/orders/{number}/send",
    "scope": "orders:write",
    "path": [
      {
        "name": "number",
        "title": "Order number",
        "type": "integer",
        "isRequired": true
      }
    ],
    "query": [],
    "body": [
      {
        "name": "tracking_number",
        "title": "Tracking number",
        "description": "Of the parcel.",
        "type": "text"
      },
      {
        "name": "sent_at",
        "title": "Sent at",
        "description": "Left out: now.",
        "type": "moment"
      }
    ]
  },
  "cancelOrder": {
    "title": "Cancel an order",
    "description": "Of an order that waits for payment. One that is cancelled stays so.",
    "method": "POST",
    "at": "/orders/{number}/cancel",
    "scope": "orders:write",
    "path": [
      {
        "name": "number",
        "title": "Order number",
        "type": "integer",
        "isRequired": true
      }
    ],
    "query": [],
    "body": []
  },
  "returnOrder": {
    "title": "Return an order",
    "description": "Notes that a paid order was given back for its money. One that is returned stays so.",
    "method": "POST",
    "at": "/orders/{number}/return",
    "scope": "orders:write",
    "path": [
      {
        "name": "number",
        "title": "Order number",
        "type": "integer",
        "isRequired": true
      }
    ],
    "query": [],
    "body": []
  },
  "listProducts": {
    "title": "List products",
    "description": "In the order of their numbers. q looks in names and titles.",
    "method": "GET",
    "at": "/products",
    "scope": "products:read",
    "path": [],
    "query": [
      {
        "name": "q",
        "title": "Search",
        "description": "Words that must all be there, each as a part of a word, in any case of letters.",
        "type": "text"
      },
      {
        "name": "kind",
        "title": "Kind",
        "description": "Left out: all.",
        "type": "text",
        "choices": [
          "digital",
          "physical",
          "floating"
        ]
      },
      {
        "name": "limit",
        "title": "Limit",
        "description": "The most entries that the answer may have; left out: 50.",
        "type": "integer"
      },
      {
        "name": "cursor",
        "title": "Cursor",
        "type": "text"
      }
    ],
    "body": []
  },
  "getProduct": {
    "title": "Get a product",
    "method": "GET",
    "at": "/products/{product}",
    "scope": "products:read",
    "path": [
      {
        "name": "product",
        "title": "Product",
        "description": "The product's name, percent-encoded, or, where no product has that name, its number.",
        "type": "text",
        "isRequired": true
      }
    ],
    "query": [],
    "body": []
  },
  "listEvents": {
    "title": "List events",
    "description": "What happened to orders, products and webhook endpoints. To hear of all, ask with sort=number and, in after, the last id that you know: an event is seen when all before it are.",
    "method": "GET",
    "at": "/events",
    "scope": "events:read",
    "path": [],
    "query": [
      {
        "name": "type",
        "title": "Type",
        "description": "Any of these.",
        "type": "list",
        "choices": [
          "order.created",
          "order.paid",
          "order.prepaid",
          "order.cancelled",
          "order.returned",
          "order.sent",
          "order.deleted",
          "order.restored",
          "product.created",
          "product.updated",
          "product.deleted",
          "endpoint.test",
          "endpoint.failing",
          "endpoint.disabled"
        ]
      },
      {
        "name": "sort",
        "title": "Sort",
        "description": "-: the last first.",
        "type": "text",
        "choices": [
          "number",
          "-number"
        ]
      },
      {
        "name": "after",
        "title": "After",
        "description": "The id of an event: only what happened later.",
        "type": "text"
      },
      {
        "name": "before",
        "title": "Before",
        "description": "The id of an event: only what happened earlier.",
        "type": "text"
      },
      {
        "name": "limit",
        "title": "Limit",
        "description": "The most entries that the answer may have; left out: 50.",
        "type": "integer"
      },
      {
        "name": "cursor",
        "title": "Cursor",
        "type": "text"
      }
    ],
    "body": []
  },
  "createWebhookEndpoint": {
    "title": "Create a webhook endpoint",
    "description": "It is told of what happens from now on, by Standard Webhooks. The answer has the secret that the deliveries are signed with, which is not shown again.",
    "method": "POST",
    "at": "/webhook-endpoints",
    "scope": "webhooks:write",
    "path": [],
    "query": [],
    "body": [
      {
        "name": "url",
        "title": "Address",
        "description": "Where events are sent: http or https, on the public internet.",
        "type": "text",
        "isRequired": true
      },
      {
        "name": "description",
        "title": "Description",
        "description": "What it is for, in one line.",
        "type": "text"
      },
      {
        "name": "types",
        "title": "Types",
        "description": "Of what it is told.",
        "type": "list",
        "choices": [
          "order.created",
          "order.paid",
          "order.prepaid",
          "order.cancelled",
          "order.returned",
          "order.sent",
          "order.deleted",
          "order.restored",
          "product.created",
          "product.updated",
          "product.deleted",
          "endpoint.failing",
          "endpoint.disabled"
        ]
      }
    ]
  },
  "deleteWebhookEndpoint": {
    "title": "Delete a webhook endpoint",
    "description": "What is on its way there ends; what was delivered can still be looked up. Its number is not given again.",
    "method": "DELETE",
    "at": "/webhook-endpoints/{number}",
    "scope": "webhooks:write",
    "path": [
      {
        "name": "number",
        "title": "Endpoint number",
        "type": "integer",
        "isRequired": true
      }
    ],
    "query": [],
    "body": []
  }
}

export type ResourceName = 'customer' | 'order' | 'product'

export const resources: Readonly<Record<ResourceName, Resource>> = {
  "customer": {
    "fields": [
      {
        "name": "email",
        "title": "E-mail",
        "description": "As it stands in the newest order.",
        "type": "text",
        "isRequired": true
      },
      {
        "name": "first_name",
        "title": "First name",
        "description": "In the newest order.",
        "type": "text",
        "isRequired": true
      },
      {
        "name": "last_name",
        "title": "Last name",
        "description": "In the newest order.",
        "type": "text",
        "isRequired": true
      },
      {
        "name": "middle_name",
        "title": "Middle name",
        "description": "In the newest order.",
        "type": "text",
        "isRequired": true
      },
      {
        "name": "phone",
        "title": "Phone",
        "description": "In the newest order.",
        "type": "text",
        "isRequired": true
      },
      {
        "name": "currency",
        "title": "Currency",
        "description": "The shop's, as an ISO 4217 code.",
        "type": "text",
        "isRequired": true
      },
      {
        "name": "totals",
        "title": "Totals",
        "type": "object",
        "isRequired": true,
        "fields": [
          {
            "name": "orders",
            "title": "Orders",
            "description": "All of the customer.",
            "type": "integer",
            "isRequired": true
          },
          {
            "name": "amount",
            "title": "Amount",
            "description": "What they ask for, in minor units.",
            "type": "money",
            "isRequired": true
          },
          {
            "name": "paid_orders",
            "title": "Paid orders",
            "description": "Paid and not returned.",
            "type": "integer",
            "isRequired": true
          },
          {
            "name": "paid_amount",
            "title": "Paid amount",
            "description": "What those ask for, in minor units.",
            "type": "money",
            "isRequired": true
          }
        ]
      },
      {
        "name": "statuses",
        "title": "Statuses",
        "description": "What has become of the orders; those that there are.",
        "type": "list",
        "isRequired": true,
        "fields": [
          {
            "name": "status",
            "title": "Status",
            "description": "What became of the order: waiting for payment, paid, cancelled, or returned after payment.",
            "type": "text",
            "isRequired": true,
            "choices": [
              "waiting",
              "paid",
              "cancelled",
              "returned"
            ]
          },
          {
            "name": "orders",
            "title": "Orders",
            "type": "integer",
            "isRequired": true
          },
          {
            "name": "amount",
            "title": "Amount",
            "type": "money",
            "isRequired": true
          }
        ]
      },
      {
        "name": "first_order_at",
        "title": "First order at",
        "type": "moment",
        "isRequired": true
      },
      {
        "name": "last_order_at",
        "title": "Last order at",
        "type": "moment",
        "isRequired": true
      }
    ],
    "sample": {
      "email": "anna@example.com",
      "first_name": "Anna",
      "last_name": "Smith",
      "middle_name": "",
      "phone": "+44 20 7946 0000",
      "currency": "EUR",
      "totals": {
        "orders": 1,
        "amount": 150000,
        "paid_orders": 1,
        "paid_amount": 150000
      },
      "statuses": [
        {
          "status": "paid",
          "orders": 1,
          "amount": 150000
        }
      ],
      "first_order_at": "2026-01-31T18:00:00.000Z",
      "last_order_at": "2026-01-31T18:00:00.000Z"
    }
  },
  "order": {
    "fields": [
      {
        "name": "number",
        "title": "Order number",
        "description": "Unique in the shop.",
        "type": "integer",
        "isRequired": true
      },
      {
        "name": "status",
        "title": "Status",
        "description": "What became of the order: waiting for payment, paid, cancelled, or returned after payment.",
        "type": "text",
        "isRequired": true,
        "choices": [
          "waiting",
          "paid",
          "cancelled",
          "returned"
        ]
      },
      {
        "name": "created_at",
        "title": "Created at",
        "type": "moment",
        "isRequired": true
      },
      {
        "name": "paid_at",
        "title": "Paid at",
        "type": "moment",
        "isRequired": true
      },
      {
        "name": "cancels_at",
        "title": "Cancels at",
        "description": "When it cancels itself if unpaid.",
        "type": "moment",
        "isRequired": true
      },
      {
        "name": "sent_at",
        "title": "Sent at",
        "description": "When it was sent by post.",
        "type": "moment",
        "isRequired": true
      },
      {
        "name": "tracking_number",
        "title": "Tracking number",
        "description": "Of the parcel.",
        "type": "json",
        "isRequired": true
      },
      {
        "name": "customer",
        "title": "Customer",
        "type": "object",
        "isRequired": true,
        "fields": [
          {
            "name": "email",
            "title": "E-mail",
            "type": "text",
            "isRequired": true
          },
          {
            "name": "first_name",
            "title": "First name",
            "type": "text",
            "isRequired": true
          },
          {
            "name": "last_name",
            "title": "Last name",
            "type": "text",
            "isRequired": true
          },
          {
            "name": "middle_name",
            "title": "Middle name",
            "type": "text",
            "isRequired": true
          },
          {
            "name": "phone",
            "title": "Phone",
            "type": "text",
            "isRequired": true
          }
        ]
      },
      {
        "name": "delivery",
        "title": "Delivery",
        "description": "Where to; texts may be empty.",
        "type": "object",
        "isRequired": true,
        "fields": [
          {
            "name": "country",
            "title": "Country",
            "type": "text",
            "isRequired": true
          },
          {
            "name": "region",
            "title": "Region",
            "type": "text",
            "isRequired": true
          },
          {
            "name": "city",
            "title": "City",
            "type": "text",
            "isRequired": true
          },
          {
            "name": "address",
            "title": "Address",
            "description": "Street, house, flat.",
            "type": "text",
            "isRequired": true
          },
          {
            "name": "postal_code",
            "title": "Postal code",
            "type": "text",
            "isRequired": true
          }
        ]
      },
      {
        "name": "items",
        "title": "Items",
        "type": "list",
        "isRequired": true,
        "fields": [
          {
            "name": "product",
            "title": "Product number",
            "description": "The product may be gone by now.",
            "type": "integer",
            "isRequired": true
          },
          {
            "name": "name",
            "title": "Product name",
            "description": "The product's symbolic name on the day of the order.",
            "type": "text",
            "isRequired": true
          },
          {
            "name": "title",
            "title": "Product title",
            "description": "What it was called on the day of the order.",
            "type": "text",
            "isRequired": true
          },
          {
            "name": "kind",
            "title": "Kind",
            "description": "physical has to be sent by post.",
            "type": "text",
            "isRequired": true,
            "choices": [
              "digital",
              "physical"
            ]
          },
          {
            "name": "amount",
            "title": "Amount",
            "description": "What this order asks for it, in minor units.",
            "type": "money",
            "isRequired": true
          },
          {
            "name": "list_price",
            "title": "List price",
            "description": "What the product cost that day, in minor units.",
            "type": "money",
            "isRequired": true
          },
          {
            "name": "pincode",
            "title": "Code",
            "description": "Handed out after payment.",
            "type": "json",
            "isRequired": true
          },
          {
            "name": "partners",
            "title": "Partners",
            "description": "Whose sale it was, level 1 first, with what each earns.",
            "type": "list",
            "isRequired": true,
            "fields": [
              {
                "name": "level",
                "title": "Level",
                "type": "integer",
                "isRequired": true
              },
              {
                "name": "number",
                "title": "Number",
                "type": "integer",
                "isRequired": true
              },
              {
                "name": "login",
                "title": "Login",
                "type": "text",
                "isRequired": true
              },
              {
                "name": "fee",
                "title": "Fee",
                "type": "money",
                "isRequired": true
              }
            ]
          }
        ]
      },
      {
        "name": "currency",
        "title": "Currency",
        "description": "The shop's, as an ISO 4217 code.",
        "type": "text",
        "isRequired": true
      },
      {
        "name": "total",
        "title": "Total",
        "description": "What it asks for, in minor units.",
        "type": "money",
        "isRequired": true
      },
      {
        "name": "amount_paid",
        "title": "Amount paid",
        "description": "The payments together, in minor units.",
        "type": "money",
        "isRequired": true
      },
      {
        "name": "amount_due",
        "title": "Amount due",
        "description": "What is left to pay, in minor units.",
        "type": "money",
        "isRequired": true
      },
      {
        "name": "payments",
        "title": "Payments",
        "description": "By time of arrival. Empty for orders that were imported as paid.",
        "type": "list",
        "isRequired": true,
        "fields": [
          {
            "name": "amount",
            "title": "Amount",
            "description": "In minor units.",
            "type": "money",
            "isRequired": true
          },
          {
            "name": "paid_at",
            "title": "Paid at",
            "type": "moment",
            "isRequired": true
          },
          {
            "name": "method",
            "title": "Method",
            "description": "How it was paid.",
            "type": "json",
            "isRequired": true
          }
        ]
      },
      {
        "name": "payment_method",
        "title": "Payment method",
        "type": "json",
        "isRequired": true
      },
      {
        "name": "recurring",
        "title": "Recurring",
        "description": "Whether it was made by a subscription.",
        "type": "boolean",
        "isRequired": true
      },
      {
        "name": "coupon",
        "title": "Coupon",
        "description": "The code that counted.",
        "type": "json",
        "isRequired": true
      },
      {
        "name": "tag",
        "title": "Tag",
        "description": "The shop's own label.",
        "type": "text",
        "isRequired": true
      },
      {
        "name": "comment",
        "title": "Comment",
        "type": "text",
        "isRequired": true
      },
      {
        "name": "domain",
        "title": "Domain",
        "description": "Where it was taken.",
        "type": "json",
        "isRequired": true
      },
      {
        "name": "payment_page",
        "title": "Payment page",
        "description": "Where the customer sees the order and pays; a path, at any address of the shop, where the order names no domain.",
        "type": "text",
        "isRequired": true
      },
      {
        "name": "utm",
        "title": "UTM labels",
        "description": "Where the customer came from; may be empty.",
        "type": "object",
        "isRequired": true,
        "fields": [
          {
            "name": "medium",
            "title": "Medium",
            "type": "text",
            "isRequired": true
          },
          {
            "name": "source",
            "title": "Source",
            "type": "text",
            "isRequired": true
          },
          {
            "name": "campaign",
            "title": "Campaign",
            "type": "text",
            "isRequired": true
          },
          {
            "name": "content",
            "title": "Content",
            "type": "text",
            "isRequired": true
          },
          {
            "name": "term",
            "title": "Term",
            "type": "text",
            "isRequired": true
          }
        ]
      },
      {
        "name": "attributes",
        "title": "Attributes",
        "description": "What else was said when it was taken: ip, aff_source …",
        "type": "texts",
        "isRequired": true
      }
    ],
    "sample": {
      "number": 258367,
      "status": "paid",
      "created_at": "2026-01-31T18:00:00.000Z",
      "paid_at": "2026-01-31T18:05:00.000Z",
      "cancels_at": null,
      "sent_at": null,
      "tracking_number": null,
      "customer": {
        "email": "anna@example.com",
        "first_name": "Anna",
        "last_name": "Smith",
        "middle_name": "",
        "phone": "+44 20 7946 0000"
      },
      "delivery": {
        "country": "",
        "region": "",
        "city": "",
        "address": "",
        "postal_code": ""
      },
      "items": [
        {
          "product": 12549,
          "name": "course",
          "title": "Course of cooking",
          "kind": "digital",
          "amount": 150000,
          "list_price": 200000,
          "pincode": null,
          "partners": [
            {
              "level": 1,
              "number": 7,
              "login": "peter",
              "fee": 15000
            }
          ]
        }
      ],
      "currency": "EUR",
      "total": 150000,
      "amount_paid": 150000,
      "amount_due": 0,
      "payments": [
        {
          "amount": 150000,
          "paid_at": "2026-01-31T18:05:00.000Z",
          "method": "card"
        }
      ],
      "payment_method": "card",
      "recurring": false,
      "coupon": "SPRING25",
      "tag": "",
      "comment": "",
      "domain": "orders.example.com",
      "payment_page": "http://orders.example.com/bill/258367/0123456789abcdef0123456789abcdef/",
      "utm": {
        "medium": "cpc",
        "source": "newsletter",
        "campaign": "",
        "content": "",
        "term": ""
      },
      "attributes": {
        "ip": "203.0.113.7"
      }
    }
  },
  "product": {
    "fields": [
      {
        "name": "number",
        "title": "Product number",
        "description": "Unique in the shop, and never given twice.",
        "type": "integer",
        "isRequired": true
      },
      {
        "name": "name",
        "title": "Name",
        "description": "What orders name it by; unique in the shop.",
        "type": "text",
        "isRequired": true
      },
      {
        "name": "title",
        "title": "Title",
        "description": "What customers read.",
        "type": "text",
        "isRequired": true
      },
      {
        "name": "price",
        "title": "Price",
        "description": "In minor units.",
        "type": "money",
        "isRequired": true
      },
      {
        "name": "currency",
        "title": "Currency",
        "description": "The shop's, as an ISO 4217 code.",
        "type": "text",
        "isRequired": true
      },
      {
        "name": "kind",
        "title": "Kind",
        "description": "physical has to be sent by post; of floating the buyer names the price.",
        "type": "text",
        "isRequired": true,
        "choices": [
          "digital",
          "physical",
          "floating"
        ]
      },
      {
        "name": "timer_seconds",
        "title": "Timer",
        "description": "After how many seconds an unpaid order of it cancels itself.",
        "type": "integer",
        "isRequired": true
      },
      {
        "name": "prepayment_min",
        "title": "Least prepayment",
        "description": "The least that can be paid in part, in minor units.",
        "type": "money",
        "isRequired": true
      },
      {
        "name": "partner_fee",
        "title": "Partner's fee",
        "description": "What the partner earns whose sale it is.",
        "type": "object",
        "isRequired": true,
        "fields": [
          {
            "name": "amount",
            "title": "Amount",
            "description": "In minor units.",
            "type": "money",
            "isRequired": true
          },
          {
            "name": "percent",
            "title": "Percent",
            "description": "Of what the item costs, with at most two decimals.",
            "type": "number",
            "isRequired": true
          }
        ]
      },
      {
        "name": "second_partner_fee",
        "title": "Second partner's fee",
        "description": "What whoever brought that partner earns.",
        "type": "object",
        "isRequired": true,
        "fields": [
          {
            "name": "amount",
            "title": "Amount",
            "description": "In minor units.",
            "type": "money",
            "isRequired": true
          },
          {
            "name": "percent",
            "title": "Percent",
            "description": "Of what the item costs, with at most two decimals.",
            "type": "number",
            "isRequired": true
          }
        ]
      },
      {
        "name": "notify",
        "title": "Notify",
        "type": "object",
        "isRequired": true,
        "fields": [
          {
            "name": "created",
            "title": "Created",
            "type": "json",
            "isRequired": true
          },
          {
            "name": "paid",
            "title": "Paid",
            "type": "json",
            "isRequired": true
          },
          {
            "name": "prepaid",
            "title": "Prepaid",
            "description": "Paid in part.",
            "type": "json",
            "isRequired": true
          },
          {
            "name": "cancelled",
            "title": "Cancelled",
            "type": "json",
            "isRequired": true
          },
          {
            "name": "returned",
            "title": "Returned",
            "type": "json",
            "isRequired": true
          }
        ]
      }
    ],
    "sample": {
      "number": 12550,
      "name": "cakes",
      "title": "Course of baking cakes",
      "price": 200000,
      "currency": "EUR",
      "kind": "digital",
      "timer_seconds": 259200,
      "prepayment_min": 50000,
      "partner_fee": {
        "amount": null,
        "percent": 10
      },
      "second_partner_fee": null,
      "notify": {
        "created": null,
        "paid": "https://shop.example.com/paid.php",
        "prepaid": null,
        "cancelled": null,
        "returned": null
      }
    }
  }
}
