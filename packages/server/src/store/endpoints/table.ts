import type { ColumnType } from 'kysely'

type Immutable<Type> = ColumnType<Type, Type, never>

/** An address that is told of events by Standard Webhooks. */
export interface EndpointsTable {
  shop_id: Immutable<number>
  number: Immutable<number>
  url: string
  description: string
  /** JSON list of types of events; null: all of orders and products. */
  types: string | null
  /** Sealed with the master key, as the one before it is. */
  secret: string
  previous_secret: string | null
  /** Until when the one before signs, too. */
  previous_until: number | null
  /** null: it is enabled. */
  disabled_reason: DisabledReason | null
  disabled_at: number | null
  /** Since when every attempt has failed; null: the last one did not. */
  failing_since: number | null
  /** How often somebody was warned since then, and when last. */
  warnings: number
  warned_at: number | null
  /** It is to be told again of events between these numbers, both excluded; null: of none. */
  redeliver_after: number | null
  redeliver_before: number | null
  created: Immutable<number>
}

/** Somebody said so; it answered 410; it did not answer for days. */
export const disabledReasons = ['asked', 'gone', 'failing'] as const
export type DisabledReason = (typeof disabledReasons)[number]
