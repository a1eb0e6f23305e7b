import { z } from 'zod'
import type { Member } from '../../rules/user.ts'
import type { Refuse } from '../define.ts'

export const user = z.string().min(1).max(200).meta({ title: 'User', description: 'As «listMembers» names them.' })

/** What became of a member whom a shop may have to keep. */
export function memberOr(
  found: Member | 'lastOwner' | undefined,
  name: string,
  refuse: Refuse<'notFound' | 'wrongState'>,
): Member {
  if (found === 'lastOwner') {
    return refuse('wrongState', { detail: 'The shop would have no owner left. Make somebody else an owner first.' })
  }
  return found ?? refuse('notFound', { detail: `Nobody «${name}» belongs to this shop.` })
}
