/** One of those who call: makes orders and does with them what comes to mind, until the line is dead. */
import type { Order, PayStatus } from '../../src/rules/order.ts'
import { leftToPay } from '../../src/rules/order.ts'
import type { Product } from '../../src/rules/product.ts'
import type { Random } from '../fuzz/random.ts'
import { orderOf } from '../orders.ts'
import { changeOf, creation, deletionOf, type Form } from './forms.ts'
import type { Asked, Plan, Step } from './history.ts'
import type { Line } from './line.ts'
import { itemOf } from './shop.ts'
import { Slot } from './slot.ts'
import type { Till } from './till.ts'

/** Few, so that they have many orders. */
const customers = 100

/** So many of the latest orders are changed: older ones are to stay as they are. */
const remembered = 12

export interface Surroundings {
  readonly line: Line
  readonly till: Till
  readonly random: Random
  readonly products: readonly Product[]
  /** Counts up over all rounds. */
  readonly nextSerial: () => number
  readonly onAsked: (slot: Slot, asked: readonly Asked[]) => void
}

export class Caller {
  /** All orders that this one ever asked for. */
  readonly slots: Slot[] = []
  #firstOfRound = 0

  /** Resolves when a call remains without an answer. */
  async callOn(surroundings: Surroundings): Promise<void> {
    if (!(await this.repeatLost(surroundings))) return
    this.#firstOfRound = this.slots.length
    for (;;) {
      const slot = this.#slot(surroundings)
      if (!(await ask(surroundings, slot, stepsFor(surroundings.random, slot, this.#isOfRound(slot))))) return
    }
  }

  /** Sends again what was not answered; resolves to whether all of that was. */
  async repeatLost(surroundings: Surroundings): Promise<boolean> {
    for (const slot of this.slots.slice(-remembered)) {
      if (slot.wasLost && slot.mayRepeat && !(await ask(surroundings, slot, [{ kind: 'create' }]))) return false
    }
    return true
  }

  #slot({ random, products, nextSerial }: Surroundings): Slot {
    const known = this.slots.slice(-remembered).filter(({ order }) => order !== undefined)
    if (known.length > 0 && !random.once(3)) return random.pick(known)
    const slot = new Slot(planOf(random, products, nextSerial()))
    this.slots.push(slot)
    return slot
  }

  #isOfRound(slot: Slot): boolean {
    return this.slots.includes(slot, this.#firstOfRound)
  }
}

/** Resolves to whether all of it was answered. */
async function ask(surroundings: Surroundings, slot: Slot, steps: readonly Step[]): Promise<boolean> {
  const asked = await Promise.all(
    steps.map(async (step): Promise<Asked> => ({ step, answer: await answerTo(surroundings, slot, step) })),
  )
  slot.learn(asked)
  surroundings.onAsked(slot, asked)
  return asked.every(({ answer }) => answer !== undefined)
}

async function answerTo({ line, till }: Surroundings, slot: Slot, step: Step): Promise<string | undefined> {
  if (step.kind === 'pay') return till.pay(numberOf(slot), step.payment)
  const answer = await line.call(formOf(slot, step))
  if (answer?.number !== undefined) slot.learnNumber(answer.number)
  return answer?.code
}

function formOf(slot: Slot, step: Exclude<Step, { kind: 'pay' }>): Form {
  if (step.kind === 'create') return creation(slot.plan)
  return step.kind === 'delete' ? deletionOf(numberOf(slot)) : changeOf(numberOf(slot), step.change)
}

function numberOf({ number, name }: Slot): number {
  if (number === undefined) throw new Error(`Nobody has told the number of «${name}».`)
  return number
}

/** One step, or two at once. */
function stepsFor(random: Random, slot: Slot, isFresh: boolean): readonly Step[] {
  if (slot.order === undefined) {
    // Between two at once the first may outlive its time, and the second make another, rightly.
    const isOften = random.once(8) && slot.plan.order.cancel_at === null
    return random.list(isOften ? 2 : 1, () => ({ kind: 'create' }))
  }
  const first = stepFor(random, slot, slot.order, isFresh)
  // What is made again must be there meanwhile.
  return first.kind === 'create' || !random.once(8) ? [first] : [first, stepFor(random, slot, slot.order, false)]
}

function stepFor(random: Random, slot: Slot, order: Order, mayCreate: boolean): Step {
  const at = order.created + random.between(1, 1_000) * 1_000
  return random.one<Step>(
    () => ({ kind: 'change', change: { to: 'paid', at, payway: '' } }),
    () => ({ kind: 'change', change: { to: 'sent', at, rpo: `RPO${random.bits()}` } }),
    () => ({ kind: 'change', change: { to: 'cancel' } }),
    () => ({ kind: 'change', change: { to: 'return' } }),
    () => partOf(slot, at),
    () => partOf(slot, at),
    () => (leftToPay(order) > 0 ? paymentOf(leftToPay(order), at) : partOf(slot, at)),
    () => (random.once(2) ? { kind: 'delete' } : partOf(slot, at)),
    () => (mayCreate && slot.mayRepeat ? { kind: 'create' } : partOf(slot, at)),
  )
}

function partOf(slot: Slot, at: number): Step {
  slot.parts += 1
  return paymentOf(slot.parts * 100, at)
}

function paymentOf(sumMinor: number, at: number): Step {
  return { kind: 'pay', payment: { sumMinor, at, payway: 'Stripe' } }
}

function planOf(random: Random, products: readonly Product[], serial: number): Plan {
  const api = random.pick([1, 1, 2] as const)
  const created = Date.UTC(2026, 0, 1) + serial * 1_000
  // Prices are round: no two orders are of the same products and sums, as they would count as one.
  const sum = 1_000_001 + serial * 100
  const items = random.list(random.pick([1, 1, 2, 3]), (index) => {
    const product = random.pick(products)
    return itemOf(product, index === 0 ? sum : product.priceMinor)
  })
  return {
    api,
    order: orderOf({
      number: 0,
      email: `Customer${random.below(customers)}@example.com`,
      pay_status: 'waiting',
      created,
      paid: null,
      cancel_at: api === 1 && random.once(6) ? soon(random) : null,
      payway: '',
      city: 'Town',
      country: 'Freedonia',
      address: '1 Main St.',
      comment: `call ${serial} «Ё»`,
      items,
    }),
    payStatus: api === 1 ? 'waiting' : random.pick<PayStatus>(['waiting', 'waiting', 'paid', 'cancel', 'return']),
    paidAt: created + 60_000,
  }
}

/** In whole seconds, as the wire has it; by the clock of the server, which is ours. */
function soon(random: Random): number {
  return (Math.floor(Date.now() / 1_000) + random.below(4)) * 1_000
}
