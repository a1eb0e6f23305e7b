/**
 * A process that notes payments, as `billkeep order pay` does, one after the other: the API has no call for them. Takes the
 * store's options first, then a `PaymentOrder` a message; answers each with a `PaymentAnswer`. Dies with the server.
 */
import type { Payment } from '../../src/rules/order.ts'
import { openStore, type StoreOptions } from '../../src/store/open.ts'
import { login } from './shop.ts'
import { tester } from '../tester.ts'

export interface PaymentOrder {
  readonly id: number
  readonly number: number
  readonly payment: Payment
}

export interface PaymentAnswer {
  readonly id: number
  /** The outcome's word, or what went wrong. */
  readonly outcome: string
}

const store = await openStore({ ...optionsIn(process.argv[2] ?? ''), clock: Date.now })
const { id: shopId } = await store.shops.get(login)
const { orders } = store.forShop(shopId, tester)
let last: Promise<unknown> = Promise.resolve()

process.on('message', ({ id, number, payment }: PaymentOrder) => {
  last = last.then(async () => {
    const outcome = await orders.pay(number, payment).then((paid) => paid.outcome, String)
    const answer: PaymentAnswer = { id, outcome }
    process.send?.(answer)
  })
})
process.on('disconnect', () => {
  void last.then(() => store.close())
})

function optionsIn(json: string): Omit<StoreOptions, 'clock'> {
  return JSON.parse(json) as Omit<StoreOptions, 'clock'>
}
