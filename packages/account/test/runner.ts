/** Does what shops have to do, when a test says so: tells receivers on this machine, too. */
import { onTestFinished } from 'vitest'
import { handlersFor } from '../../server/src/jobs/handlers.ts'
import { Runner } from '../../server/src/jobs/runner.ts'
import { createLog } from '../../server/src/log.ts'
import type { Service } from '../../server/test/service.ts'

/** Gives what delivers all that is due. */
export function runnerFor({ store, clock }: Service): () => Promise<void> {
  const now = (): number => clock.now
  const keep = { eventsMs: Infinity, deliveriesMs: Infinity }
  const log = createLog('fatal', { write: () => undefined })
  const handlers = handlersFor({ store, clock: now, allowPrivateTargets: true, keep, random: () => 0.5, log })
  const runner = new Runner({ jobs: store.jobs, handlers, clock: now, log })
  onTestFinished(() => runner.stop())
  return async () => {
    // What one job leaves to another is due then.
    for (let round = 0; round < 3; round += 1) await runner.runDue()
  }
}
