import type { z } from 'zod'
import type { tokenResource } from '../../resources/token.ts'

/** A token for the documentation. */
export const tokenSample: z.output<typeof tokenResource> = {
  number: 3,
  name: 'Stock list',
  scopes: ['orders:read', 'products:read'],
  allowed_addresses: ['203.0.113.0/24'],
  created_at: '2026-01-31T18:00:00.000Z',
  expires_at: '2099-12-31T00:00:00.000Z',
  revoked_at: null,
  last_used_at: '2026-02-01T09:30:00.000Z',
  last_used_from: '203.0.113.7',
}
