/** The parts of an SQL text, as far as the rules of distribution look at it: words, names, values, and what stands in brackets. */

export type Part = Token | Group

export interface Token {
  /** `name` is quoted, so it is never a keyword; `word` is lower case. */
  readonly kind: 'word' | 'name' | 'value' | 'mark'
  readonly text: string
}

export interface Group {
  readonly kind: 'group'
  readonly parts: readonly Part[]
}

const token =
  /\s+|--[^\n]*|(?<name>"(?:[^"]|"")*")|(?<value>'(?:[^']|'')*'|\$\d+|\d+(?:\.\d+)?)|(?<word>[A-Za-z_]\w*)|(?<mark>::|[<>=!]+|.)/gsu

/** Throws where the brackets do not match. */
export function statementsIn(text: string): readonly (readonly Part[])[] {
  const open: Part[][] = [[]]
  const statements: (readonly Part[])[] = []
  for (const part of tokensIn(text)) {
    const top = open.at(-1) ?? []
    if (part.text === '(' && part.kind === 'mark') open.push([])
    else if (part.text === ')' && part.kind === 'mark') {
      open.pop()
      const around = open.at(-1)
      if (around === undefined) throw new Error(`A bracket too many: ${text}`)
      around.push({ kind: 'group', parts: top })
    } else if (part.text === ';' && open.length === 1) statements.push(open.splice(0, 1, [])[0] ?? [])
    else top.push(part)
  }
  if (open.length !== 1) throw new Error(`A bracket too few: ${text}`)
  return [...statements, ...open].filter((parts) => parts.length > 0)
}

function tokensIn(text: string): readonly Token[] {
  return Array.from(text.matchAll(token), ({ groups = {} }): Token | undefined => {
    const { name, value, word, mark } = groups
    if (name !== undefined) return { kind: 'name', text: name.slice(1, -1).replaceAll('""', '"') }
    if (value !== undefined) return { kind: 'value', text: value }
    if (word !== undefined) return { kind: 'word', text: word.toLowerCase() }
    return mark === undefined ? undefined : { kind: 'mark', text: mark }
  }).filter((part) => part !== undefined)
}

export function isWord(part: Part | undefined, ...texts: readonly string[]): boolean {
  return part?.kind === 'word' && texts.includes(part.text)
}

export function isMark(part: Part | undefined, text: string): boolean {
  return part?.kind === 'mark' && part.text === text
}

/** What a table, a column or an alias may be. */
export function nameIn(part: Part | undefined): string | undefined {
  return part?.kind === 'word' || part?.kind === 'name' ? part.text : undefined
}

export function split(parts: readonly Part[], isBetween: (part: Part) => boolean): readonly (readonly Part[])[] {
  const pieces: Part[][] = [[]]
  for (const part of parts) {
    if (isBetween(part)) pieces.push([])
    else pieces.at(-1)?.push(part)
  }
  return pieces
}

export function splitAtCommas(parts: readonly Part[]): readonly (readonly Part[])[] {
  return split(parts, (part) => isMark(part, ','))
}
