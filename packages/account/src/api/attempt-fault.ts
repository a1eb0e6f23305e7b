import type { TextName } from '../texts/en.ts'
import { Problem } from './problem.ts'

/** Why signing in, a password or a code was refused; `wrong` where it was not the right one. */
export function attemptFault<Wrong>(error: unknown, wrong: Wrong): TextName | Wrong {
  if (!(error instanceof Problem) || error.status >= 500) return 'common.offline'
  const known = faults[error.slug]
  if (known !== undefined) return known
  return error.status === 429 ? 'signIn.tooOften' : wrong
}

/** By the codes of the library that signs in. */
const faults: Readonly<Record<string, TextName>> = {
  ACCOUNT_TEMPORARILY_LOCKED: 'signIn.locked',
  INVALID_TWO_FACTOR_COOKIE: 'signIn.again',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'signIn.again',
  PASSWORD_TOO_SHORT: 'password.length',
  PASSWORD_TOO_LONG: 'password.length',
}
