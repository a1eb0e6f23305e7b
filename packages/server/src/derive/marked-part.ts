/** The part of a page that is derived: what stands between two comments of HTML, which nobody sees. */

/** The page with `content` for what stood between the marks of this name. Throws where it does not have them once each. */
export function withMarkedPart(page: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name}: npm run derive -->\n`, `<!-- /${name} -->\n`]
  const [before, rest, ...others] = page.split(begin)
  const [, after, ...more] = rest?.split(end) ?? []
  if (before === undefined || after === undefined || others.length + more.length > 0) {
    throw new Error(`The page must have a line ${begin.trim()} and after it a line ${end.trim()}, once each.`)
  }
  return `${before}${begin}${content}${end}${after}`
}
