/** The metrics of all workers as one, asked for in the primary process or by one of the workers. */
import cluster, { type Worker } from 'node:cluster'
import type { Values } from '../../metrics/metrics.ts'
import { type FromPrimary, toPrimary } from './messages.ts'

/** A worker that takes longer to tell is left out: it hangs, or has just died. */
const patienceMs = 3_000

export class GatheredMetrics {
  readonly #serving = new Set<Worker>()
  readonly #asked = new Map<number, (values: Values) => void>()
  #questions = 0

  /** Before there are workers. */
  constructor() {
    cluster.on('message', (worker, message: unknown) => {
      this.#hear(worker, message)
    })
    cluster.on('exit', (worker) => {
      this.#serving.delete(worker)
    })
  }

  readonly text = async (): Promise<string> => {
    const { textOfAll } = await import('../../metrics/metrics.ts')
    const all = await Promise.all([...this.#serving].map((worker) => this.#valuesOf(worker)))
    return textOfAll(all.filter((values) => values !== undefined))
  }

  #hear(worker: Worker, message: unknown): void {
    const { data: told } = toPrimary.safeParse(message)
    if (told?.type === 'serving') this.#serving.add(worker)
    else if (told?.type === 'metrics') this.#asked.get(told.question)?.(asMade(told.values))
    else if (told?.type === 'metricsWanted') void this.#tell(worker, told.question)
  }

  async #tell(worker: Worker, question: number): Promise<void> {
    const text = await this.text()
    send(worker, { type: 'allMetrics', question, text })
  }

  async #valuesOf(worker: Worker): Promise<Values | undefined> {
    this.#questions += 1
    const question = this.#questions
    const { promise, resolve } = Promise.withResolvers<Values | undefined>()
    const late = setTimeout(resolve, patienceMs, undefined)
    this.#asked.set(question, resolve)
    send(worker, { type: 'tellMetrics', question })
    const values = await promise
    clearTimeout(late)
    this.#asked.delete(question)
    return values
  }
}

/** A worker is this program, too, and sends what `values` has given there. */
function asMade(values: readonly unknown[]): Values {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return values as Values
}

function send(worker: Worker, message: FromPrimary): void {
  if (worker.isConnected()) worker.send(message)
}
