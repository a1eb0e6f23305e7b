/** Every problem that API v1 answers with (RFC 9457): its type, status, title, and when it happens. */

export interface ProblemKind {
  /** The end of its type, `/v1/problems/SLUG`; never changes. */
  readonly slug: string
  readonly status: number
  readonly title: string
  /** Which calls may end so: all; those with a body; those that change something; those of no operation; those that declare it. */
  readonly concerns: 'all' | 'bodies' | 'writes' | 'none' | 'declared'
  /** When it happens and what to do, for the page that its type leads to. */
  readonly meaning: string
}

export const problems = {
  malformedBody: {
    slug: 'malformed-body',
    status: 400,
    title: 'The body is not valid JSON',
    concerns: 'bodies',
    meaning: 'The body could not be read as JSON in UTF-8, or did not arrive whole. Send one JSON object.',
  },
  unauthenticated: {
    slug: 'unauthenticated',
    status: 401,
    title: 'No valid token',
    concerns: 'all',
    meaning:
      'The header `Authorization: Bearer TOKEN` is missing, or its token is unknown, revoked or expired. «billkeep token create» makes one.',
  },
  missingScope: {
    slug: 'missing-scope',
    status: 403,
    title: 'The token may not do this',
    concerns: 'all',
    meaning: 'The token lacks the scope that the operation needs. Make another token that has it.',
  },
  crossSite: {
    slug: 'cross-site',
    status: 403,
    title: 'Not from another site',
    concerns: 'none',
    meaning:
      'A call with the cookie of somebody who is signed in must come from the account page itself, and name the shop in the header `Billkeep-Shop`. Programs use tokens.',
  },
  addressDenied: {
    slug: 'address-denied',
    status: 403,
    title: 'Not from this address',
    concerns: 'all',
    meaning: 'The shop or the token lets in certain addresses only, and the call came from another.',
  },
  shopDisabled: {
    slug: 'shop-disabled',
    status: 403,
    title: 'The shop is switched off',
    concerns: 'all',
    meaning: 'Whoever runs this installation has switched the shop off.',
  },
  notFound: {
    slug: 'not-found',
    status: 404,
    title: 'There is no such thing',
    concerns: 'declared',
    meaning: 'The shop has nothing by this number or name. What belongs to another shop is not there either.',
  },
  unknownPath: {
    slug: 'unknown-path',
    status: 404,
    title: 'There is no such operation',
    concerns: 'none',
    meaning: 'No operation of API v1 has this path. See /v1/docs.',
  },
  methodNotAllowed: {
    slug: 'method-not-allowed',
    status: 405,
    title: 'Not with this method',
    concerns: 'none',
    meaning: 'The path exists, but not with this method; the header `Allow` lists those it has.',
  },
  timeout: {
    slug: 'timeout',
    status: 408,
    title: 'The request took too long to arrive',
    concerns: 'bodies',
    meaning: 'The body did not come in time. Send it again.',
  },
  conflict: {
    slug: 'conflict',
    status: 409,
    title: 'Something like it is there already',
    concerns: 'declared',
    meaning: 'The name or code is taken, or the same order is waiting already. The detail says by what.',
  },
  wrongState: {
    slug: 'wrong-state',
    status: 409,
    title: 'Not in this state',
    concerns: 'declared',
    meaning: 'What is asked for is not possible in the state that the thing is in; the detail names it.',
  },
  requestInProgress: {
    slug: 'request-in-progress',
    status: 409,
    title: 'A call with this Idempotency-Key is under way',
    concerns: 'writes',
    meaning:
      'Another call with the same key has not ended yet. Wait a second and repeat it: the answer will be the same.',
  },
  bodyTooLarge: {
    slug: 'body-too-large',
    status: 413,
    title: 'The body is too large',
    concerns: 'bodies',
    meaning:
      'A body has at most 1 MiB, a file that is imported 32 MiB. «billkeep orders import» takes files of any size.',
  },
  unsupportedMediaType: {
    slug: 'unsupported-media-type',
    status: 415,
    title: 'The body has another type than it should',
    concerns: 'bodies',
    meaning: 'Bodies are sent with `Content-Type: application/json`, and files of orders with `application/x-ndjson`.',
  },
  invalid: {
    slug: 'invalid',
    status: 422,
    title: 'The input is not valid',
    concerns: 'all',
    meaning:
      'A field is missing, unknown or has a wrong value; `errors` names each field at fault and what it should be.',
  },
  keyReused: {
    slug: 'idempotency-key-reused',
    status: 422,
    title: 'The Idempotency-Key was used for something else',
    concerns: 'writes',
    meaning: 'Within 24 hours a key stands for one call. Use a new one for another operation or body.',
  },
  rateLimited: {
    slug: 'rate-limited',
    status: 429,
    title: 'Too many calls',
    concerns: 'all',
    meaning:
      'The calls of this minute are used up; `Retry-After` says when there are new ones. Wrong tokens cost many.',
  },
  internal: {
    slug: 'internal',
    status: 500,
    title: 'Something went wrong here',
    concerns: 'all',
    meaning:
      'It is our mistake, nothing was changed, and the log has it under the request id. The call may be repeated.',
  },
  unavailable: {
    slug: 'unavailable',
    status: 503,
    title: 'The database does not answer',
    concerns: 'all',
    meaning:
      'Most often another takes over within seconds. Repeat the call after `Retry-After`, writes with their Idempotency-Key.',
  },
  overloaded: {
    slug: 'overloaded',
    status: 503,
    title: 'More is asked than can be answered',
    concerns: 'all',
    meaning:
      'Nothing of the call was read or changed. Repeat it after `Retry-After`, and ask less at once; the other calls are answered meanwhile.',
  },
} as const satisfies Record<string, ProblemKind>

export type ProblemName = keyof typeof problems

/** A field that is not as it should be. */
export interface FieldFault {
  readonly in: 'path' | 'query' | 'header' | 'body'
  /** `items.0.amount`; '' for the whole. */
  readonly field: string
  /** What is wrong and what it should be, for people. */
  readonly detail: string
}

export interface ProblemDetails {
  /** What happened this time, for people. */
  readonly detail?: string
  readonly errors?: readonly FieldFault[]
  readonly headers?: Readonly<Record<string, string>>
}

/** Ends a call with a problem. */
export class Problem extends Error {
  readonly problemName: ProblemName
  readonly details: ProblemDetails

  constructor(problemName: ProblemName, details: ProblemDetails = {}, options?: ErrorOptions) {
    super(details.detail ?? problems[problemName].title, options)
    this.name = 'Problem'
    this.problemName = problemName
    this.details = details
  }
}

/** `type` of a problem: a reference to the page that explains it, at the same host. */
export function problemType(name: ProblemName): string {
  return `/v1/problems/${problems[name].slug}`
}

/** Of a field of the body that only the shop's data shows to be wrong. */
export function bodyFault(field: string, detail: string): ProblemDetails {
  return { detail, errors: [{ in: 'body', field, detail }] }
}

/** Runs what throws a RangeError for people where that field of the body is wrong. */
export async function orBodyFault<Result>(field: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Problem('invalid', bodyFault(field, error.message), { cause: error })
  }
}
