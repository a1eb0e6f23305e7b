/** Logs as JSON lines in which nobody's secret is, whatever went wrong. */
import { type DestinationStream, type Logger, pino } from 'pino'
import type { Config } from './config.ts'

export function createLog(level: Config['logLevel'], destination: DestinationStream): Logger {
  return pino({ level, serializers: { err: describeError } }, destination)
}

interface DescribedError {
  readonly type: string
  readonly message: string
  readonly code?: string
  readonly stack?: string
  readonly cause?: unknown
  readonly errors?: readonly unknown[]
}

/** Causes of causes; protects from an error that is its own. */
const deepest = 5

/**
 * What helps to find a fault, and no other property: those of PostgreSQL's errors, for one, hold the row that was refused.
 */
function describeError(error: unknown, depth = 0): DescribedError | string | undefined {
  if (depth > deepest) return undefined
  if (!(error instanceof Error)) return masked(String(error))
  const { name, message, stack, cause } = error
  return {
    type: name,
    message: masked(message),
    ...('code' in error ? { code: masked(String(error.code)) } : {}),
    ...(stack === undefined ? {} : { stack: masked(stack) }),
    ...(cause === undefined ? {} : { cause: describeError(cause, depth + 1) }),
    ...(error instanceof AggregateError
      ? { errors: error.errors.map((inner: unknown) => describeError(inner, depth + 1)) }
      : {}),
  }
}

/** Name and password in the address of a database or proxy. */
const credentials = /(:\/\/)[^\s/@]+@/g
/** The first character and the host remain: enough to know one's own customer again. */
const email = /([^\s"'<>()[\]{},:;=@/…])[^\s"'<>()[\]{},:;=@/]*(?:@|%40)(?=[^\s"'<>()[\]{},:;=@/])/gi

/** Messages of libraries may quote what they were given. */
function masked(text: string): string {
  return text.replaceAll(credentials, '$1…@').replaceAll(email, '$1…@')
}
