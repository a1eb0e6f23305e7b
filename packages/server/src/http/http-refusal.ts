import { ApiError, type ErrorName } from '@billkeep/wire/errors.ts'

/** A refusal with an HTTP status of its own; every other is answered with 200 (protocol section 2). */
export class HttpRefusal extends ApiError {
  readonly status: number

  constructor(status: number, errorName: ErrorName, options?: { cause: unknown }) {
    super(errorName, options)
    this.status = status
  }
}
