/** The little of CommonMark that descriptions use: paragraphs, `code` and **strong words**. */
import { type Html, markup } from '../html.ts'

export function paragraphs(text: string): readonly Html[] {
  return text.split(/\n{2,}/).map((paragraph) => markup`<p>${inline(paragraph)}</p>\n`)
}

/** A text without paragraphs. */
export function inline(text: string): readonly Html[] {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((piece) => {
    if (piece.startsWith('`') && piece.endsWith('`') && piece.length > 2)
      return markup`<code>${piece.slice(1, -1)}</code>`
    if (piece.startsWith('**') && piece.endsWith('**') && piece.length > 4)
      return markup`<strong>${inline(piece.slice(2, -2))}</strong>`
    return markup`${piece}`
  })
}
