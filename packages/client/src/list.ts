/** Lists that are read a page at a time. */

export interface Page<Entry> {
  readonly data: readonly Entry[]
  /** Gets the next page as `cursor`; null: this is the last. */
  readonly next_cursor: string | null
}

/**
 * Awaited, it is the first page. In `for await` it is every entry, and as many pages are asked for as the loop comes to
 * see; `pages()` is the same a page at a time.
 */
export interface List<Entry> extends Promise<Page<Entry>>, AsyncIterable<Entry> {
  pages(): AsyncIterable<Page<Entry>>
}

/** `pageAt` is asked for the first page at once. An aborted signal ends a loop at once, too, and not with its page. */
export function listOf<Entry>(
  pageAt: (cursor: string | undefined) => Promise<Page<Entry>>,
  signal: AbortSignal | undefined,
): List<Entry> {
  const first = pageAt(undefined)

  async function* pages(): AsyncGenerator<Page<Entry>> {
    let page = await first
    yield page
    while (page.next_cursor !== null) {
      page = await pageAt(page.next_cursor)
      yield page
    }
  }

  async function* entries(): AsyncGenerator<Entry> {
    for await (const page of pages()) {
      for (const entry of page.data) {
        signal?.throwIfAborted()
        yield entry
      }
    }
  }

  return Object.assign(first, { pages, [Symbol.asyncIterator]: entries })
}
