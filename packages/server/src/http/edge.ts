/** The edge in one piece: from the store behind it to the sockets before it. */
import type { Logger } from 'pino'
import { createAdmission } from './admission.ts'
import { createAnswer } from './answer.ts'
import { type Listening, listen, type ListenOptions } from './listen.ts'
import type { Health } from './health.ts'
import { observed, requestLog } from './observed.ts'
import { createTenants, type Directory } from './tenant.ts'
import { createAnswerV1 } from './v1/answer-v1.ts'
import type { TokenDirectory } from './v1/bearer.ts'
import type { CallStore } from './v1/calls.ts'

export interface EdgeOptions extends Omit<ListenOptions, 'answer'> {
  readonly store: Directory & TokenDirectory & CallStore & { health(): Promise<Health> }
  /** In lower case. */
  readonly baseDomains: readonly string[]
  /** For each shop and address, in this process; 0: no limit. */
  readonly callsPerMinute: number
  /** Whether results are checked against the function's `output` (tests and development only). */
  readonly checkOutput: boolean
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
  readonly log: Logger
}

export async function openEdge(options: EdgeOptions): Promise<Listening> {
  const { store, baseDomains, callsPerMinute, checkOutput, clock, log } = options
  const tenants = createTenants({ directory: store, baseDomains, clock, checkOutput })
  const admission = createAdmission({ callsPerMinute })
  const answerV1 = createAnswerV1({ store, callsPerMinute, checkOutput, clock, log })
  const answer = createAnswer({ health: () => store.health(), tenants, admission, answerV1, baseDomains, clock, log })
  const observers = [requestLog(log)].filter((observer) => observer !== undefined)
  return listen({ ...options, answer: observed(answer, observers) })
}
