import { isAllowed } from '../../rules/scope.ts'
import { type Role, scopesOf } from '../../rules/user.ts'
import type { OperationContext } from '../context.ts'
import { Problem } from '../problems.ts'

/**
 * Nobody makes others more than they are themselves: else whoever has a token for a while, or for one place, could let
 * themselves in for good. Throws Problem `missingScope`, which any operation may answer with.
 */
export async function checkRoleWithin(
  { store, caller }: Pick<OperationContext, 'store' | 'caller'>,
  role: Role,
): Promise<void> {
  const missing = scopesOf(role).find((scope) => !isAllowed(caller.scopes, scope))
  if (missing !== undefined) {
    throw new Problem('missingScope', { detail: `The token lacks the scope «${missing}», which ${role} has.` })
  }
  const token = caller.token === 0 ? undefined : await store.tokens.find(caller.token)
  if (token === undefined || (token.expires === null && token.allowedAddresses.length === 0)) return
  throw new Problem('missingScope', {
    detail: 'A token that ends by itself, or counts from some addresses only, lets nobody in for good.',
  })
}
