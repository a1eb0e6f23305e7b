/** The database's time, kept by this machine's steady clock in between: machines whose clocks differ agree on it. */
import type { Clocks } from './clocks.ts'

export interface AgreedTime {
  readonly now: () => number
  readonly stop: () => void
}

/** Clocks drift by far less than a lease in this time. */
const askEveryMs = 10_000
/** How soon it is noticed that the machine has slept, and the steady clock with it. */
const lookEveryMs = 1_000
/** By which the clocks of one machine may drift apart in the meantime. */
const strayMs = 500
/** Time should not jump without need; and what asking takes hides differences as small as this. */
const slightMs = 50

/** Rejects if the database cannot be asked. Later on, an answer that does not come leaves all as it is. */
export async function agreedTime({ steady, wall }: Clocks, ask: () => Promise<number>): Promise<AgreedTime> {
  let agreed = { time: -Infinity, at: 0 }
  let asked = { at: -Infinity, apart: 0 }
  let isAsking = false
  const now = (at = steady()): number => Math.round(agreed.time + at - agreed.at)

  async function agree(): Promise<void> {
    const before = steady()
    asked = { at: before, apart: wall() - before }
    const time = await ask()
    const tookMs = steady() - before
    const at = before + tookMs / 2
    if (Math.abs(time - now(at)) > Math.max(slightMs, tookMs / 2)) agreed = { time, at }
  }

  async function look(): Promise<void> {
    const isDue = steady() - asked.at >= askEveryMs
    const hasSlept = Math.abs(wall() - steady() - asked.apart) > strayMs
    if (isAsking || !(isDue || hasSlept)) return
    isAsking = true
    await agree().catch(() => undefined)
    isAsking = false
  }

  await agree()
  const timer = setInterval(() => void look(), lookEveryMs).unref()
  return {
    now: () => now(),
    stop: () => {
      clearInterval(timer)
    },
  }
}
