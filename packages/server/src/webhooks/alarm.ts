/**
 * Wakes the one who waits; rung while nobody waits, it has the next wait end at once. Leaves nothing behind, as a promise
 * that lasts would that each wait raced against.
 */
export class Alarm {
  #isRung = false
  #wake: (() => void) | undefined

  ring(): void {
    if (this.#wake === undefined) this.#isRung = true
    else this.#wake()
  }

  /** Resolves when it rings or, if that is given, after this time; such a time alone keeps no process from ending. */
  async wait(longestMs?: number): Promise<void> {
    if (!this.#isRung) {
      await new Promise<void>((resolve) => {
        const timer = longestMs === undefined ? undefined : setTimeout(resolve, longestMs).unref()
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      this.#wake = undefined
    }
    this.#isRung = false
  }
}
