import { z } from 'zod'
import { defineOperation } from '../define.ts'
import { tokenNumber } from '../fields.ts'

export const revokeToken = defineOperation({
  name: 'revokeToken',
  title: 'Revoke a token',
  description:
    'It ends for ever, within a second; one that was revoked before stays as it is. Any of the shop can be, also the one that asks.',
  method: 'DELETE',
  at: '/tokens/{number}',
  scope: 'tokens:write',
  input: { path: z.strictObject({ number: tokenNumber }) },
  status: 204,
  output: z.null(),
  problems: ['notFound'],
  sample: { path: { number: '3' }, output: null },
  async run({ store }, { number }, refuse) {
    const token = await store.tokens.revoke(number)
    return token === undefined ? refuse('notFound', { detail: `There is no token ${number}.` }) : null
  },
})
