/** A shop's audit: who changed what. Nothing here writes it: rows come with the changes that they are about. */
import type { Selectable } from 'kysely'
import type { AuditRow } from '../rules/audit.ts'
import { type Verdict, type VerifyOptions, verifyChain } from './audit/verify.ts'
import type { Queries } from './database.ts'
import type { AuditTable } from './schema.ts'

export interface Audit {
  /** The newest first; `before` a number, so that the last of a list leads to the next. */
  list(options: { readonly before?: number | undefined; readonly limit: number }): Promise<readonly AuditRow[]>
  /** Whether every row is as it was written, and all are there; reads them all. */
  verify(options?: VerifyOptions): Promise<Verdict>
}

export function auditOf(queries: Queries, shopId: number): Audit {
  return {
    async list({ before, limit }) {
      const rows = queries.kysely.selectFrom('audit').selectAll().where('shop_id', '=', shopId)
      const wanted = before === undefined ? rows : rows.where('number', '<', before)
      return (await wanted.orderBy('number', 'desc').limit(limit).execute()).map(rowFrom)
    },
    verify: (options) => verifyChain(queries, shopId, options),
  }
}

function rowFrom({
  number,
  at,
  face,
  actor,
  address,
  action,
  subject,
  details,
  hash,
}: Selectable<AuditTable>): AuditRow {
  return {
    number,
    at,
    actor: { face, name: actor, address },
    action,
    subject,
    details: detailsIn(details),
    hash,
  }
}

/** Who looks because something is wrong must see the row whatever somebody has made of it. */
function detailsIn(text: string): AuditRow['details'] {
  try {
    const details: unknown = JSON.parse(text)
    if (typeof details === 'object' && details !== null) return { ...details }
  } catch {
    // Told below.
  }
  return { unreadable: text }
}
