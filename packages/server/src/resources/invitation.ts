/** A link that lets somebody in, while it has not been used. */
import { z } from 'zod'
import type { Role } from '../rules/user.ts'
import { instant, instantOf } from './fields.ts'
import { role } from './member.ts'

export const invitationFields = {
  id: z.string().meta({ title: 'Id', description: 'By which it is withdrawn; it opens nothing.' }),
  email: z.string().meta({ title: 'E-mail', description: 'Empty: whoever opens the link says it.' }),
  role,
  expires_at: instant.meta({ title: 'Expires at' }),
}

export const invitationResource = z.strictObject(invitationFields).meta({ id: 'Invitation', title: 'Invitation' })

export interface InvitationParts {
  readonly id: string
  readonly email: string
  readonly role: Role
  /** Unix milliseconds. */
  readonly expires: number
}

export function invitationResourceOf({ id, email, role: own, expires }: InvitationParts) {
  return { id, email, role: own, expires_at: instantOf(expires) }
}
