/** Pages of the few people whom a shop knows, who are read all at once. */
import { z } from 'zod'

export const keyCursor = z
  .string()
  .transform((text, context) => {
    const [, key] = /^after:(.+)$/s.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? []
    if (key !== undefined) return key
    context.addIssue('must be the «next_cursor» of the page before')
    return z.NEVER
  })
  .optional()
  .meta({ title: 'Cursor', description: '`next_cursor` of the page before; left out: the first page.' })

interface AskedPage {
  readonly limit: number
  /** The key of the last one before. */
  readonly cursor?: string | undefined
}

/** In the order of their keys, of which no two are alike. */
export function pageByKey<Item>(items: readonly Item[], keyOf: (item: Item) => string, asked: AskedPage) {
  const { limit, cursor = '' } = asked
  // The database may sort in another way.
  const found = items
    .map((item) => ({ item, key: keyOf(item) }))
    .filter(({ key }) => key > cursor)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  return {
    items: page.map(({ item }) => item),
    next_cursor: last === undefined ? null : Buffer.from(`after:${last.key}`, 'utf8').toString('base64url'),
  }
}
