import { z } from 'zod'
import { newTokenResource, tokenResourceOf } from '../../resources/token.ts'
import { scopes } from '../../rules/scope.ts'
import { parseAddressRange } from '../../rules/shop.ts'
import { parseTokenName } from '../../rules/token.ts'
import { defineOperation } from '../define.ts'
import { moment, ruled } from '../fields.ts'
import { bodyFault, Problem } from '../problems.ts'
import { draftWithin } from './draft-within.ts'
import { tokenSample } from './token-sample.ts'

const mostAddresses = 100

export const createToken = defineOperation({
  name: 'createToken',
  title: 'Create a token',
  description:
    'The text is in this answer only: of it, only a hash is kept. A token can do no more than the one that makes it, from no ' +
    'more places and for no longer.',
  method: 'POST',
  at: '/tokens',
  scope: 'tokens:write',
  input: {
    body: z.strictObject({
      name: ruled(parseTokenName).meta({ title: 'Name', description: 'What you call it: the program it is for.' }),
      scopes: z
        .array(z.enum(scopes))
        .min(1)
        .max(scopes.length)
        .optional()
        .meta({
          title: 'Scopes',
          description:
            'What it may do; writing includes reading. Left out: what its maker may of reading orders, products, coupons, ' +
            'partners, statistics, events and settings.',
        }),
      allowed_addresses: z.array(ruled(parseAddressRange)).max(mostAddresses).optional().meta({
        title: 'Allowed addresses',
        description: "Addresses and CIDR ranges that it may be used from; empty: any. Left out: its maker's.",
      }),
      expires_at: moment.nullish().meta({
        title: 'Expires at',
        description: 'When it ends; null: it does not end by itself. Left out: when its maker does.',
      }),
    }),
  },
  status: 201,
  output: newTokenResource,
  problems: [],
  sample: {
    body: {
      name: tokenSample.name,
      scopes: tokenSample.scopes,
      allowed_addresses: tokenSample.allowed_addresses,
      expires_at: '2099-12-31T00:00:00Z',
    },
    output: {
      ...tokenSample,
      last_used_at: null,
      last_used_from: null,
      token: `billkeep_1_3_${'0123456789'.repeat(4)}`,
    },
  },
  async run({ store: { tokens }, caller, clock }, given, refuse) {
    const { name, scopes: wanted, allowed_addresses: allowedAddresses, expires_at: expires } = given
    if (expires !== undefined && expires !== null && expires <= clock()) {
      return refuse('invalid', bodyFault('expires_at', '«expires_at» must be in the future.'))
    }
    const token = await tokens.find(caller.token)
    if (token !== undefined && token.revoked !== null) throw revoked
    const draft = draftWithin(
      { scopes: caller.scopes, token },
      { name, scopes: wanted, allowedAddresses, expires },
      refuse,
    )
    const made = await tokens.create(draft)
    return { ...tokenResourceOf(made.token), token: made.text }
  },
})

/** The edge goes on with a revoked one for half a second, in which it must not leave another behind. */
const revoked = new Problem('unauthenticated', {
  detail: 'The token was revoked.',
  headers: { 'www-authenticate': 'Bearer realm="Billkeep", error="invalid_token"' },
})
