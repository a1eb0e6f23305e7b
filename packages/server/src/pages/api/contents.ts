/** The table of contents: all of it is text of the page, so that a browser's search finds it. */
import { type Html, markup } from '../html.ts'

export interface Chapter {
  readonly title: string
  /** Where it is: `#orders`. */
  readonly href: string
  readonly entries: readonly Entry[]
}

export interface Entry {
  readonly title: string
  readonly href: string
  /** Of an operation. */
  readonly method?: string
}

/** Beside the text it is open always; before it, once it is asked for. */
export function contentsOf(chapters: readonly Chapter[]): Html {
  return markup`<nav class="contents" aria-label="Contents">
<details><summary>Contents</summary>
<ul>
${chapters.map(chapterItem)}</ul>
</details>
</nav>`
}

function chapterItem({ title, href, entries }: Chapter): Html {
  const list = entries.length === 0 ? '' : markup`<ul>${entries.map(entryItem)}</ul>`
  return markup`<li><a class="chapter" href="${href}">${title}</a>${list}</li>\n`
}

function entryItem({ title, href, method }: Entry): Html {
  const word = method === undefined ? '' : methodBadge(method)
  return markup`<li><a href="${href}"><span>${title}</span>${word}</a></li>\n`
}

export function methodBadge(method: string): Html {
  return markup`<span class="method ${method.toLowerCase()}">${method === 'DELETE' ? 'DEL' : method}</span>`
}
