import { z } from 'zod'
import { memberResource, memberResourceOf, role } from '../../resources/member.ts'
import { defineOperation } from '../define.ts'
import { memberOr, user } from './member-called.ts'
import { memberSample } from './member-sample.ts'
import { checkRoleWithin } from './role-within.ts'

export const updateMember = defineOperation({
  name: 'updateMember',
  title: 'Change what a member may do',
  description: 'From the next call on. The last owner stays one.',
  method: 'PATCH',
  at: '/members/{user}',
  scope: 'members:write',
  input: { path: z.strictObject({ user }), body: z.strictObject({ role }) },
  output: memberResource,
  problems: ['notFound', 'wrongState'],
  sample: { path: { user: memberSample.user }, body: { role: 'staff' }, output: memberSample },
  async run(context, { user: userId, role: wanted }, refuse) {
    await checkRoleWithin(context, wanted)
    const changed = await context.store.members.setRole(userId, wanted)
    return memberResourceOf(memberOr(changed, userId, refuse))
  },
})
