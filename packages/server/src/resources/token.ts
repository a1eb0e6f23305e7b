/** A token as API v1 and the command line show it; never its secret. */
import { z } from 'zod'
import { scopes } from '../rules/scope.ts'
import type { Token } from '../rules/token.ts'
import { instant, instantOf, instantOrNull, number } from './fields.ts'

export const tokenResource = z
  .strictObject({
    number: number.meta({ title: 'Number' }),
    name: z.string().meta({ title: 'Name' }),
    scopes: z.array(z.enum(scopes)).meta({ title: 'Scopes', description: 'What it may do.' }),
    allowed_addresses: z
      .array(z.string())
      .meta({ title: 'Allowed addresses', description: 'Addresses and CIDR ranges; empty: any.' }),
    created_at: instant.meta({ title: 'Created at' }),
    expires_at: instant.nullable().meta({ title: 'Expires at', description: 'Null: it does not end by itself.' }),
    revoked_at: instant.nullable().meta({ title: 'Revoked at' }),
    last_used_at: instant.nullable().meta({ title: 'Last used at', description: 'To the minute.' }),
    last_used_from: z.string().nullable().meta({ title: 'Last used from', description: 'The address.' }),
  })
  .meta({ id: 'Token', title: 'Token' })

export function tokenResourceOf(token: Token): z.output<typeof tokenResource> {
  return {
    number: token.number,
    name: token.name,
    scopes: [...token.scopes],
    allowed_addresses: [...token.allowedAddresses],
    created_at: instantOf(token.created),
    expires_at: instantOrNull(token.expires),
    revoked_at: instantOrNull(token.revoked),
    last_used_at: instantOrNull(token.lastUsed),
    last_used_from: token.lastAddress === '' ? null : token.lastAddress,
  }
}

/** Right after it was made. */
export const newTokenResource = tokenResource
  .extend({
    token: z.string().meta({
      title: 'Token',
      description: 'What its holder sends as `Authorization: Bearer TOKEN`. Nobody can ask for it again.',
    }),
  })
  .meta({ id: 'NewToken', title: 'New token' })
