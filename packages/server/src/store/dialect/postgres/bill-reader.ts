/** The hot look-up of GetBills: calls of one shop that arrive in the same moment share a round trip. */
import type { PayStatus } from '../../../rules/order.ts'
import { askNamed } from './named-statements.ts'
import type { PostgresPool } from './pool.ts'
import { askedAgain } from './retry.ts'

interface Ask {
  readonly emailKey: string
  readonly payStatus: PayStatus | undefined
  readonly resolve: (bills: string | undefined) => void
  readonly reject: (error: unknown) => void
}

/** Round trips at once. While they are under way, what comes gathers for the next. */
const mostUnderWay = 2
/** The most that share one. */
export const mostTogether = 256

/**
 * `lateral` and the sum in it lead PostgreSQL from customer to customer by the index, whatever it believes about the
 * table. Left to choose, it reads the whole shop where many ask at once, and even for one while its statistics are from
 * before an import.
 */
const bills = `select q.i, b.answer
    from unnest($2::text[], $3::text[]) with ordinality as q (email_key, pay_status, i)
    cross join lateral (
      select string_agg(answer, ',' order by number) as answer from bills
      where shop_id = $1 and email_key = q.email_key and (q.pay_status is null or pay_status = q.pay_status)
    ) as b
    where b.answer is not null`

export class BillReader {
  readonly #pool: PostgresPool
  readonly #waiting = new Map<number, Ask[]>()
  #underWay = 0
  #isComing = false

  constructor(pool: PostgresPool) {
    this.#pool = pool
  }

  /** See `Orders.billsOf`; `emailKey` is what `emailKey()` made. */
  billsOf(shopId: number, emailKey: string, payStatus: PayStatus | undefined): Promise<string | undefined> {
    return new Promise((resolve, reject) => {
      const ask = { emailKey, payStatus, resolve, reject }
      const waiting = this.#waiting.get(shopId)
      if (waiting === undefined) this.#waiting.set(shopId, [ask])
      else waiting.push(ask)
      if (this.#isComing) return
      this.#isComing = true
      setImmediate(() => {
        this.#isComing = false
        this.#send()
      })
    })
  }

  #send(): void {
    for (const [shopId, waiting] of this.#waiting) {
      if (this.#underWay >= mostUnderWay) return
      const asks = waiting.splice(0, mostTogether)
      // Whoever has more to ask goes to the end of the line.
      this.#waiting.delete(shopId)
      if (waiting.length > 0) this.#waiting.set(shopId, waiting)
      this.#underWay += 1
      void this.#answer(shopId, asks).finally(() => {
        this.#underWay -= 1
        this.#send()
      })
    }
  }

  async #answer(shopId: number, asks: readonly Ask[]): Promise<void> {
    try {
      const values = [shopId, asks.map(({ emailKey }) => emailKey), asks.map(({ payStatus }) => payStatus ?? null)]
      const rows = await askedAgain(() =>
        this.#pool.with((client) => askNamed<[number, string]>(client, bills, { rowMode: 'array', values })),
      )
      const found = new Map(rows)
      for (const [index, { resolve }] of asks.entries()) resolve(found.get(index + 1))
    } catch (error) {
      for (const { reject } of asks) reject(error)
    }
  }
}
