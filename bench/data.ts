/** Shops of any size, made once and kept in `bench/.cache`: four orders a customer, one or two items each. */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../packages/server/src/store/open.ts'
import { importOrders } from '../packages/server/src/transfer/import.ts'
import { tester } from '../packages/server/test/tester.ts'

export const login = 'username'
export const key = '0123456789abcdefghijABCDEFGHIJ0123456789'

const ordersPerCustomer = 4
export const products = 50
export const titles = [
  'payment for training',
  'sales in cinemas',
  '222 ways',
  'Course of cooking',
  'How to sell what you know',
]

export function customer(number: number): string {
  return `customer${number}@example.com`
}

export function customersOf(orders: number): number {
  return Math.floor(orders / ordersPerCustomer)
}

/** The data folder of a shop with so many orders; made if it is not there. */
export async function shopOf(orders: number): Promise<string> {
  const dataDir = join(import.meta.dirname, '.cache', `orders-${orders}`)
  if (existsSync(dataDir)) return dataDir
  const draft = `${dataDir}.draft`
  rmSync(draft, { recursive: true, force: true })
  await importInto(draft, orders)
  renameSync(draft, dataDir)
  return dataDir
}

/** A data folder that is there while `work` runs. */
export async function withFolder<Result>(name: string, work: (dataDir: string) => Promise<Result>): Promise<Result> {
  const dataDir = join(import.meta.dirname, '.cache', name)
  rmSync(dataDir, { recursive: true, force: true })
  try {
    return await work(dataDir)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** As `withFolder`, with a shop of so many orders in it, to be written to. */
export async function withShopOf<Result>(orders: number, work: (dataDir: string) => Promise<Result>): Promise<Result> {
  const original = await shopOf(orders)
  return withFolder(`copy-${process.hrtime.bigint()}`, async (dataDir) => {
    cpSync(original, dataDir, { recursive: true })
    return work(dataDir)
  })
}

/** Imports so many orders into a new data folder, or a new database with its key there, and tells how long that took, in seconds. */
export async function importInto(dataDir: string, orders: number, database?: string): Promise<number> {
  mkdirSync(dataDir, { recursive: true })
  const store = await openStore({ dataDir, database, clock: Date.now })
  const { id } = await store.shops.create(login, tester, { key })
  let last = performance.now()
  const onProgress = (_bytes: number, done: number, phase: string): void => {
    if (!process.stderr.isTTY || performance.now() - last < 200) return
    last = performance.now()
    process.stderr.write(
      `\r\u001B[K  importing ${done.toLocaleString('en')} of ${orders.toLocaleString('en')} orders, ${phase}`,
    )
  }
  const source = linesOf(orders)
  const start = performance.now()
  await importOrders({ shop: store.forShop(id, tester), source, update: false, onProgress })
  const seconds = (performance.now() - start) / 1_000
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K')
  await store.close()
  return seconds
}

/** The same orders each time. Numbers ascend, customers are scattered over them, as in a shop that grew. */
export async function* linesOf(orders: number): AsyncGenerator<Uint8Array> {
  const random = randomFrom(42)
  let text = ''
  for (let index = 0; index < orders; index += 1) {
    text += `${lineOf(index, Math.floor(random() * customersOf(orders)), random)}\n`
    if (text.length < 64_000) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

/** Of the order at this place, from 0 on. */
export function orderNumber(index: number): number {
  return 100_000 + index
}

/** In Unix seconds. */
export function orderCreated(index: number): number {
  return 1_600_000_000 + index * 10
}

function lineOf(index: number, buyer: number, random: () => number): string {
  const created = orderCreated(index)
  const isPaid = random() < 0.7
  const items = Array.from({ length: random() < 0.5 ? 1 : 2 }, () => {
    const product = Math.floor(random() * products)
    const title = `${titles[product % titles.length]} ${product}`
    return { product: 12_549 + product, name: `course${product}`, title, sum: '1500.00', price: '2000.00' }
  })
  return JSON.stringify({
    number: orderNumber(index),
    email: customer(buyer),
    pay_status: isPaid ? 'paid' : 'waiting',
    created,
    ...(isPaid ? { paid: created + 3_600 } : {}),
    first_name: 'Anna',
    last_name: 'Ivanova',
    phone: '+79000000000',
    utm: { medium: 'cpc', source: 'news' },
    items,
  })
}

/** Mulberry32: small, even, and the same on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
