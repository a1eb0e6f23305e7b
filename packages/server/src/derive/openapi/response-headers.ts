/** The headers of answers that say more than HTTP itself does. */
import type { JsonSchema } from './json-schema.ts'
import type { Reference } from './parameters.ts'

export interface Header {
  readonly description: string
  readonly schema: JsonSchema
  readonly example: unknown
}

export const sharedHeaders = {
  RequestId: {
    description: 'The name of this call; whoever runs the installation finds it in the log.',
    schema: { type: 'string' },
    example: '5f2c81-1024',
  },
  RateLimit: {
    description: 'How many calls are left (`r`), and in how many seconds there are new ones (`t`).',
    schema: { type: 'string' },
    example: '"calls";r=597;t=42',
  },
  RateLimitPolicy: {
    description: 'How many calls (`q`) a token may make from an address in how many seconds (`w`).',
    schema: { type: 'string' },
    example: '"calls";q=600;w=60',
  },
  RetryAfter: {
    description: 'In how many seconds the call may be repeated.',
    schema: { type: 'integer', minimum: 0 },
    example: 17,
  },
  IdempotentReplayed: {
    description: '`true`: this is the answer to an earlier call with the same `Idempotency-Key`.',
    schema: { type: 'string', enum: ['true'] },
    example: 'true',
  },
  WwwAuthenticate: {
    description: 'What is wrong with the token (RFC 6750).',
    schema: { type: 'string' },
    example: 'Bearer realm="Billkeep", error="invalid_token"',
  },
} as const satisfies Record<string, Header>

type Name = keyof typeof sharedHeaders
type References = Readonly<Record<string, Reference>>

const wireNames: Readonly<Record<Name, string>> = {
  RequestId: 'Request-Id',
  RateLimit: 'RateLimit',
  RateLimitPolicy: 'RateLimit-Policy',
  RetryAfter: 'Retry-After',
  IdempotentReplayed: 'Idempotent-Replayed',
  WwwAuthenticate: 'WWW-Authenticate',
}

const always = ['RequestId', 'RateLimit', 'RateLimitPolicy'] as const

export function successHeadersOf(isWrite: boolean): References {
  return referencesTo(isWrite ? [...always, 'IdempotentReplayed'] : always)
}

export function problemHeadersOf(status: number): References {
  if (status === 401) return referencesTo(['RequestId', 'WwwAuthenticate'])
  if (status === 403) return referencesTo([...always, 'WwwAuthenticate'])
  if (status === 409 || status === 429 || status === 503) return referencesTo([...always, 'RetryAfter'])
  return referencesTo(always)
}

function referencesTo(names: readonly Name[]): References {
  return Object.fromEntries(names.map((name) => [wireNames[name], { $ref: `#/components/headers/${name}` }]))
}
