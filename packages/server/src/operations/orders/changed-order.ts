import type { OrderResource } from '../../resources/order.ts'
import { statusWords } from '../../resources/order.ts'
import type { Move, StatusChange } from '../../rules/order-status.ts'
import type { OperationContext } from '../context.ts'
import type { Refuse } from '../define.ts'
import { viewOf } from './order-view.ts'

/** Changes an order and gives it as it is then; one that is so already stays as it is. */
export async function changedOrder(
  context: OperationContext,
  number: number,
  change: StatusChange,
  refuse: Refuse<'notFound' | 'wrongState'>,
): Promise<OrderResource> {
  const { orders } = context.store
  const { outcome } = await orders.change(number, change)
  const order = await orders.get(number)
  if (order === undefined) return refuse('notFound', { detail: noOrder(number) })
  if (!isDone(outcome)) {
    const detail = `Order ${number} is ${statusWords[order.pay_status]} and cannot be ${changeWords[change.to]}.`
    return refuse('wrongState', { detail })
  }
  return viewOf(context, order)
}

export function noOrder(number: number): string {
  return `There is no order ${number}.`
}

function isDone(outcome: Move['outcome'] | 'unknownOrder'): boolean {
  return outcome === 'changed' || outcome === 'same'
}

const changeWords = {
  paid: 'paid',
  cancel: 'cancelled',
  return: 'returned',
  sent: 'sent',
} as const satisfies Record<StatusChange['to'], string>
