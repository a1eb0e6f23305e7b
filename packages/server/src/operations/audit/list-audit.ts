import { z } from 'zod'
import { auditRowResource, auditRowResourceOf } from '../../resources/audit-row.ts'
import { defineOperation } from '../define.ts'
import { limit, listAnswer, listOf, numberCursor } from '../paging.ts'

export const listAudit = defineOperation({
  name: 'listAudit',
  title: 'List who changed what',
  description: 'The latest first. `billkeep audit verify` tells whether a row was changed or taken away.',
  method: 'GET',
  at: '/audit',
  scope: 'audit:read',
  input: { query: z.strictObject({ limit, cursor: numberCursor }) },
  output: listOf(auditRowResource),
  problems: [],
  sample: {
    output: {
      data: [
        {
          number: 1_201,
          happened_at: '2026-01-31T18:05:00.000Z',
          face: 'v1',
          actor: 'token 3 Stock list',
          address: '203.0.113.7',
          action: 'product.changed',
          subject: 'product course',
          details: { priceMinor: { was: 200_000, is: 190_000 } },
          hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        },
      ],
      next_cursor: 'bnVtYmVyOjEyMDE',
    },
  },
  async run({ store }, { limit: most, cursor: before }) {
    const rows = await store.audit.list({ before, limit: most + 1 })
    const items = rows.slice(0, most)
    return listAnswer({ items, next: rows.length > most ? (items.at(-1)?.number ?? null) : null }, auditRowResourceOf)
  },
})
