/** Values as the audit may show them: it is kept for long and cannot be mended, so nothing secret may come into it. */

/** Longer texts are cut, in UTF-16 units. */
const longestText = 200
const longestList = 20

/** Without control characters; e-mail addresses are not whole, and of other addresses only the host is left. */
export function shownText(text: string): string {
  const isCut = text.length > longestText
  const clean = text
    .slice(0, longestText)
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, '\u{fffd}')
  // Paths and queries may hold what only those two know.
  const hosts = clean.replaceAll(/([a-z][a-z\d+.-]*:\/\/)(?:[^\s/?#]*@)?([^\s/?#@]*)\S*/gi, '$1$2/…')
  const masked = hosts.replaceAll(/([^\s@])[^\s@]*@/gu, '$1…@')
  return isCut ? `${masked}…` : masked
}

/** As JSON has it. */
export function shown(value: unknown): unknown {
  if (typeof value === 'string') return shownText(value)
  if (Array.isArray(value)) {
    const first = value.slice(0, longestList).map(shown)
    return value.length > longestList ? [...first, `… ${value.length - longestList} more`] : first
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [shownText(name), shown(each)]))
}
