import type { z } from 'zod'
import type { invitationResource } from '../../resources/invitation.ts'

/** One for the documentation. */
export const invitationSample: z.output<typeof invitationResource> = {
  id: '9f86d081884c7d65',
  email: 'olga@example.com',
  role: 'staff',
  expires_at: '2026-02-07T18:00:00.000Z',
}
