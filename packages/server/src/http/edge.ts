/** The edge in one piece: from the store behind it to the sockets before it. */
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { TryOut } from '../rules/trial.ts'
import type { Store } from '../store/store.ts'
import { accountFiles } from './account/account-files.ts'
import { createAnswerAccount } from './account/answer-account.ts'
import { createPeople } from './account/people.ts'
import { createAdmission } from './admission.ts'
import { createAnswer } from './answer.ts'
import { type Listening, listen, type ListenOptions } from './listen.ts'
import type { Health } from './health.ts'
import type { MetricsPage } from './metrics-page.ts'
import { createExplain } from './explain.ts'
import { observed, type Observer, requestLog } from './observed.ts'
import { createAnswerMcp } from './mcp/answer-mcp.ts'
import type { RequestNotes } from './request-notes.ts'
import { createTenants } from './tenant.ts'
import { createAnswerV1 } from './v1/answer-v1.ts'
import { createCalls } from './v1/calls.ts'
import { createGate } from './v1/gate.ts'
import { createOperate } from './v1/operate.ts'

export interface EdgeOptions extends Omit<ListenOptions, 'answer'> {
  readonly store: Store
  /** In lower case. */
  readonly baseDomains: readonly string[]
  /** Left out: they cannot be read here. */
  readonly metrics?: MetricsPage | undefined
  /** Told of each request, beside the log. */
  readonly observe?: Observer | undefined
  /** Where requests are kept for the shops' owners; left out: nowhere. */
  readonly notes?: Pick<RequestNotes, 'observe'> | undefined
  /** For each shop and address, in this process; 0: no limit. */
  readonly callsPerMinute: number
  /** Sends somebody a notification to see what comes back; left out: nobody can be reached. */
  readonly tryOut?: TryOut | undefined
  /** Whether results are checked against the function's `output` (tests and development only). */
  readonly checkOutput: boolean
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
  readonly log: Logger
}

export async function openEdge(options: EdgeOptions): Promise<Listening> {
  const { store, baseDomains, metrics, observe, notes, callsPerMinute, tryOut, checkOutput, clock, log } = options
  const tenants = createTenants({ directory: store, baseDomains, clock, checkOutput })
  const admission = createAdmission({ callsPerMinute })
  const people = createPeople({ ...store.signIn, log })
  const gate = createGate({ store, people, callsPerMinute, clock, log })
  const operate = createOperate(createCalls({ store, clock, tryOut, checkOutput }))
  const answerV1 = createAnswerV1({ gate, operate, log })
  const answerMcp = createAnswerMcp({ gate, operate, log })
  const answerAccount = createAnswerAccount({ store, people, files: accountFiles(accountFolder), answerV1, log })
  const health = async (): Promise<Health> => store.health()
  const doors = { answerV1, answerMcp, answerAccount }
  const explain = notes && createExplain(clock)
  const answer = createAnswer({ health, metrics, tenants, admission, ...doors, explain, baseDomains, clock, log })
  const observers = [requestLog(log), observe, notes?.observe].filter((observer) => observer !== undefined)
  return listen({ ...options, answer: observed(answer, observers) })
}

/** Where the build of the account page puts its files. */
const accountFolder = join(import.meta.dirname, '../../../account/dist')
