/** Who calls API v1: a program with a token, or a person who is signed in. */
import type { Context } from '../../context.ts'
import type { Scope } from '../../rules/scope.ts'
import type { AddressList } from '../address-list.ts'

export interface Caller {
  readonly shop: Context['shop']
  readonly face: 'v1' | 'account' | 'cli'
  /** For the audit. */
  readonly name: string
  readonly scopes: readonly Scope[]
  /** The token's number in its shop; 0 of a person or a command. */
  readonly token: number
  /** Stands before the Idempotency-Keys of people, who share the number 0; '' of tokens. */
  readonly keyPrefix: string
  /** Each of these lists must let the address in. */
  readonly allowed: readonly AddressList[]
}

/** What tells callers apart, over all shops. */
export function nameOf({ shop, token, keyPrefix }: Caller): string {
  return `${shop.id}:${token}:${keyPrefix}`
}
