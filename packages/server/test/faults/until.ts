import { setTimeout as delay } from 'node:timers/promises'

/** Looks again and again until it is so; throws, with what was waited for, when that takes too long. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, patienceMs = 20_000): Promise<void> {
  const deadline = performance.now() + patienceMs
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`${what}: not within ${patienceMs / 1_000} s.`)
    await delay(20)
  }
}
