/** What a token of API v1 may do. Writing includes reading. */

export const scopes = [
  'orders:read',
  'orders:write',
  'products:read',
  'products:write',
  'coupons:read',
  'coupons:write',
  'partners:read',
  'partners:write',
  'statistics:read',
  'events:read',
  'webhooks:read',
  'webhooks:write',
  'tokens:read',
  'tokens:write',
  'audit:read',
  'shop:read',
  'shop:write',
  /** To see the key of the old API and make another: whoever has it can do all that the old API can. */
  'shop:key',
] as const
export type Scope = (typeof scopes)[number]

/** What a token may do if nothing is said: look at what the shop sells and to whom. */
export const defaultScopes: readonly Scope[] = scopes.filter(
  (scope) => scope.endsWith(':read') && !['tokens:read', 'audit:read', 'webhooks:read'].includes(scope),
)

export function isAllowed(granted: readonly Scope[], needed: Scope): boolean {
  return granted.includes(needed) || granted.some((scope) => scope === needed.replace(/:read$/, ':write'))
}

/** Throws a RangeError for people. */
export function parseScope(text: string): Scope {
  const found = scopes.find((scope) => scope === text.trim())
  if (found === undefined) throw new RangeError(`«${text}» is no scope. There are: ${scopes.join(', ')}.`)
  return found
}
