/** A receiver of notifications that takes its time, and knows when it is told one thing by two at once. */
import { setTimeout as delay } from 'node:timers/promises'
import { receiver } from '../receiver.ts'

export interface Listener {
  readonly url: string
  /** How often it was told of each order, by its number. */
  readonly told: ReadonlyMap<number, number>
  /** Numbers of orders of which two told it at the same moment. */
  readonly twiceAtOnce: readonly number[]
  /** The longest time in which it heard nothing, in milliseconds. */
  longestSilenceMs(): number
}

/** `paceMs` gives how long an answer takes. Gone when the test ends. */
export async function startListener(paceMs: () => number): Promise<Listener> {
  const told = new Map<number, number>()
  const open = new Set<number>()
  const twiceAtOnce: number[] = []
  let heardAt = performance.now()
  let silenceMs = 0
  const { url, received } = await receiver((response) => {
    const number = Number(received.at(-1)?.get('id'))
    silenceMs = Math.max(silenceMs, performance.now() - heardAt)
    heardAt = performance.now()
    told.set(number, (told.get(number) ?? 0) + 1)
    if (open.has(number)) twiceAtOnce.push(number)
    open.add(number)
    // Also when whoever told it is gone.
    response.once('close', () => open.delete(number))
    void delay(paceMs()).then(() => response.end())
  })
  return { url, told, twiceAtOnce, longestSilenceMs: () => silenceMs }
}
