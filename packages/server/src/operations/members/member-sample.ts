import type { z } from 'zod'
import type { memberResource } from '../../resources/member.ts'

/** Somebody for the documentation. */
export const memberSample: z.output<typeof memberResource> = {
  user: 'Zk3rVb8TqLw0',
  email: 'olga@example.com',
  name: 'Olga',
  role: 'staff',
  joined_at: '2026-01-31T18:00:00.000Z',
}
