import type { Trail } from '../message.ts'
import type { Caller } from './caller.ts'

/** What a shop's owners are told of a program; what a person asks by the account page is nobody's question. */
export function trailOf({ face, shop, name }: Caller): Trail | undefined {
  return face === 'v1' ? { shopId: shop.id, caller: name, fault: '' } : undefined
}
