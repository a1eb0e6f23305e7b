import { z } from 'zod'
import { invitationFields, invitationResourceOf } from '../../resources/invitation.ts'
import { role } from '../../resources/member.ts'
import { defineOperation } from '../define.ts'
import { emailAddress } from '../fields.ts'
import { invitationSample } from './invitation-sample.ts'
import { checkRoleWithin } from './role-within.ts'

const daySeconds = 86_400
const usual = 7 * daySeconds
const longest = 30 * daySeconds

const email = emailAddress.max(320).meta({ title: 'E-mail', description: 'By which they will sign in.' })

export const createInvitation = defineOperation({
  name: 'createInvitation',
  title: 'Invite somebody',
  description:
    'Gives a link that opens once, to pass on to them. A token can let in only who may do no more than it may itself.',
  method: 'POST',
  at: '/invitations',
  scope: 'members:write',
  input: {
    body: z.strictObject({
      email,
      role,
      expires_in_seconds: z
        .int()
        .min(60)
        .max(longest)
        .default(usual)
        .meta({ title: 'Opens for', description: 'In seconds; left out: a week.' }),
    }),
  },
  status: 201,
  output: z.strictObject({
    ...invitationFields,
    link_path: z.string().meta({
      title: 'Path of the link',
      description: 'It follows the address at which browsers find the installation. It is in this answer only.',
    }),
  }),
  problems: ['conflict'],
  sample: {
    body: { email: 'olga@example.com', role: 'staff' },
    output: {
      ...invitationSample,
      link_path: `/account/welcome#${'0123456789'.repeat(4)}`,
    },
  },
  async run(context, { email: given, role: wanted, expires_in_seconds: seconds }, refuse) {
    const { store, clock } = context
    await checkRoleWithin(context, wanted)
    const address = given.toLowerCase()
    const known = (await store.members.list()).some((member) => member.email === address)
    if (known) return refuse('conflict', { detail: `«${address}» belongs to this shop already.` })
    const expires = clock() + seconds * 1_000
    const { token, ...invitation } = await store.members.invite({ email: address, role: wanted, expires })
    return { ...invitationResourceOf(invitation), link_path: `/account/welcome#${token}` }
  },
})
