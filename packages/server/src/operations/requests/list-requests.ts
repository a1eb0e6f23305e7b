import { z } from 'zod'
import { outcome, requestResource, requestResourceOf } from '../../resources/request.ts'
import { defineOperation } from '../define.ts'
import { limit, listAnswer, listOf, numberCursor } from '../paging.ts'

export const listRequests = defineOperation({
  name: 'listRequests',
  title: 'List what was asked lately',
  description:
    'Of both APIs, the latest first, a few seconds late; not what the account page asks. The last 10,000 are kept, for 30 ' +
    'days at most, and of very many in a second only some.',
  method: 'GET',
  at: '/requests',
  scope: 'requests:read',
  input: {
    query: z.strictObject({
      operation: z
        .string()
        .max(100)
        .optional()
        .meta({ title: 'Function', description: 'Its name, as «GetBills» or «listOrders».' }),
      outcome: outcome.optional(),
      limit,
      cursor: numberCursor,
    }),
  },
  output: listOf(requestResource),
  problems: [],
  sample: {
    query: { operation: 'GetBills', outcome: 'refused' },
    output: {
      data: [
        {
          number: 5_120,
          happened_at: '2026-01-31T18:05:00.000Z',
          face: 'api',
          operation: 'GetBills',
          outcome: 'refused',
          code: '4',
          status: 200,
          milliseconds: 0.412,
          address: '203.0.113.7',
          caller: null,
          signature_fault: 'sorted',
          skipped: 0,
        },
      ],
      next_cursor: null,
    },
  },
  async run({ store }, { limit: most, cursor: before, operation, outcome: wanted }) {
    const rows = await store.requests.list({ before, limit: most + 1, operation, outcome: wanted })
    const items = rows.slice(0, most)
    return listAnswer({ items, next: rows.length > most ? (items.at(-1)?.number ?? null) : null }, requestResourceOf)
  },
})
