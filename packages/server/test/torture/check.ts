/** Holds what is stored against what was answered. */
import { isDeepStrictEqual } from 'node:util'
import { emailKey } from '../../src/rules/email.ts'
import { notificationOf } from '../../src/rules/event.ts'
import type { Order } from '../../src/rules/order.ts'
import { openStore } from '../../src/store/open.ts'
import { billsOf } from '../orders.ts'
import type { TortureDatabase } from './database.ts'
import type { TorturedShop } from './shop.ts'
import type { Slot } from './slot.ts'
import { differencesIn } from './difference.ts'
import { readStored, type StoredEvent, type StoredOrder } from './stored.ts'
import { TortureFault } from './torture-fault.ts'
import { tester } from '../tester.ts'

/**
 * Nobody else has the database open. Opens it as a command would, which mends what the kill has left, and then looks at
 * each row. What was not certain is afterwards: see `Slot.settle`. Throws TortureFault.
 */
export async function check(
  database: TortureDatabase,
  shop: TorturedShop,
  slots: readonly Slot[],
): Promise<readonly StoredOrder[]> {
  const bills = await billsBy(database, shop, slots)
  const faults = await database.faults()
  if (faults.length > 0) throw new TortureFault(`the database is broken: ${faults.join('; ')}`)
  const stored = await readStored(database)
  checkBills(stored, bills)
  checkSlots(stored, slots)
  const hasJob = (await database.rows('jobs')).some(({ kind }) => kind === 'deliveries')
  for (const order of stored) checkDeliveries(order, shop, hasJob)
  return stored
}

type Bills = ReadonlyMap<string, unknown>

/** What GetBills answers each customer. */
async function billsBy(database: TortureDatabase, { id }: TorturedShop, slots: readonly Slot[]): Promise<Bills> {
  const store = await openStore({ ...database.storeOptions, clock: Date.now })
  try {
    const { orders } = store.forShop(id, tester)
    const bills = new Map<string, unknown>()
    for (const customer of new Set(slots.map(({ plan }) => emailKey(plan.order.email)))) {
      bills.set(customer, JSON.parse(`{${(await orders.billsOf(customer)) ?? ''}}`))
    }
    return bills
  } finally {
    await store.close()
  }
}

function checkBills(stored: readonly StoredOrder[], bills: Bills): void {
  const present = stored.filter(({ history }) => !history.isDeleted)
  const orders = present.map(({ number, history }) => ({ ...history.order, number }))
  const byCustomer = Map.groupBy(orders, ({ email }) => emailKey(email))
  for (const [customer, answer] of bills) {
    const wanted = billsOf(byCustomer.get(customer) ?? [], customer)
    if (!isDeepStrictEqual(answer, wanted))
      throw new TortureFault(`GetBills of ${customer} is wrong: ${differencesIn(answer, wanted).join(', ')}`)
  }
}

/** Each order is what somebody asked for, once, in a state to which the answers lead; and none is missing. */
function checkSlots(stored: readonly StoredOrder[], slots: readonly Slot[]): void {
  const byName = Map.groupBy(stored, ({ history }) => history.order.comment)
  for (const slot of slots) {
    const [order, second] = byName.get(slot.name) ?? []
    byName.delete(slot.name)
    if (second !== undefined)
      throw new TortureFault(`«${slot.name}» was made twice, as order ${order?.number} and ${second.number}`)
    checkSlot(slot, order)
  }
  const [strange] = byName.keys()
  if (strange !== undefined) throw new TortureFault(`nobody has asked for «${strange}»`)
}

function checkSlot(slot: Slot, stored: StoredOrder | undefined): void {
  const state = stored?.history
  if (!slot.possible.some((each) => isDeepStrictEqual(each, state))) {
    const differences = slot.possible.map((each) => differencesIn(state, each).join(', '))
    throw new TortureFault(`order ${slot.number ?? ''} «${slot.name}» is wrong: ${differences.join(' OR ')}`)
  }
  if (stored !== undefined) slot.learnNumber(stored.number)
  slot.settle(state)
}

/** Of an order's events, a receiver is told one when it knows all before; one event may go to it twice, by two addresses. */
function checkDeliveries({ number, events }: StoredOrder, shop: TorturedShop, hasJob: boolean): void {
  const waitingAt = new Set<string>()
  for (const event of events) {
    checkAddresses(event, shop, number)
    const pending = event.deliveries.filter(({ state }) => state === 'pending')
    if (pending.length > 0 && !hasJob) throw new TortureFault(`event ${event.number} waits, but nobody will tell it`)
    for (const { origin, state, due_at } of event.deliveries) {
      const mayBeTold = !waitingAt.has(origin)
      const isTold = state !== 'pending' || due_at !== null
      if (isTold !== mayBeTold)
        throw new TortureFault(`order ${number}: event ${event.number} is ${state} and due at ${due_at}, out of turn`)
    }
    for (const { origin } of pending) waitingAt.add(origin)
  }
}

function checkAddresses(event: StoredEvent, shop: TorturedShop, order: number): void {
  const name = notificationOf(event.type)
  const wanted = name === undefined ? [] : shop.urlsFor(JSON.parse(event.data) as Order, name).toSorted()
  const found = event.deliveries.map(({ url }) => url).toSorted()
  if (!isDeepStrictEqual(found, wanted))
    throw new TortureFault(`event ${event.number} goes to ${found.join(', ')}, not ${wanted.join(', ')}`)
  if (event.deliveries.some((each) => each.subject !== order || each.origin !== new URL(each.url).origin))
    throw new TortureFault(`deliveries of event ${event.number} say something else than it`)
}
