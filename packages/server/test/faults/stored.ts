/** Holds what the database has against what callers were told. */
import { openStore } from '../../src/store/open.ts'
import { throwAwayFolder } from '../databases.ts'
import { alice } from '../service.ts'
import { masterKey } from './cluster.ts'
import { tester } from '../tester.ts'

/**
 * What is wrong with the orders of alice, as sentences: `orders` are those that were acknowledged, each of which must
 * be there once, with its bill and its event, and each customer has one.
 */
export async function faultsIn(database: string, orders: ReadonlyMap<number, string>): Promise<readonly string[]> {
  const store = await openStore({ dataDir: throwAwayFolder(), database, masterKey, clock: Date.now })
  try {
    const faults: string[] = []
    const shop = store.forShop((await store.shops.get(alice.login)).id, tester)
    const numbers = new Map<string, number>()
    const stored = new Map<number, string>()
    for await (const { number, email } of shop.orders.all()) {
      const other = numbers.get(email)
      if (other !== undefined) faults.push(`${email} has the orders ${other} and ${number}`)
      numbers.set(email, number)
      stored.set(number, email)
      const events = await shop.orders.events(number)
      if (events.map(({ type }) => type).join() !== 'order.created') faults.push(`${number} has no event of its own`)
      if (!((await shop.orders.billsOf(email)) ?? '').includes(`"${number}":`)) faults.push(`${number} has no bill`)
    }
    for (const [number, email] of orders) {
      if (stored.get(number) !== email)
        faults.push(`${number} of ${email} is lost: ${stored.get(number) ?? 'nobody'} has it`)
    }
    return faults
  } finally {
    await store.close()
  }
}
