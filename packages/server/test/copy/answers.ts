/** What a shop's scripts are answered, by a real service on a database. */
import { pino } from 'pino'
import { openEdge } from '../../src/http/edge.ts'
import { openStore } from '../../src/store/open.ts'
import type { Place } from '../databases.ts'
import { startOfTime } from '../databases.ts'
import { storedOrders } from '../orders.ts'
import { call, type Reply, signed } from '../service.ts'
import { tester } from '../tester.ts'

/** To GetBills for each customer, and to getOrderDetails for each order, of all shops. */
export async function answersAt(place: Place & { readonly masterKey: string }): Promise<readonly Reply[]> {
  const clock = { now: startOfTime }
  const store = await openStore({ ...place, clock: () => clock.now })
  const edge = await openEdge({
    store,
    hosts: ['127.0.0.1'],
    port: 0,
    trustProxy: false,
    baseDomains: ['localhost'],
    callsPerMinute: 0,
    checkOutput: true,
    clock: () => clock.now,
    log: pino({ level: 'silent' }),
  })
  const service = { ...edge, store, clock, log: [] }
  const replies: Reply[] = []
  for (const { id, login, keys } of await store.shops.list()) {
    const orders = await storedOrders(store.forShop(id, tester))
    const calls = [
      ...orders.map(({ number }) => ({ name: 'getOrderDetails', form: { bill_id: String(number) } })),
      ...new Set(orders.map(({ email }) => email)).values().map((email) => ({ name: 'GetBills', form: { email } })),
    ]
    for (const { name, form } of calls) {
      const body = signed(form, { login, key: keys[0] })
      replies.push(await call(service, { target: `/api/${name}`, host: `${login}.localhost`, body }, keys[0]))
    }
  }
  await edge.close()
  await store.close()
  return replies
}
