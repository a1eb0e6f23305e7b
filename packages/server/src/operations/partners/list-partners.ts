import { z } from 'zod'
import { partnerResource, partnerResourceOf } from '../../resources/partner.ts'
import { defineOperation } from '../define.ts'
import { limit, listAnswer, listOf, numberCursor, searchWords } from '../paging.ts'
import { partnerLogins } from './partner-logins.ts'
import { partnerSample } from './partner-sample.ts'

export const listPartners = defineOperation({
  name: 'listPartners',
  title: 'List partners',
  description: 'In the order of their numbers. `q` looks in logins.',
  method: 'GET',
  at: '/partners',
  scope: 'partners:read',
  input: { query: z.strictObject({ q: searchWords, limit, cursor: numberCursor }) },
  output: listOf(partnerResource),
  problems: [],
  sample: { query: { limit: '100' }, output: { data: [partnerSample], next_cursor: null } },
  async run(context, { q: words, limit: most, cursor: after = 0 }) {
    const page = await context.store.catalogue.partnersPage({ words, limit: most, after })
    const numbers = page.items.map((partner) => partner.parent)
    const loginOf = await partnerLogins(context, numbers)
    return listAnswer(page, (partner) => partnerResourceOf(partner, loginOf(partner.parent)))
  },
})
