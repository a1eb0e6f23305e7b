/** Whether a shop that the database has filled answers GetBills as its orders say. */
import { billAnswer } from '../packages/server/src/store/bill-answer.ts'
import { openStore } from '../packages/server/src/store/open.ts'
import type { ShopStore } from '../packages/server/src/store/store.ts'
import { rowsOf } from '../packages/server/test/postgres.ts'
import { tester } from '../packages/server/test/tester.ts'
import { customer, customersOf, login, randomFrom } from './data.ts'

/** Customers whose answers are looked at whole. */
const looked = 100

/** Throws if anything is wrong. */
export async function checkShop(dataDir: string, url: string, orders: number): Promise<void> {
  const [row] = await rowsOf(
    url,
    `select count(*) as count from orders join bills using (shop_id, number)
     where bills.email_key = orders.email and bills.pay_status = orders.pay_status`,
  )
  if (Number(row?.['count']) !== orders)
    throw new Error(`Of ${orders} orders ${String(row?.['count'])} have their bill.`)
  const store = await openStore({ dataDir, database: url, clock: Date.now })
  try {
    const shop = store.forShop((await store.shops.get(login)).id, tester)
    const random = randomFrom(7)
    for (let index = 0; index < looked; index += 1) {
      await checkCustomer(shop, customer(Math.floor(random() * customersOf(orders))))
    }
  } finally {
    await store.close()
  }
}

async function checkCustomer(shop: ShopStore, email: string): Promise<void> {
  const answer = (await shop.orders.billsOf(email)) ?? ''
  const numbers = Array.from(answer.matchAll(/"(\d+)":\{"\d+":\{/g), ([, number]) => Number(number))
  const orders = await Promise.all(numbers.map(async (number) => shop.orders.get(number)))
  const wanted = orders.map((order) => (order?.email === email ? billAnswer(order) : `no order of ${email}`)).join(',')
  if (answer !== wanted) throw new Error(`GetBills of ${email} answers ${answer}, but the orders say ${wanted}.`)
}
