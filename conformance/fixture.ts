/** The shops and orders that the server under test holds, and what GetBills must answer about them. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Shop {
  readonly login: string
  readonly key: string
  readonly domains: readonly string[]
  /** Addresses and ranges that may call; empty: all. */
  readonly allowed: readonly string[]
  readonly enabled: boolean
  /** A file of orders in the import format; undefined: it has none. */
  readonly orders: string | undefined
}

export type Bills = Readonly<Record<string, Readonly<Record<string, { good_name: string; good_title: string }>>>>

export const shops: readonly Shop[] = readShops()

/** By the login in shops.json, in any case of letters. */
export function shopNamed(name: string): Shop {
  const shop = shops.find(({ login }) => login.toLowerCase() === name.toLowerCase())
  if (shop === undefined) throw new Error(`The fixture has no shop ${name}.`)
  return shop
}

/** Every customer of a shop, in the spelling of the first order. */
export function customersOf(shop: Shop): readonly string[] {
  return [...new Map(ordersOf(shop).map(({ email }) => [email.toLowerCase(), email])).values()]
}

/** What GetBills must answer, worked out in the plainest way; undefined if it finds nothing. */
export function billsOf(shop: Shop, email: string, status = ''): Bills | undefined {
  const wanted = email.trim().toLowerCase()
  const found = ordersOf(shop).filter(
    (order) => order.email.toLowerCase() === wanted && [order.pay_status, ''].includes(status),
  )
  if (found.length === 0) return undefined
  return Object.fromEntries(
    found.map(({ number, items }) => [
      number,
      Object.fromEntries(items.map(({ product, name, title }) => [product, { good_name: name, good_title: title }])),
    ]),
  )
}

export function md5(bytes: Uint8Array | string): string {
  return createHash('md5').update(bytes).digest('hex')
}

interface Order {
  readonly number: number
  readonly email: string
  readonly pay_status: string
  readonly items: readonly { readonly product: number; readonly name: string; readonly title: string }[]
}

const orders = new Map<string, readonly Order[]>()

function ordersOf({ orders: file }: Shop): readonly Order[] {
  if (file === undefined) return []
  const known = orders.get(file) ?? readOrders(file)
  orders.set(file, known)
  return known
}

function readOrders(file: string): readonly Order[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file of ours, in the import format
  return lines.map((line) => JSON.parse(line) as Order)
}

function readShops(): readonly Shop[] {
  const folder = join(import.meta.dirname, 'fixture')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file of ours
  const read = JSON.parse(readFileSync(join(folder, 'shops.json'), 'utf8')) as readonly Shop[]
  return read.map((shop) => {
    const file = join(folder, `${shop.login.toLowerCase()}.ndjson`)
    return { ...shop, orders: existsSync(file) ? file : undefined }
  })
}
