import { z } from 'zod'
import { memberResource, memberResourceOf } from '../../resources/member.ts'
import { defineOperation } from '../define.ts'
import { limit, listOf } from '../paging.ts'
import { keyCursor, pageByKey } from './key-pages.ts'
import { memberSample } from './member-sample.ts'

export const listMembers = defineOperation({
  name: 'listMembers',
  title: 'List members',
  description: 'Who may sign in to the account page for this shop, by e-mail address.',
  method: 'GET',
  at: '/members',
  scope: 'members:read',
  input: { query: z.strictObject({ limit, cursor: keyCursor }) },
  output: listOf(memberResource),
  problems: [],
  sample: { output: { data: [memberSample], next_cursor: null } },
  async run({ store }, page) {
    const { items, next_cursor } = pageByKey(await store.members.list(), ({ email }) => email, page)
    return { data: items.map(memberResourceOf), next_cursor }
  },
})
