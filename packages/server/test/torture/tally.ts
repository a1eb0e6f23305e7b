/** What a run has seen. */
import type { Asked } from './history.ts'
import type { Slot } from './slot.ts'

export class Tally {
  readonly #counts = new Map<string, number>()

  readonly #acknowledged = new Set<Slot>()

  /** To be handed on as it is. */
  readonly asked = (slot: Slot, asked: readonly Asked[]): void => {
    for (const { step, answer } of asked) {
      this.#add(nameOf(step.kind, answer, this.#acknowledged.has(slot)))
      if (step.kind === 'create' && answer !== undefined) this.#acknowledged.add(slot)
    }
  }

  /** What became of an order whose call was lost. */
  settled(isThere: boolean): void {
    this.#add(isThere ? 'lost orders that were taken' : 'lost orders that were not')
  }

  notifications({ all, different }: { readonly all: number; readonly different: number }): void {
    this.#add('notifications', different)
    this.#add('notifications that came again', all - different)
  }

  count(name: string): number {
    return this.#counts.get(name) ?? 0
  }

  /** For people: how many there were of each kind. */
  summary(): string {
    const counts = [...this.#counts].toSorted(([a], [b]) => (a < b ? -1 : 1))
    return counts.map(([name, count]) => `${count} ${name}`).join(', ')
  }

  #add(name: string, count = 1): void {
    this.#counts.set(name, this.count(name) + count)
  }
}

function nameOf(kind: Asked['step']['kind'], answer: string | undefined, isKnown: boolean): string {
  if (answer === undefined) return kind === 'create' ? 'lost orders' : 'lost changes'
  if (kind === 'create') return isKnown ? 'orders found again' : 'orders'
  const isDone = answer === '0' || answer === 'changed'
  return isDone ? { change: 'changes', pay: 'payments', delete: 'deletions' }[kind] : 'refusals'
}
