/** HTML in which nothing of what people wrote can be taken for markup. */

export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** Nothing at all, for parts that may be left out. */
export const nothing = new Html('')

/**
 * Texts become text, wherever they stand in elements or quoted attributes; Html stays what it is. (Not called `html`, as
 * the formatter would then move what is in it to other lines.)
 */
export function markup(pieces: TemplateStringsArray, ...parts: readonly (string | Html | readonly Html[])[]): Html {
  return new Html(pieces.map((piece, index) => piece + markupOf(parts[index] ?? nothing)).join(''))
}

function markupOf(part: string | Html | readonly Html[]): string {
  if (typeof part === 'string') return part.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  return part instanceof Html ? part.text : part.map(({ text }) => text).join('')
}
