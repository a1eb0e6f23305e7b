/** The calls of a load: signed requests as they go over the wire. */
import { hash } from 'node:crypto'
import { customer, key, login, randomFrom } from './data.ts'

/** What a load calls: GetBills for one of so many customers at random, CreateOrder for a new one each time, or all products. */
export type Calls =
  | { readonly name: 'GetBills'; readonly customers: number }
  | { readonly name: 'CreateOrder' | 'GetAllGoods' }

const different = 50_000

/** Gives one request after the other, the same for the same seed. */
export function requestsOf(calls: Calls, port: number, seed: number): () => Buffer {
  let sent = 0
  if (calls.name === 'CreateOrder') {
    return () => signedRequest(port, 'CreateOrder', newOrder(`buyer${seed}-${(sent += 1)}@example.com`))
  }
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
