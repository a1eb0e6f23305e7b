/** People who sign in to the account page, and what they may do in which shop. */
import { type Scope, scopes } from './scope.ts'

/** Staff do the shop's daily work; keys, tokens and people are the owner's. */
export const roles = ['owner', 'staff'] as const
export type Role = (typeof roles)[number]

export interface Member {
  readonly userId: string
  readonly email: string
  readonly name: string
  readonly role: Role
  /** Unix milliseconds. */
  readonly since: number
}

const ownersOnly = /^(?:members:|tokens:|audit:|requests:|shop:(?:write|key)$)/

/** What a role may do, in the words of tokens. */
export function scopesOf(role: Role): readonly Scope[] {
  return role === 'owner' ? scopes : scopes.filter((scope) => !ownersOnly.test(scope))
}

/** Throws a RangeError for people. */
export function parseRole(text: string): Role {
  const found = roles.find((role) => role === text.trim().toLowerCase())
  if (found === undefined) throw new RangeError(`«${text}» is no role. There are: ${roles.join(', ')}.`)
  return found
}

export const shortestPassword = 10
export const longestPassword = 256
