/** The calls of a load: signed requests as they go over the wire. */
import { hash } from 'node:crypto'
import { customer, key, login, orderCreated, orderNumber, randomFrom } from './data.ts'

/** What a load calls: GetBills for one of so many customers at random, CreateOrder for a new one each time, or all products. */
export type Calls =
  | { readonly name: 'GetBills'; readonly customers: number }
  | { readonly name: 'CreateOrder' | 'GetAllGoods' }
  | OrderCalls

/** For one of so many orders at random, or fifty that follow it, through the order API and API v1; or for those that no order is like. */
export interface OrderCalls {
  readonly name: 'getOrderDetails' | 'GetOrders' | 'getOrder' | 'listOrders' | 'search'
  readonly orders: number
  /** Of API v1. */
  readonly token: string
}

const different = 50_000

/** Gives one request after the other, the same for the same seed. */
export function requestsOf(calls: Calls, port: number, seed: number): () => Buffer {
  let sent = 0
  if (calls.name === 'CreateOrder') {
    return () => signedRequest(port, 'CreateOrder', newOrder(`buyer${seed}-${(sent += 1)}@example.com`))
  }
  if ('token' in calls) return orderRequestsOf(calls, port, seed)
  if (!('customers' in calls)) {
    const request = signedRequest(port, 'GetAllGoods', '')
    return () => request
  }
  const { customers } = calls
  const random = randomFrom(seed)
  const requests = Array.from({ length: different }, () => {
    const email = customer(Math.floor(random() * customers))
    return signedRequest(port, 'GetBills', `email=${encodeURIComponent(email)}&pay_status=`)
  })
  const [first] = requests
  if (first === undefined) throw new Error('There are no requests.')
  return () => requests[(sent += 1) % different] ?? first
}

/** What a list is asked for. */
const listed = 50

function orderRequestsOf({ name, orders, token }: OrderCalls, port: number, seed: number): () => Buffer {
  const random = randomFrom(seed)
  return () => {
    const index = Math.floor(random() * Math.max(1, orders - listed))
    const asked = orderQuestions[name](index)
    return asked.startsWith('/') ? v1Request(port, token, asked) : signedRequest(port, name, asked)
  }
}

/** A form for the order API, or what follows `/v1`. */
const orderQuestions: Readonly<Record<OrderCalls['name'], (index: number) => string>> = {
  getOrderDetails: (index) => `bill_id=${orderNumber(index)}`,
  GetOrders: (index) => `date_s=${orderCreated(index)}&date_e=${orderCreated(index + listed) - 1}`,
  getOrder: (index) => `/orders/${orderNumber(index)}`,
  listOrders: (index) =>
    `/orders?created_from=${written(orderCreated(index))}&created_until=${written(orderCreated(index + listed))}`,
  search: () => '/orders?q=nobody',
}

function written(unixSeconds: number): string {
  return new Date(unixSeconds * 1_000).toISOString()
}

function v1Request(port: number, token: string, target: string): Buffer {
  return Buffer.from(
    `GET /v1${target} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept: */*\r\nAuthorization: Bearer ${token}\r\n\r\n`,
  )
}

function newOrder(email: string): string {
  return `goods%5B0%5D%5Bgood_name%5D=course0&bill_email=${encodeURIComponent(email)}&bill_first_name=Anna`
}

/** `query` is the form without its hash. */
function signedRequest(port: number, functionName: string, query: string): Buffer {
  const body = signed(query)
  return Buffer.from(
    `POST /api/${functionName} HTTP/1.1\r\nHost: ${login}.localhost:${port}\r\nAccept: */*\r\n` +
      `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  )
}

export function signed(query: string): string {
  return `${query}${query === '' ? '' : '&'}hash=${hash('md5', `${query}::${login}::${key}`)}`
}
