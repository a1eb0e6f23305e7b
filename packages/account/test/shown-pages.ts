/** Where each page of the table has something to show of a shop that has it all. */
import { pages } from '../src/pages.ts'
import type { Shown } from './screenshots/shop.ts'

/** Of pages that are told by their query which one they show. */
const queries: Readonly<Record<string, string>> = {
  '/customers': '?email=buyer@example.com',
  '/products/edit': '?name=bread',
  '/coupons/edit': '?code=SPRING10',
  '/partners/edit': '?login=olga',
}

export interface ShownPage {
  /** As the table has it. */
  readonly path: string
  /** After `/account`. */
  readonly address: string
}

export function shownPages({ delivery, order }: Shown): readonly ShownPage[] {
  const shown = { delivery, number: String(order) }
  return pages.map(({ path }) => ({ path, address: addressOf(path, shown) }))
}

/** A page of one thing is shown of one that the shop has. */
function addressOf(path: string, shown: Readonly<Record<string, string>>): string {
  return `${path}${queries[path] ?? ''}`.replaceAll(/:(\w+)/g, (_, name: string) => {
    const example = shown[name]
    if (example === undefined) throw new Error(`Say in test/shown-pages.ts what is shown as «${name}» of ${path}.`)
    return encodeURIComponent(example)
  })
}
