/** Takes a shop's orders in from a stream: all of them or none. */
import type { Order } from '../rules/order.ts'
import type { PutOutcome } from '../store/bulk-orders.ts'
import type { ShopStore } from '../store/store.ts'
import { FieldError } from './fields.ts'
import { readLines, type Line } from './lines.ts'
import { parseOrderLine } from './order-line.ts'

/** A line that could not be taken, and why, for people. */
export interface BadLine {
  /** From 1. */
  readonly number: number
  readonly reason: string
  /** As it stood in the file; '' when it is no text at all. */
  readonly text: string
}

export interface ImportReport {
  readonly added: number
  /** Stored already, with the same content. */
  readonly same: number
  readonly updated: number
  readonly bad: number
  /** The first of the bad lines. */
  readonly firstBad: readonly BadLine[]
}

export interface ImportOptions {
  readonly shop: ShopStore
  /** Lines of JSON; empty lines and those that begin with `#` are passed over. */
  readonly source: AsyncIterable<Uint8Array>
  /** Whether an order that is stored with another content is replaced; otherwise its line is bad. */
  readonly update: boolean
  /** Given: a bad line is told here and passed over. Left out: one bad line refuses the whole import. */
  readonly onBadLine?: ((line: BadLine) => void | Promise<void>) | undefined
  /** How many of the bad lines are reported; left out: twenty. */
  readonly mostShown?: number
  readonly onProgress?: ((bytes: number, orders: number, phase: 'reading' | 'finishing') => void) | undefined
}

/** Thrown when lines were bad and none may be passed over; nothing was written. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused'
  readonly bad: number
  readonly firstBad: readonly BadLine[]

  constructor({ bad, firstBad }: Pick<ImportReport, 'bad' | 'firstBad'>) {
    super(`Nothing was imported: ${bad} bad ${bad === 1 ? 'line' : 'lines'}.`)
    this.bad = bad
    this.firstBad = firstBad
  }
}

const usualShown = 20

export async function importOrders(options: ImportOptions): Promise<ImportReport> {
  const { shop, source, update, onBadLine, mostShown = usualShown, onProgress } = options
  const counts = { added: 0, same: 0, updated: 0, bad: 0 }
  const firstBad: BadLine[] = []
  let bytes = 0

  async function refuse(line: BadLine): Promise<void> {
    counts.bad += 1
    if (firstBad.length < mostShown) firstBad.push(line)
    await onBadLine?.(line)
  }

  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      bytes += chunk.length
      yield chunk
    }
  }

  return shop.bulkOrders.write(async (writer) => {
    for await (const lines of readLines(counted())) {
      const { taken, refused } = parseLines(lines)
      for (const line of refused) await refuse(line)
      // Once the import is refused, reading on only serves to name the other bad lines.
      if (counts.bad === 0 || onBadLine !== undefined) {
        const outcomes = await writer.put(
          taken.map(({ order }) => order),
          { update },
        )
        for (const [index, outcome] of outcomes.entries()) {
          if (outcome.outcome !== 'conflict') counts[outcome.outcome] += 1
          else await refuse(conflictOf(taken[index]?.line, outcome))
        }
      }
      onProgress?.(bytes, counts.added + counts.same + counts.updated, 'reading')
    }
    const report = { ...counts, firstBad: firstBad.toSorted((a, b) => a.number - b.number) }
    if (counts.bad > 0 && onBadLine === undefined) throw new ImportRefused(report)
    onProgress?.(bytes, counts.added + counts.same + counts.updated, 'finishing')
    return report
  })
}

function parseLines(lines: readonly Line[]): { taken: { line: Line; order: Order }[]; refused: BadLine[] } {
  const taken: { line: Line; order: Order }[] = []
  const refused: BadLine[] = []
  for (const line of lines) {
    if (line.text === undefined) {
      refused.push({ number: line.number, reason: 'is not UTF-8 text, or longer than 4 MiB', text: '' })
    } else if (line.text.trim() !== '' && !line.text.startsWith('#')) {
      try {
        taken.push({ line, order: parseOrderLine(line.text) })
      } catch (error) {
        if (!(error instanceof FieldError)) throw error
        refused.push({ number: line.number, reason: error.message, text: line.text })
      }
    }
  }
  return { taken, refused }
}

function conflictOf(line: Line | undefined, { reason }: Extract<PutOutcome, { outcome: 'conflict' }>): BadLine {
  return { number: line?.number ?? 0, reason, text: line?.text ?? '' }
}
