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

export type OperationName = 'listOrders' | 'getOrder' | 'createOrder' | 'updateOrder' | 'payOrder' | 'sendOrder' | 'cancelOrder' | 'returnOrder' | 'deleteOrder' | 'restoreOrder' | 'getCustomer' | 'listProducts' | 'getProduct' | 'createProduct' | 'updateProduct' | 'deleteProduct' | 'getWebhookEndpoint' | 'createWebhookEndpoint' | 'deleteWebhookEndpoint'

export const operations: Readonly<Record<OperationName, Operation>> = {
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
  "updateOrder": {
    "title": "Change the tag or comment of an order",
    "description": "What is left out stays. What was bought and by whom does not change.",
    "method": "PATCH",
    "at": "/orders/{number}",
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
        "name": "tag",
        "title": "Tag",
        "description": "A label of your own.",
        "type": "text"
      },
      {
        "name": "comment",
        "title": "Comment",
        "type": "text"
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
  "deleteOrder": {
    "title": "Delete an order",
    "description": "Hides it from everything; its number is not given again, and it can be restored.",
    "method": "DELETE",
    "at": "/orders/{number}",
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
  "restoreOrder": {
    "title": "Restore a deleted order",
    "description": "It is there again as it was, but does not cancel itself any more. One that is there stays as it is.",
    "method": "POST",
    "at": "/orders/{number}/restore",
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
  "getCustomer": {
    "title": "Get a customer",
    "description": "Who has ordered under an address, what the orders come to, and the newest of them.",
    "method": "GET",
    "at": "/customers/{email}",
    "scope": "orders:read",
    "path": [
      {
        "name": "email",
        "title": "E-mail",
        "description": "The customer's e-mail address, in any case of letters.",
        "type": "text",
        "isRequired": true
      }
    ],
    "query": [
      {
        "name": "limit",
        "title": "Limit",
        "description": "The most entries that the answer may have; left out: 50.",
        "type": "integer"
      }
    ],
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
  "createProduct": {
    "title": "Create a product",
    "method": "POST",
    "at": "/products",
    "scope": "products:write",
    "path": [],
    "query": [],
    "body": [
      {
        "name": "name",
        "title": "Name",
        "description": "What orders name it by; unique in the shop, and it stays as it is. Without commas.",
        "type": "text",
        "isRequired": true
      },
      {
        "name": "title",
        "title": "Title",
        "description": "What customers read, in one line.",
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
        "name": "kind",
        "title": "Kind",
        "description": "digital, physical (sent by post) or floating (the buyer names the price).",
        "type": "text",
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
        "type": "integer"
      },
      {
        "name": "prepayment_min",
        "title": "Least prepayment",
        "description": "The least that can be paid in part, in minor units.",
        "type": "money"
      },
      {
        "name": "partner_fee",
        "title": "Partner's fee",
        "description": "What the partner earns whose sale it is: an amount or a percentage.",
        "type": "object",
        "fields": [
          {
            "name": "amount",
            "title": "Amount",
            "description": "In minor units; 0: nothing.",
            "type": "money"
          },
          {
            "name": "percent",
            "title": "Percent",
            "description": "Of what the item costs, above 0.",
            "type": "number"
          }
        ]
      },
      {
        "name": "second_partner_fee",
        "title": "Second partner's fee",
        "description": "What whoever brought that partner earns: an amount or a percentage.",
        "type": "object",
        "fields": [
          {
            "name": "amount",
            "title": "Amount",
            "description": "In minor units; 0: nothing.",
            "type": "money"
          },
          {
            "name": "percent",
            "title": "Percent",
            "description": "Of what the item costs, above 0.",
            "type": "number"
          }
        ]
      },
      {
        "name": "notify",
        "title": "Notification addresses",
        "description": "Where an old-style notification tells of each; what is left out stays.",
        "type": "object",
        "fields": [
          {
            "name": "created",
            "title": "Created",
            "type": "json"
          },
          {
            "name": "paid",
            "title": "Paid",
            "type": "json"
          },
          {
            "name": "prepaid",
            "title": "Prepaid",
            "description": "Paid in part.",
            "type": "json"
          },
          {
            "name": "cancelled",
            "title": "Cancelled",
            "type": "json"
          },
          {
            "name": "returned",
            "title": "Returned",
            "type": "json"
          }
        ]
      }
    ]
  },
  "updateProduct": {
    "title": "Change a product",
    "description": "What is left out stays. Orders that were taken keep what they say about it.",
    "method": "PATCH",
    "at": "/products/{product}",
    "scope": "products:write",
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
    "body": [
      {
        "name": "title",
        "title": "Title",
        "description": "What customers read, in one line.",
        "type": "text"
      },
      {
        "name": "price",
        "title": "Price",
        "description": "In minor units.",
        "type": "money"
      },
      {
        "name": "kind",
        "title": "Kind",
        "description": "digital, physical (sent by post) or floating (the buyer names the price).",
        "type": "text",
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
        "type": "integer"
      },
      {
        "name": "prepayment_min",
        "title": "Least prepayment",
        "description": "The least that can be paid in part, in minor units.",
        "type": "money"
      },
      {
        "name": "partner_fee",
        "title": "Partner's fee",
        "description": "What the partner earns whose sale it is: an amount or a percentage.",
        "type": "object",
        "fields": [
          {
            "name": "amount",
            "title": "Amount",
            "description": "In minor units; 0: nothing.",
            "type": "money"
          },
          {
            "name": "percent",
            "title": "Percent",
            "description": "Of what the item costs, above 0.",
            "type": "number"
          }
        ]
      },
      {
        "name": "second_partner_fee",
        "title": "Second partner's fee",
        "description": "What whoever brought that partner earns: an amount or a percentage.",
        "type": "object",
        "fields": [
          {
            "name": "amount",
            "title": "Amount",
            "description": "In minor units; 0: nothing.",
            "type": "money"
          },
          {
            "name": "percent",
            "title": "Percent",
            "description": "Of what the item costs, above 0.",
            "type": "number"
          }
        ]
      },
      {
        "name": "notify",
        "title": "Notification addresses",
        "description": "Where an old-style notification tells of each; what is left out stays.",
        "type": "object",
        "fields": [
          {
            "name": "created",
            "title": "Created",
            "type": "json"
          },
          {
            "name": "paid",
            "title": "Paid",
            "type": "json"
          },
          {
            "name": "prepaid",
            "title": "Prepaid",
            "description": "Paid in part.",
            "type": "json"
          },
          {
            "name": "cancelled",
            "title": "Cancelled",
            "type": "json"
          },
          {
            "name": "returned",
            "title": "Returned",
            "type": "json"
          }
        ]
      }
    ]
  },
  "deleteProduct": {
    "title": "Delete a product",
    "description": "Orders keep what they say about it; its number is not given again.",
    "method": "DELETE",
    "at": "/products/{product}",
    "scope": "products:write",
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
  "getWebhookEndpoint": {
    "title": "Get a webhook endpoint",
    "method": "GET",
    "at": "/webhook-endpoints/{number}",
    "scope": "webhooks:read",
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
