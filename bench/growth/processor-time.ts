/** What processes have used of the processor, by what Linux says (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html). */
import { readdirSync, readFileSync } from 'node:fs'

/** A tick is a hundredth of a second on every Linux that Node runs on. */
const ticksPerSecond = 100

interface Stat {
  readonly parent: number
  readonly ticks: number
  /** Of children that have ended. */
  readonly endedTicks: number
}

/** Undefined: it is gone. */
function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in brackets, may hold anything.
    const [, parent, , , , , , , , , , user, system, endedUser, endedSystem] = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
    return {
      parent: Number(parent),
      ticks: Number(user) + Number(system),
      endedTicks: Number(endedUser) + Number(endedSystem),
    }
  } catch {
    return undefined
  }
}

/** Of a process and all that it has started. */
export function familySeconds(pid: number): number {
  const own = statOf(pid)
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === pid)
  const ticks = children.reduce((sum, child) => sum + (child?.ticks ?? 0), (own?.ticks ?? 0) + (own?.endedTicks ?? 0))
  return ticks / ticksPerSecond
}
