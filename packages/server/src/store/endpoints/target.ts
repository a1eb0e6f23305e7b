/** What an attempt to deliver to an endpoint needs. */
import type { Queries } from '../database.ts'
import type { Secrets } from '../secrets.ts'
import { opened } from './secret.ts'
import { endpointAt } from './statements.ts'

export interface EndpointTarget {
  readonly url: string
  /** Each signs, the present one first. */
  readonly secrets: readonly string[]
}

/** Undefined where there is none of this number, or it is disabled. */
export async function targetAt(
  queries: Queries,
  secrets: Secrets,
  { shopId, number, now }: { readonly shopId: number; readonly number: number; readonly now: number },
): Promise<EndpointTarget | undefined> {
  const row = await queries.get(endpointAt, { shopId, number })
  if (row === undefined || row.disabled_reason !== null) return undefined
  const { previous_secret: previous, previous_until: until } = row
  const signing = previous !== null && until !== null && until > now ? [row.secret, previous] : [row.secret]
  return { url: row.url, secrets: signing.map((secret) => opened(secrets, shopId, number, secret)) }
}
