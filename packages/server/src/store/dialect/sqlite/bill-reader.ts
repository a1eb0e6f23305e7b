/** The hot look-up of GetBills. What each choice here is worth is in `bench/README.md`. */
import type { StatementSync } from 'node:sqlite'
import type { PayStatus } from '../../../rules/order.ts'
import { openReader } from './connection.ts'

export interface BillReader {
  /** See `Orders.billsOf`; `emailKey` is what `emailKey()` made. */
  billsOf(shopId: number, emailKey: string, payStatus: PayStatus | undefined): string | undefined
  /** Lets what this process has just committed be seen at once. */
  readonly refresh: () => void
  close(): void
}

/**
 * In bytes; SQLite maps no more. Pages are then read where the operating system keeps them, without a call and a copy
 * (https://sqlite.org/mmap.html); what lies beyond is read as usual.
 */
const mapped = 2 ** 31

export function openBillReader(file: string): BillReader {
  const connection = openReader(file)
  connection.exec(`pragma mmap_size = ${mapped}`)
  const begin = connection.prepare('begin')
  const commit = connection.prepare('commit')
  // One row and one text cross into JavaScript, however many orders there are.
  const bills = 'select answer from bills where shop_id = ? and email_key = ?'
  const all = arrays(connection.prepare(`select group_concat(answer) from (${bills} order by number)`))
  const some = arrays(
    connection.prepare(`select group_concat(answer) from (${bills} and pay_status = ? order by number)`),
  )
  let turn: NodeJS.Immediate | undefined

  /**
   * The look-ups of one turn of the event loop share a snapshot, as taking one costs as much as half a look-up. Nothing
   * is missed: what a turn answers had begun to arrive before the turn, and so before the snapshot; and a commit of this
   * process ends it.
   */
  function shareSnapshot(): void {
    if (turn !== undefined) return
    begin.run()
    turn = setImmediate(release)
  }

  function release(): void {
    if (turn === undefined) return
    clearImmediate(turn)
    turn = undefined
    commit.run()
  }

  return {
    billsOf(shopId, emailKey, payStatus) {
      shareSnapshot()
      return textIn(payStatus === undefined ? all.get(shopId, emailKey) : some.get(shopId, emailKey, payStatus))
    },
    refresh: release,
    close() {
      release()
      connection.close()
    },
  }
}

function arrays(statement: StatementSync): StatementSync {
  statement.setReturnArrays(true)
  return statement
}

/** The only column of the only row, which is an array. */
function textIn(row: unknown): string | undefined {
  const value: unknown = Array.isArray(row) ? row[0] : undefined
  return typeof value === 'string' ? value : undefined
}
