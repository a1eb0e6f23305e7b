/** The database's time, kept by this machine's clock in between: machines whose clocks differ agree on it. */

export interface AgreedTime {
  readonly now: () => number
  readonly stop: () => void
}

/** Clocks drift by far less than a lease in this time. */
const askEveryMs = 10_000
/** Time should not jump without need; and what asking takes hides differences as small as this. */
const slightMs = 50

/** Rejects if the database cannot be asked. Later on, an answer that does not come leaves all as it is. */
export async function agreedTime(clock: () => number, ask: () => Promise<number>): Promise<AgreedTime> {
  let ahead = 0
  async function correct(): Promise<void> {
    const before = clock()
    const answer = await ask()
    const after = clock()
    const now = Math.round(answer - (before + after) / 2)
    if (Math.abs(now - ahead) > Math.max(slightMs, (after - before) / 2)) ahead = now
  }
  await correct()
  const timer = setInterval(() => {
    correct().catch(() => undefined)
  }, askEveryMs).unref()
  return {
    now: () => clock() + ahead,
    stop: () => {
      clearInterval(timer)
    },
  }
}
