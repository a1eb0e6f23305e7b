/** Reads lists a page at a time. */
import type { Page, PageBounds } from '../rules/page.ts'

export interface PageSource<Item extends { readonly number: number }> {
  /** So many at most of those with a higher number than `after`, by number. */
  readonly read: (after: number, limit: number) => Promise<readonly Item[]>
  /** Which of them are wanted; left out: all. */
  readonly isWanted?: ((item: Item) => boolean) | undefined
}

/** As many as one piece of work reads where it is not known how many of them are wanted. */
const readAtOnce = 1_000

/** The database cannot search without regard to case in every alphabet, so what is not wanted is left out here. */
export async function pageOf<Item extends { readonly number: number }>(
  { read, isWanted }: PageSource<Item>,
  { after, limit }: PageBounds,
): Promise<Page<Item>> {
  const found: Item[] = []
  const atOnce = isWanted === undefined ? limit + 1 : readAtOnce
  for (let last = after; found.length <= limit;) {
    const items = await read(last, atOnce)
    found.push(...(isWanted === undefined ? items : items.filter(isWanted)))
    const end = items.at(-1)
    if (end === undefined || items.length < atOnce) break
    last = end.number
  }
  const items = found.slice(0, limit)
  return { items, next: found.length > limit ? (items.at(-1)?.number ?? null) : null }
}
