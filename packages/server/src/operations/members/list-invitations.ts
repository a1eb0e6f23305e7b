import { z } from 'zod'
import { invitationResource, invitationResourceOf } from '../../resources/invitation.ts'
import { defineOperation } from '../define.ts'
import { limit, listOf } from '../paging.ts'
import { invitationSample } from './invitation-sample.ts'
import { keyCursor, pageByKey } from './key-pages.ts'

export const listInvitations = defineOperation({
  name: 'listInvitations',
  title: 'List invitations',
  description: 'Links that let somebody in and have neither been used nor expired, by e-mail address; never the links.',
  method: 'GET',
  at: '/invitations',
  scope: 'members:read',
  input: { query: z.strictObject({ limit, cursor: keyCursor }) },
  output: listOf(invitationResource),
  problems: [],
  sample: { output: { data: [invitationSample], next_cursor: null } },
  async run({ store }, page) {
    const open = await store.members.invitations.list()
    const { items, next_cursor } = pageByKey(open, ({ email, id }) => `${email} ${id}`, page)
    return { data: items.map(invitationResourceOf), next_cursor }
  },
})
