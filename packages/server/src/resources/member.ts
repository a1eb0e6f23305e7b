/** Somebody who signs in to the account page and belongs to the shop. */
import { z } from 'zod'
import { type Member, roles } from '../rules/user.ts'
import { instant, instantOf } from './fields.ts'

export const role = z
  .enum(roles)
  .meta({ title: 'Role', description: 'Staff do the daily work; keys, tokens, settings and people are the owner’s.' })

export const memberResource = z
  .strictObject({
    user: z.string().meta({ title: 'User', description: 'What they are known by here; it stays as it is.' }),
    email: z.string().meta({ title: 'E-mail', description: 'By which they sign in.' }),
    name: z.string().meta({ title: 'Name' }),
    role,
    joined_at: instant.meta({ title: 'Joined at' }),
  })
  .meta({ id: 'Member', title: 'Member' })

export function memberResourceOf({ userId, email, name, role: own, since }: Member): z.output<typeof memberResource> {
  return { user: userId, email, name, role: own, joined_at: instantOf(since) }
}
