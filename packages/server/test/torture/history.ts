/**
 * What an order can have become. What a change does is asked of the rules, which have their own tests: here it matters
 * only whether all of it is there, or nothing.
 */
import type { EventType } from '../../src/rules/event.ts'
import type { Order, Payment, PayStatus } from '../../src/rules/order.ts'
import { move, receive, type StatusChange } from '../../src/rules/order-status.ts'

/** An order as somebody means to place it. */
export interface Plan {
  readonly api: 1 | 2
  /** Waiting; its number is 0, as the shop gives it one. */
  readonly order: Order
  /** What it is taken as. */
  readonly payStatus: PayStatus
  /** When it was paid, if it was; in Unix milliseconds. */
  readonly paidAt: number
}

export interface Happened {
  readonly type: EventType
  /** As it was right after, with number 0. */
  readonly order: Order
}

export interface History {
  /** With number 0. */
  readonly order: Order
  readonly isDeleted: boolean
  readonly events: readonly Happened[]
}

/** Undefined: there is no such order. */
export type Possible = History | undefined

export type Step =
  | { readonly kind: 'create' }
  | { readonly kind: 'change'; readonly change: StatusChange }
  | { readonly kind: 'pay'; readonly payment: Payment }
  | { readonly kind: 'delete' }

/** A step and what was answered: an error code, or the word of the till; undefined: nothing, so who knows. */
export interface Asked {
  readonly step: Step
  readonly answer: string | undefined
}

/**
 * What may be so after steps that were under way together: they may have come in any order, and one without an answer
 * may not have come at all. Empty if the answers cannot all be right.
 */
export function outcomes(plan: Plan, possible: readonly Possible[], asked: readonly Asked[]): readonly Possible[] {
  if (asked.length === 0) return possible
  return asked.flatMap(({ step, answer }, index) => {
    const others = asked.toSpliced(index, 1)
    const taken = possible.map((state) => take(plan, state, step))
    const fitting = taken.filter((each) => answer === undefined || each.answer === answer)
    const isThere = outcomes(plan, fitting.map(({ after }) => after).flatMap(inTime), others)
    return answer === undefined ? [...isThere, ...outcomes(plan, possible, others)] : isThere
  })
}

/** As it is, and as it is once its time is over, of which nobody is told: so it may be at any moment. */
export function inTime(state: Possible): readonly Possible[] {
  if (state === undefined || state.isDeleted || state.order.cancel_at === null) return [state]
  return [state, change(state, { to: 'cancel' }).after]
}

interface Taken {
  readonly answer: string
  readonly after: Possible
}

function take(plan: Plan, state: Possible, step: Step): Taken {
  if (step.kind === 'create') return create(plan, state)
  if (state === undefined) return { answer: 'nobody asks this of an order that is not there', after: state }
  const { order, isDeleted } = state
  if (step.kind === 'delete') {
    if (isDeleted) return { answer: '302', after: state }
    return {
      answer: '0',
      after: { ...extended(state, 'order.deleted', { ...order, cancel_at: null }), isDeleted: true },
    }
  }
  if (step.kind === 'pay') {
    if (isDeleted) return { answer: 'unknownOrder', after: state }
    const paid = receive(order, step.payment)
    return { answer: paid.outcome, after: paid.outcome === 'changed' ? extended(state, paid.event, paid.order) : state }
  }
  return change(state, step.change)
}

function change(state: History, to: StatusChange): Taken {
  if (state.isDeleted) return { answer: '200', after: state }
  const moved = move(state.order, to)
  if (moved.outcome === 'changed') return { answer: '0', after: extended(state, moved.event, moved.order) }
  return { answer: codes[moved.outcome], after: state }
}

const codes = { same: '0', wrongStatus: '201', notPaid: '202' } as const

/** One that is there is made again only while it must be recognised: see `mayRepeat`. */
function create(plan: Plan, state: Possible): Taken {
  if (state !== undefined) return { answer: plan.api === 1 ? '601' : '0', after: state }
  const created: History = {
    order: plan.order,
    isDeleted: false,
    events: [{ type: 'order.created', order: plan.order }],
  }
  let after = created
  for (const step of stepsTo(plan)) {
    const moved = move(after.order, step)
    if (moved.outcome !== 'changed') throw new Error(`No order can be taken as ${plan.payStatus}.`)
    after = extended(after, moved.event, moved.order)
  }
  return { answer: '0', after }
}

function stepsTo({ payStatus, paidAt }: Plan): readonly StatusChange[] {
  const paid = { to: 'paid', at: paidAt, payway: '' } as const
  const steps = { waiting: [], paid: [paid], cancel: [{ to: 'cancel' }], return: [paid, { to: 'return' }] } as const
  return steps[payStatus]
}

function extended(state: History, type: EventType, order: Order): History {
  return { ...state, order, events: [...state.events, { type, order }] }
}

/**
 * Whether a call that is sent again must find the order that is there: in version 1 as long as it waits, in version 2 for
 * ten minutes (the caller sees to that); deleted ones are not found in either.
 */
export function mayRepeat({ api }: Plan, possible: readonly Possible[]): boolean {
  return possible.every(
    (state) => state === undefined || (!state.isDeleted && (api === 2 || state.order.pay_status === 'waiting')),
  )
}
