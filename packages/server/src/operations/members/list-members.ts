import { z } from 'zod'
import { memberResource, memberResourceOf } from '../../resources/member.ts'
import { defineOperation } from '../define.ts'
import { limit, listOf } from '../paging.ts'
import { memberSample } from './member-sample.ts'

const cursor = z
  .string()
  .transform((text, context) => {
    const [, email] = /^member:(.+)$/s.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? []
    if (email !== undefined) return email
    context.addIssue('must be the «next_cursor» of the page before')
    return z.NEVER
  })
  .optional()
  .meta({ title: 'Cursor', description: '`next_cursor` of the page before; left out: the first page.' })

export const listMembers = defineOperation({
  name: 'listMembers',
  title: 'List members',
  description: 'Who may sign in to the account page for this shop, by e-mail address.',
  method: 'GET',
  at: '/members',
  scope: 'members:read',
  input: { query: z.strictObject({ limit, cursor }) },
  output: listOf(memberResource),
  problems: [],
  sample: { output: { data: [memberSample], next_cursor: null } },
  async run({ store }, { limit: most, cursor: after = '' }) {
    // The database may sort in another way; people of one shop are few.
    const all = (await store.members.list()).toSorted((a, b) => (a.email < b.email ? -1 : 1))
    const found = all.filter(({ email }) => email > after)
    const page = found.slice(0, most)
    const last = found.length > most ? page.at(-1) : undefined
    return {
      data: page.map(memberResourceOf),
      next_cursor: last === undefined ? null : Buffer.from(`member:${last.email}`, 'utf8').toString('base64url'),
    }
  },
})
