/** When, and how, the server is taken away. */
import { nextTurn } from '../../../../conformance/raw-http.ts'
import type { Random } from '../fuzz/random.ts'
import type { Line } from './line.ts'

export interface Moment {
  /** So many calls of the round were sent or answered … */
  readonly what: 'sent' | 'answered'
  readonly count: number
  /** … and so many turns of our event loop have passed since. */
  readonly turns: number
  /** Whether it was asked to end before, and is killed while it does. */
  readonly isEnding: boolean
}

/** After so many calls at most; often after far fewer. */
export function momentIn(random: Random, mostCalls: number): Moment {
  return {
    what: random.pick(['sent', 'answered']),
    count: random.below(random.pick([3, mostCalls / 20, mostCalls / 4, mostCalls / 2, mostCalls])),
    turns: random.below(random.pick([1, 10, 100])),
    isEnding: random.once(6),
  }
}

/** Resolves when it has come; `pid` is the server's process. */
export async function reached({ what, count, turns, isEnding }: Moment, line: Line, pid: number): Promise<void> {
  await line.until(what, count)
  if (isEnding) {
    line.isBeingCut = true
    process.kill(pid, 'SIGTERM')
  }
  for (let turn = 0; turn < turns; turn++) await nextTurn()
  line.isBeingCut = true
}
