/** A worker's part in the metrics of all: tells its own when the primary asks, and asks the primary for all. */
import cluster from 'node:cluster'
import type { Metrics } from '../../metrics/metrics.ts'
import { fromPrimary, type ToPrimary } from './messages.ts'

/** Gives the way to ask. */
export function shareMetrics(metrics: Metrics): () => Promise<string> {
  const asked = new Map<number, (text: string) => void>()
  let questions = 0

  async function tell(question: number): Promise<void> {
    send({ type: 'metrics', question, values: await metrics.values() })
  }

  cluster.worker?.on('message', (message: unknown) => {
    const { data: heard } = fromPrimary.safeParse(message)
    if (heard?.type === 'tellMetrics') void tell(heard.question)
    else if (heard?.type === 'allMetrics') asked.get(heard.question)?.(heard.text)
  })

  return async () => {
    questions += 1
    const question = questions
    const { promise, resolve } = Promise.withResolvers<string>()
    asked.set(question, resolve)
    send({ type: 'metricsWanted', question })
    const text = await promise
    asked.delete(question)
    return text
  }
}

function send(message: ToPrimary): void {
  process.send?.(message)
}
