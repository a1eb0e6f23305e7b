/** Everything that a call may reject with, but for the reason of a signal that was aborted. */
import type { ErrorName } from './generated/api-types.ts'
import type { FieldFault, ProblemName } from './generated/v1-types.ts'

/** What all errors of this package are. */
export class BillkeepError extends Error {
  override readonly name: string = 'BillkeepError'
}

/** The order API refused: a signed answer with an error code. */
export class ApiError extends BillkeepError {
  override readonly name = 'ApiError'
  /** The name of the code, `orderNotFound`; `unknown` for one that is not in the tables. */
  readonly reason: ErrorName | 'unknown'
  /** As on the wire, 400. */
  readonly code: number
  /** `error_text`, as it was sent. */
  readonly text: string
  /** What came with it: of `orderExists` the number of that order, `{ bill_id }`; most often nothing, `[]`. */
  readonly result: unknown
  /** Which function refused. */
  readonly functionName: string

  constructor(
    message: string,
    {
      reason,
      code,
      text,
      result,
      functionName,
    }: Pick<ApiError, 'reason' | 'code' | 'text' | 'result' | 'functionName'>,
  ) {
    super(message)
    this.reason = reason
    this.code = code
    this.text = text
    this.result = result
    this.functionName = functionName
  }
}

/** An answer that cannot be trusted or understood. What was asked may have been done all the same. */
export class AnswerError extends BillkeepError {
  override readonly name = 'AnswerError'
  readonly reason: AnswerFault

  /** `ErrorOptions` by hand: projects that are checked against ES2020 do not know that name. */
  constructor(reason: AnswerFault, message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.reason = reason
  }
}

/** Why it cannot: no JSON, not in the form that was agreed, not signed with the key, or answered at another time. */
export type AnswerFault =
  | 'not JSON'
  | 'no envelope'
  | 'wrong hash'
  | 'no signature'
  | 'wrong signature'
  | 'too old'
  | 'too new'

/** The server answered with an HTTP status that says nothing more: it is too busy, away, or another address is meant. */
export class HttpError extends BillkeepError {
  override readonly name: string = 'HttpError'
  readonly status: number
  /** When the server wants to be asked again, in milliseconds from then; undefined: it does not say. */
  readonly retryAfterMs: number | undefined

  constructor(message: string, { status, retryAfterMs }: Pick<HttpError, 'status' | 'retryAfterMs'>) {
    super(message)
    this.status = status
    this.retryAfterMs = retryAfterMs
  }
}

/** A problem of API v1 (RFC 9457). */
export class ProblemError extends HttpError {
  override readonly name = 'ProblemError'
  /** The end of its `type`, `not-found`; a later version of the server may know further ones. */
  readonly reason: ProblemName | (string & {})
  /** What happened this time, for people. */
  readonly detail: string
  /** Each field that is not as it should be. */
  readonly errors: readonly FieldFault[]
  /** The name of the call in the server's log; '' if it has none. */
  readonly requestId: string

  constructor(
    message: string,
    problem: Pick<ProblemError, 'status' | 'retryAfterMs' | 'reason' | 'detail' | 'errors' | 'requestId'>,
  ) {
    super(message, problem)
    this.reason = problem.reason
    this.detail = problem.detail
    this.errors = problem.errors
    this.requestId = problem.requestId
  }
}

/** No answer came: the host is unknown, refuses, or the connection broke. What was asked may have been done. */
export class ConnectionError extends BillkeepError {
  override readonly name = 'ConnectionError'
}

/** No answer came in time. What was asked may have been done. */
export class TimeoutError extends BillkeepError {
  override readonly name = 'TimeoutError'
  readonly timeoutMs: number

  constructor(timeoutMs: number) {
    super(`No answer came within ${timeoutMs} ms.`)
    this.timeoutMs = timeoutMs
  }
}

/** A webhook or notification that is not from the shop, or not of this time. Answer it with 403. */
export class ForgeryError extends BillkeepError {
  override readonly name = 'ForgeryError'
  readonly reason: 'incomplete' | 'wrong signature' | 'too old' | 'too new'

  constructor(reason: ForgeryError['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}
