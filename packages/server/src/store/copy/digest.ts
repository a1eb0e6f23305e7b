/** What a shop has in a table, as a number of rows and a hash over all of them. */
import { hash } from 'node:crypto'
import { pagesOf } from './pages.ts'
import type { CopySide, Row } from './side.ts'
import type { Table } from './tables.ts'

export interface Digest {
  readonly rows: number
  /** The same rows give the same, in whatever order they come; a row that is another gives another. */
  readonly hash: string
}

export type Digests = ReadonlyMap<number, Digest>

/** By shop. `onRows` hears of each number of rows that was read. */
export async function digestsOf(side: CopySide, table: Table, onRows: (rows: number) => void): Promise<Digests> {
  const sums = new Map<number, Sum>()
  for await (const page of pagesOf(side, table)) {
    for (const row of page) {
      const shopId = Number(row[table.shop])
      let sum = sums.get(shopId)
      if (sum === undefined) sums.set(shopId, (sum = new Sum()))
      sum.add(textOf(row, table.columns))
    }
    onRows(page.length)
  }
  return new Map(sums.entries().map(([shopId, sum]) => [shopId, sum.digest()]))
}

/** Tells a number from the text with the same digits, and null from both. */
function textOf(row: Row, columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => row[column]))
}

const words = 8

/** SHA-256 of each row, joined by exclusive or: rows have different keys, so that none takes back another. */
class Sum {
  #rows = 0
  readonly #words = new Int32Array(words)

  add(text: string): void {
    const bytes = hash('sha256', text, 'buffer')
    for (let word = 0; word < words; word += 1) {
      this.#words[word] = (this.#words[word] ?? 0) ^ bytes.readInt32LE(word * Int32Array.BYTES_PER_ELEMENT)
    }
    this.#rows += 1
  }

  digest(): Digest {
    return { rows: this.#rows, hash: Buffer.from(this.#words.buffer).toString('hex') }
  }
}
