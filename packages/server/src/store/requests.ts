/** What was asked of a shop lately: a ring of so many rows, written beside the calls and never for their sake. */
import type { Selectable } from 'kysely'
import type { LoggedRequest, Outcome, RequestDraft } from '../rules/request.ts'
import type { Database } from './database.ts'
import type { RequestLogTable } from './schema.ts'

export interface Requests {
  /** In their order; the oldest of the shop make room. */
  add(requests: readonly RequestDraft[]): Promise<void>
  /** The newest first. */
  list(options: RequestQuery): Promise<readonly LoggedRequest[]>
}

export interface RequestQuery {
  /** A number: those before it. */
  readonly before?: number | undefined
  readonly limit: number
  readonly operation?: string | undefined
  readonly outcome?: Outcome | undefined
}

/** So many of a shop are kept: some 2 MB. */
export const mostRequests = 10_000

export function requestsOf(database: Database, shopId: number): Requests {
  return {
    async add(requests) {
      if (requests.length === 0) return
      await database.write('nothing', async ({ kysely: db }) => {
        const { next } = await db
          .updateTable('counters')
          .set(({ eb }) => ({ next_request: eb('next_request', '+', requests.length) }))
          .where('shop_id', '=', shopId)
          .returning('next_request as next')
          .executeTakeFirstOrThrow()
        const first = next - requests.length
        const rows = requests.map((request, at) => ({ shop_id: shopId, number: first + at, ...request }))
        await db.insertInto('request_log').values(rows).execute()
        if (next <= mostRequests) return
        const old = db.deleteFrom('request_log').where('shop_id', '=', shopId)
        await old.where('number', '<', next - mostRequests).execute()
      })
    },
    async list({ before, limit, operation, outcome }) {
      let rows = database.kysely.selectFrom('request_log').selectAll().where('shop_id', '=', shopId)
      if (before !== undefined) rows = rows.where('number', '<', before)
      if (operation !== undefined) rows = rows.where('operation', '=', operation)
      if (outcome !== undefined) rows = rows.where('outcome', '=', outcome)
      return (await rows.orderBy('number', 'desc').limit(limit).execute()).map(requestFrom)
    },
  }
}

function requestFrom({ shop_id: _shop, ...request }: Selectable<RequestLogTable>): LoggedRequest {
  return request
}
