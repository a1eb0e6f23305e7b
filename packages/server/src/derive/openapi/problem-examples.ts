/** Every problem as it may be answered, for the documents. */
import type { z } from 'zod'
import { type FieldFault, type ProblemName, problems, problemType } from '../../operations/problems.ts'
import type { problemResource } from '../../resources/problem.ts'
import { problemNames } from './problem-responses.ts'

export interface Example {
  readonly summary: string
  readonly value: unknown
}

/** By slug, so that names of components are those of their pages. */
export function problemExamples(): Record<string, Example> {
  return Object.fromEntries(
    problemNames.map((name) => [problems[name].slug, { summary: problems[name].title, value: problemExample(name) }]),
  )
}

function problemExample(name: ProblemName): z.output<typeof problemResource> {
  const { title, status } = problems[name]
  return { type: problemType(name), title, status, ...particulars[name], request_id: '5f2c81-1024' }
}

interface Particulars {
  readonly detail?: string
  readonly errors?: FieldFault[]
}

/** What it says this time, where it says more than its title. */
const particulars: Readonly<Partial<Record<ProblemName, Particulars>>> = {
  malformedBody: { detail: 'Unexpected end of JSON input' },
  unauthenticated: { detail: 'The token has expired.' },
  missingScope: { detail: 'The token lacks the scope «orders:write».' },
  addressDenied: { detail: '203.0.113.7 may not call.' },
  notFound: { detail: 'There is no order 258367.' },
  unknownPath: { detail: 'There is no /v1/ordres. All that there is stands at /v1/docs.' },
  methodNotAllowed: { detail: '/v1/orders takes GET, POST.' },
  conflict: { detail: 'There is a product «course» already.' },
  wrongState: { detail: 'The order is paid already.' },
  requestInProgress: { detail: 'Another call with this Idempotency-Key has not ended yet.' },
  unsupportedMediaType: { detail: 'The body came with «text/plain»; it must be application/json.' },
  invalid: {
    detail: '«email» must be an e-mail address.',
    errors: [{ in: 'body', field: 'email', detail: '«email» must be an e-mail address.' }],
  },
  keyReused: { detail: 'This Idempotency-Key stood for another call within the last 24 hours.' },
  rateLimited: { detail: 'Try again in 17 s.' },
}
