/** The cashier's process, seen from here. */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Payment } from '../../src/rules/order.ts'
import type { PaymentAnswer, PaymentOrder } from './cashier.ts'
import type { TortureDatabase } from './database.ts'

export class Till {
  readonly #process: ChildProcess
  readonly #gone: Promise<void>
  readonly #waiting = new Map<number, (outcome: string | undefined) => void>()
  #next = 1

  constructor({ storeOptions }: TortureDatabase) {
    // Nothing of how this process was started is handed on.
    this.#process = fork(join(import.meta.dirname, 'cashier.ts'), [JSON.stringify(storeOptions)], { execArgv: [] })
    this.#process.on('message', ({ id, outcome }: PaymentAnswer) => {
      this.#waiting.get(id)?.(outcome)
      this.#waiting.delete(id)
    })
    this.#gone = new Promise((resolve) => {
      this.#process.once('exit', () => {
        for (const answer of this.#waiting.values()) answer(undefined)
        this.#waiting.clear()
        resolve()
      })
    })
  }

  /** Resolves to the outcome's word; to undefined if the process died without one. */
  async pay(number: number, payment: Payment): Promise<string | undefined> {
    const id = this.#next++
    if (!this.#process.connected) return undefined
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      const order: PaymentOrder = { id, number, payment }
      // One that cannot be sent is told by the end of the process.
      this.#process.send(order, () => {})
    })
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL')
    await this.#gone
  }
}
