/** Does an operation for a caller who was let in. */
import { Problem } from '../../operations/problems.ts'
import { isAllowed, type Scope } from '../../rules/scope.ts'
import type { ApiRequest } from '../message.ts'
import type { Caller } from './caller.ts'
import type { CallResult, Calls } from './calls.ts'
import { rawInput } from './raw-input.ts'
import type { Route } from './route.ts'

/** Throws Problem. */
export type Operate = (route: Route, caller: Caller, request: ApiRequest) => Promise<CallResult>

export function createOperate(calls: Calls): Operate {
  return async (route, caller, request) => {
    const { operation } = route
    checkScope(caller, operation.scope)
    const input = operation.read(rawInput(route, request))
    return calls.run({ operation, caller, request, input })
  }
}

/** Throws Problem `missingScope`. */
export function checkScope({ scopes }: Caller, needed: Scope): void {
  if (isAllowed(scopes, needed)) return
  throw new Problem('missingScope', {
    detail: `This needs the scope «${needed}».`,
    headers: { 'www-authenticate': `Bearer realm="Billkeep", error="insufficient_scope", scope="${needed}"` },
  })
}
