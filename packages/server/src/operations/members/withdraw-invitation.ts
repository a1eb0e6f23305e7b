import { z } from 'zod'
import { defineOperation } from '../define.ts'
import { invitationSample } from './invitation-sample.ts'

const id = z.string().min(1).max(100).meta({ title: 'Id', description: 'As «listInvitations» names it.' })

export const withdrawInvitation = defineOperation({
  name: 'withdrawInvitation',
  title: 'Withdraw an invitation',
  description: 'Its link opens nothing any more. Who has used it already is a member: see «removeMember».',
  method: 'DELETE',
  at: '/invitations/{id}',
  scope: 'members:write',
  input: { path: z.strictObject({ id }) },
  status: 204,
  output: z.null(),
  problems: ['notFound'],
  sample: { path: { id: invitationSample.id }, output: null },
  async run({ store }, { id: given }, refuse) {
    if (await store.members.invitations.withdraw(given)) return null
    return refuse('notFound', {
      detail: `There is no open invitation «${given}». It may have been used or have expired.`,
    })
  },
})
