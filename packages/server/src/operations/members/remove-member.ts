import { z } from 'zod'
import { defineOperation } from '../define.ts'
import { memberOr, user } from './member-called.ts'
import { memberSample } from './member-sample.ts'

export const removeMember = defineOperation({
  name: 'removeMember',
  title: 'Shut a member out',
  description: 'At once. Whose last shop it was, is signed out everywhere. The last owner stays.',
  method: 'DELETE',
  at: '/members/{user}',
  scope: 'members:write',
  input: { path: z.strictObject({ user }) },
  status: 204,
  output: z.null(),
  problems: ['notFound', 'wrongState'],
  sample: { path: { user: memberSample.user }, output: null },
  async run({ store }, { user: userId }, refuse) {
    memberOr(await store.members.remove(userId), userId, refuse)
    return null
  },
})
