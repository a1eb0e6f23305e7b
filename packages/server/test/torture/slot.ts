/** One order that somebody means to place, and all that is known of what became of it. */
import type { Order } from '../../src/rules/order.ts'
import { type Asked, inTime, mayRepeat, outcomes, type Plan, type Possible } from './history.ts'
import { TortureFault } from './torture-fault.ts'

export class Slot {
  readonly plan: Plan
  /** Undefined as long as nobody has told. */
  number: number | undefined
  /** More than one while an answer is lost; `settle` says which. */
  possible: readonly Possible[] = [undefined]
  /** Parts that were asked for so far: each is of a sum of its own, so that what tells of it can be told apart. */
  parts = 0
  /** Whether the last call that should make it remained without an answer. */
  wasLost = false

  constructor(plan: Plan) {
    this.plan = plan
  }

  /** What no other order has. */
  get name(): string {
    return this.plan.order.comment
  }

  /** The order if it must be there, whatever has become of it. */
  get order(): Order | undefined {
    const [first] = this.possible
    return this.possible.every((state) => state !== undefined && !state.isDeleted) ? first?.order : undefined
  }

  /** Whether it may have been made, and may not. */
  get mayBeThere(): boolean {
    return this.possible.includes(undefined) && this.possible.length > 1
  }

  get mayRepeat(): boolean {
    return mayRepeat(this.plan, this.possible)
  }

  /** Throws TortureFault if nothing that may have happened leads to these answers. */
  learn(asked: readonly Asked[]): void {
    const before = this.possible
    this.possible = distinct(outcomes(this.plan, before, asked))
    const creations = asked.filter(({ step }) => step.kind === 'create')
    if (creations.length > 0) this.wasLost = creations.some(({ answer }) => answer === undefined)
    if (this.possible.length > 0) return
    const states = before.map((state) => (state?.events ?? []).map(({ type }) => type).join(' ') || 'nothing')
    throw new TortureFault(
      `order ${this.number ?? ''} «${this.name}»: ${JSON.stringify(asked)} after ${states.join(' or ')}`,
    )
  }

  /** An answer names the order. Throws TortureFault if another answer named another. */
  learnNumber(number: number): void {
    if (this.number !== undefined && this.number !== number)
      throw new TortureFault(`«${this.name}» is order ${this.number} and order ${number}`)
    this.number = number
  }

  /** What is stored: it was looked up. */
  settle(state: Possible): void {
    this.possible = inTime(state)
  }
}

function distinct(possible: readonly Possible[]): readonly Possible[] {
  return [...new Map(possible.map((state) => [JSON.stringify(state), state])).values()]
}
