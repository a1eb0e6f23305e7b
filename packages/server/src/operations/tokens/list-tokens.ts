import { z } from 'zod'
import { tokenResource, tokenResourceOf } from '../../resources/token.ts'
import { defineOperation } from '../define.ts'
import { limit, listAnswer, listOf, numberCursor } from '../paging.ts'
import { tokenSample } from './token-sample.ts'

export const listTokens = defineOperation({
  name: 'listTokens',
  title: 'List tokens',
  description: 'In the order of their numbers, those that were revoked or have expired too; never their texts.',
  method: 'GET',
  at: '/tokens',
  scope: 'tokens:read',
  input: { query: z.strictObject({ limit, cursor: numberCursor }) },
  output: listOf(tokenResource),
  problems: [],
  sample: { output: { data: [tokenSample], next_cursor: null } },
  async run({ store }, { limit: most, cursor: after = 0 }) {
    return listAnswer(await store.tokens.page({ after, limit: most }), tokenResourceOf)
  },
})
