/** One query's own clauses, tables and conditions; what stands in brackets is a query for itself, or not looked at. */
import { isMark, isWord, nameIn, type Part, split, splitAtCommas } from './parts.ts'

export interface Clause {
  /** `left join` and the like for joins, `conflict` for `on conflict`. */
  readonly keyword: string
  readonly parts: readonly Part[]
}

const verbs = ['insert', 'update', 'delete']
const starters =
  'select from using where on group having window order limit offset fetch for returning set values'.split(' ')
const joinKinds = ['inner', 'left', 'right', 'full', 'cross', 'natural', 'outer', 'join']

export function clausesOf(parts: readonly Part[]): readonly Clause[] {
  const clauses: { keyword: string; parts: Part[] }[] = []
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at]
    if (part === undefined) break
    const join = joinAt(parts, at)
    if (join !== undefined) {
      clauses.push({ keyword: join.join(' '), parts: [] })
      at += join.length - 1
    } else if (isWord(part, 'on') && isWord(parts[at + 1], 'conflict')) clauses.push({ keyword: 'conflict', parts: [] })
    else if (startsClause(part, parts[at - 1])) clauses.push({ keyword: nameIn(part) ?? '', parts: [] })
    else clauses.at(-1)?.parts.push(part)
  }
  return clauses
}

function startsClause(part: Part, before: Part | undefined): boolean {
  if (before === undefined && isWord(part, ...verbs)) return true
  // `is distinct from` is a comparison.
  return isWord(part, ...starters) && !(isWord(part, 'from') && isWord(before, 'distinct'))
}

/** The words of a join that begins there. */
function joinAt(parts: readonly Part[], at: number): readonly string[] | undefined {
  const words: string[] = []
  for (const part of parts.slice(at)) {
    if (!isWord(part, ...joinKinds)) return undefined
    words.push(nameIn(part) ?? '')
    if (isWord(part, 'join')) return words
  }
  return undefined
}

export interface Table {
  readonly name: string
  readonly alias: string
}

/** Of a clause that names tables. Functions, bracketed queries and the machine's own catalogue are none. Throws for what is not understood. */
export function tablesIn(clause: Clause): readonly Table[] {
  return splitAtCommas(clause.parts).flatMap((parts) => {
    const [first, second, third] = parts.filter((part) => !isWord(part, 'into', 'lateral'))
    if (first?.kind === 'group') {
      if (isQuery(first.parts)) return []
      throw new Error('joins in brackets are not understood')
    }
    const name = nameIn(first)
    if (name === 'information_schema' || name === 'pg_catalog') return []
    if (name === undefined || isMark(second, '.'))
      throw new Error(`the tables of «${clause.keyword}» are not understood`)
    if (second?.kind === 'group' && clause.keyword !== 'insert') return []
    return [{ name, alias: nameIn(isWord(second, 'as') ? third : second) ?? name }]
  })
}

export function isQuery([first]: readonly Part[]): boolean {
  return isWord(first, 'select', 'with', 'values', ...verbs)
}

export type Side = { readonly value: string } | { readonly table: string | undefined; readonly column: string }

/** `left = right`, which holds for every row that is left. */
export interface Equality {
  readonly left: Side
  readonly right: Side
}

/** Of a clause's condition those parts that must all hold; of one with `or` at the top there is none. */
export function equalitiesIn(parts: readonly Part[]): readonly Equality[] {
  if (parts.some((part) => isWord(part, 'or'))) return []
  const pieces = split(parts, (part) => isWord(part, 'and'))
  return pieces.flatMap((piece, index) => {
    // The `and` of `between a and b` parts nothing.
    if (pieces[index - 1]?.some((part) => isWord(part, 'between')) === true) return []
    const [only, ...others] = piece
    if (only?.kind === 'group' && others.length === 0 && !isQuery(only.parts)) return equalitiesIn(only.parts)
    const [left, right, more] = split(piece, (part) => isMark(part, '=')).map(sideIn)
    return left === undefined || right === undefined || more !== undefined ? [] : [{ left, right }]
  })
}

function sideIn(parts: readonly Part[]): Side | undefined {
  const value = valueIn(parts)
  if (value !== undefined) return { value }
  const [first, dot, second] = parts
  if (parts.length === 1) {
    const column = nameIn(first)
    return column === undefined ? undefined : { table: undefined, column }
  }
  const table = nameIn(first)
  const column = nameIn(second)
  if (parts.length !== 3 || !isMark(dot, '.') || table === undefined || column === undefined) return undefined
  return { table, column }
}

/** A parameter or literal, perhaps with its type. */
export function valueIn(parts: readonly Part[]): string | undefined {
  const [value, cast, type, ...others] = parts
  if (value?.kind !== 'value' || others.length > 0) return undefined
  if (cast === undefined) return value.text
  return isMark(cast, '::') && nameIn(type) !== undefined ? value.text : undefined
}
