/** What a token may do. Writing includes reading, and reading orders includes exporting them. */

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
  'members:read',
  'members:write',
  'tokens:read',
  'tokens:write',
  'audit:read',
  'requests:read',
  'shop:read',
  'shop:write',
  /** To see the key of the old API and make another: whoever has it can do all that the old API can. */
  'shop:key',
  /** To take all orders out and nothing else; a token that has this alone may stand in an address. */
  'orders:export',
  /** To come in at `/mcp`; what a model may do there is for the other scopes to say. */
  'mcp',
  /** To see e-mail addresses, phones and postal addresses at `/mcp`. */
  'mcp:contacts',
] as const
export type Scope = (typeof scopes)[number]

const neverByDefault: ReadonlySet<Scope> = new Set([
  'members:read',
  'tokens:read',
  'audit:read',
  'requests:read',
  'webhooks:read',
])

/** What a token may do if nothing is said: look at what the shop sells and to whom. */
export const defaultScopes: readonly Scope[] = scopes.filter(
  (scope) => scope.endsWith(':read') && !neverByDefault.has(scope),
)

export function isAllowed(granted: readonly Scope[], needed: Scope): boolean {
  if (granted.includes(needed)) return true
  if (needed === 'orders:export') return isAllowed(granted, 'orders:read')
  return granted.some((scope) => scope === needed.replace(/:read$/, ':write'))
}

/** Throws a RangeError for people. */
export function parseScope(text: string): Scope {
  const found = scopes.find((scope) => scope === text.trim())
  if (found === undefined) throw new RangeError(`«${text}» is no scope. There are: ${scopes.join(', ')}.`)
  return found
}
