/** A shop as it lies in its row. */
import type { Kysely, Selectable } from 'kysely'
import type { ShopsTable, Tables } from './schema.ts'
import type { Secrets } from './secrets.ts'
import { settingsIn } from './shop-settings.ts'
import type { Shop } from './shops.ts'

export type ShopRow = Selectable<ShopsTable>

export interface ShopRowParts {
  readonly secrets: Secrets
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
}

export async function shopFrom(db: Kysely<Tables>, row: ShopRow, { secrets, clock }: ShopRowParts): Promise<Shop> {
  const domains = await db
    .selectFrom('shop_domains')
    .select('host')
    .where('shop_id', '=', row.id)
    .orderBy('host')
    .execute()
  const overlaps = row.previous_key_until !== null && row.previous_key_until > clock()
  const previous = row.previous_key === null ? undefined : secrets.open(row.previous_key, row.login_key)
  return {
    id: row.id,
    login: row.login,
    keys: [secrets.open(row.api_key, row.login_key), ...(overlaps && previous !== undefined ? [previous] : [])],
    previousKeyUntil: overlaps ? row.previous_key_until : null,
    retiredKey: overlaps ? undefined : previous,
    enabled: row.api_enabled === 1,
    allowedAddresses: listIn(row.allowed_addresses),
    domains: domains.map(({ host }) => host),
    ...settingsIn(row),
    created: row.created,
  }
}

/** `json` as a row has it. */
export function listIn(json: string): string[] {
  const value: unknown = JSON.parse(json)
  if (!Array.isArray(value)) throw new TypeError('allowed_addresses holds no list.')
  return value.map(String)
}
