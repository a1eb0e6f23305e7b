/** An endpoint, from its row. Its secrets are shown when they are made, and to whoever signs. */
import type { Selectable } from 'kysely'
import type { EndpointHealth } from '../../rules/endpoint-health.ts'
import type { EventType } from '../../rules/event.ts'
import type { DisabledReason, EndpointsTable } from './table.ts'

export interface Endpoint extends EndpointHealth {
  /** Unique in its shop, and never given twice. */
  readonly number: number
  readonly url: string
  readonly description: string
  /** Of what it is told; null: of all that happens to orders and products. */
  readonly types: readonly EventType[] | null
  /** Why it is told nothing, and since when, in Unix milliseconds; null: it is told. */
  readonly disabled: { readonly reason: DisabledReason; readonly at: number } | null
  /** Until when the secret before the present one signs, too, in Unix milliseconds; null when none does. */
  readonly previousSecretUntil: number | null
  /** Unix milliseconds. */
  readonly created: number
}

/** `now` is in Unix milliseconds. */
export function endpointFrom(row: Selectable<EndpointsTable>, now: number): Endpoint {
  const overlaps = row.previous_until !== null && row.previous_until > now
  return {
    number: row.number,
    url: row.url,
    description: row.description,
    types: typesIn(row.types),
    disabled: row.disabled_reason === null ? null : { reason: row.disabled_reason, at: row.disabled_at ?? 0 },
    previousSecretUntil: overlaps ? row.previous_until : null,
    failingSince: row.failing_since,
    warnings: row.warnings,
    warnedAt: row.warned_at,
    created: row.created,
  }
}

export function typesIn(json: string | null): readonly EventType[] | null {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- typesRow wrote it
  return json === null ? null : (JSON.parse(json) as readonly EventType[])
}

export function typesRow(types: readonly EventType[] | null): string | null {
  return types === null ? null : JSON.stringify(types)
}
