import type { Scope } from '../../rules/scope.ts'
import { defaultScopes, isAllowed } from '../../rules/scope.ts'
import type { Token, TokenDraft } from '../../rules/token.ts'
import type { Refuse } from '../define.ts'
import { bodyFault, Problem } from '../problems.ts'

export interface Wanted {
  readonly name: string
  readonly scopes: readonly Scope[] | undefined
  readonly allowedAddresses: readonly string[] | undefined
  /** Unix milliseconds; null: it does not end by itself. */
  readonly expires: number | null | undefined
}

export interface Maker {
  readonly scopes: readonly Scope[]
  /** Undefined of a person who is signed in. */
  readonly token: Pick<Token, 'allowedAddresses' | 'expires'> | undefined
}

/**
 * A token that can do no more than its maker, from no more places and for no longer: else a stolen one would last for
 * ever. Throws Problem `missingScope`, which any operation may answer with.
 */
export function draftWithin(
  { scopes: own, token }: Maker,
  { name, scopes, allowedAddresses, expires }: Wanted,
  refuse: Refuse<'invalid'>,
): TokenDraft {
  const granted = scopes ?? defaultScopes.filter((scope) => isAllowed(own, scope))
  const tooMuch = granted.find((scope) => !isAllowed(own, scope))
  if (tooMuch !== undefined) {
    throw new Problem('missingScope', { detail: `The token lacks the scope «${tooMuch}», so it cannot give it away.` })
  }
  if (granted.length === 0) refuse('invalid', bodyFault('scopes', 'Say what the token may do: it may do nothing yet.'))
  return {
    name,
    scopes: granted,
    allowedAddresses: addressesWithin(token?.allowedAddresses ?? [], allowedAddresses, refuse),
    expires: expiryWithin(token?.expires ?? null, expires, refuse),
  }
}

function addressesWithin(
  own: readonly string[],
  wanted: readonly string[] | undefined,
  refuse: Refuse<'invalid'>,
): readonly string[] {
  if (wanted === undefined) return own
  const isWithin = own.length === 0 || (wanted.length > 0 && wanted.every((range) => own.includes(range)))
  if (isWithin) return wanted
  const detail = `The token that makes it may be used from ${own.join(', ')} only, so take some of these.`
  return refuse('invalid', bodyFault('allowed_addresses', detail))
}

function expiryWithin(own: number | null, wanted: number | null | undefined, refuse: Refuse<'invalid'>): number | null {
  if (wanted === undefined) return own
  if (own === null || (wanted !== null && wanted <= own)) return wanted
  const detail = `The token that makes it ends at ${new Date(own).toISOString()}, so it must end by then.`
  return refuse('invalid', bodyFault('expires_at', detail))
}
