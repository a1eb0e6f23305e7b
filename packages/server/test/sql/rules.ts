/**
 * What an SQL text must be like so that the database may be spread over machines by shop: it touches the data of one
 * shop, which it names by a value, and leans on nothing that only one machine can do. Judged by the text alone. What is
 * not understood is refused.
 */
import { allowed, directory } from './allowed.ts'
import { type Clause, clausesOf, equalitiesIn, isQuery, type Side, type Table, tablesIn } from './clauses.ts'
import { offenceOfInsert } from './inserts.ts'
import { isWord, nameIn, type Part, split, statementsIn } from './parts.ts'

/** What is wrong with it, for people; undefined: nothing. `values` are those of its parameters. */
export function offenceIn(text: string, values: readonly unknown[] = []): string | undefined {
  if (allowed.has(text)) return undefined
  try {
    return statementsIn(text)
      .map((parts) => offenceOfStatement(parts, values))
      .find((offence) => offence !== undefined)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Transactions and settings touch no table; the shape of tables is looked at where they lie; statistics are taken of each part by itself. */
const harmless = [
  'begin',
  'commit',
  'rollback',
  'savepoint',
  'release',
  'set',
  'show',
  'create',
  'alter',
  'drop',
  'analyze',
]

/** One machine's alone, or a wait of every machine for one. */
const forbidden =
  /^(?:listen|notify|pg_notify|pg_(?:try_)?advisory_\w+|nextval|setval|(?:big|small)?serial|sequence|identity|trigger|references|foreign)$/

function offenceOfStatement(parts: readonly Part[], values: readonly unknown[]): string | undefined {
  const word = forbiddenIn(parts)
  if (word !== undefined) return `«${word}» does not work across machines`
  if (isWord(parts[0], ...harmless)) return undefined
  if (!isQuery(parts)) return `statements that begin with «${nameIn(parts[0]) ?? ''}» are not understood`
  return offenceOfQuery(parts, { bound: new Set(), named: new Set(), values })
}

function forbiddenIn(parts: readonly Part[]): string | undefined {
  for (const part of parts) {
    const found = part.kind === 'group' ? forbiddenIn(part.parts) : part.kind === 'word' && forbidden.test(part.text)
    if (found !== undefined && found !== false) return part.kind === 'group' ? String(found) : nameIn(part)
  }
  return undefined
}

/** What a query sees of those around it. */
interface Surroundings {
  /** Columns, as `table.column`, that hold one value for all rows. */
  readonly bound: ReadonlySet<string>
  /** Queries that have a name (`with`). */
  readonly named: ReadonlySet<string>
  readonly values: readonly unknown[]
}

function offenceOfQuery(parts: readonly Part[], around: Surroundings): string | undefined {
  if (isWord(parts[0], 'with')) return offenceOfWith(parts, around)
  const pieces = split(parts, (part) => isWord(part, 'union', 'intersect', 'except'))
  for (const piece of pieces) {
    const [first, ...others] = piece.filter((part) => !isWord(part, 'all'))
    const isBracketed = first?.kind === 'group' && others.length === 0
    const offence = isBracketed ? offenceOfQuery(first.parts, around) : offenceOfOne(piece, around)
    if (offence !== undefined) return offence
  }
  return undefined
}

/** `with NAME as (…), … QUERY` */
function offenceOfWith(parts: readonly Part[], around: Surroundings): string | undefined {
  const named = new Set(around.named)
  let at = 1
  for (; !isQuery(parts.slice(at)) && at < parts.length; at += 1) {
    const part = parts[at]
    if (part?.kind !== 'group') {
      if (isWord(parts[at + 1], 'as') || parts[at + 1]?.kind === 'group') named.add(nameIn(part) ?? '')
      continue
    }
    if (!isQuery(part.parts)) continue
    const offence = offenceOfQuery(part.parts, { ...around, named })
    if (offence !== undefined) return offence
  }
  return offenceOfQuery(parts.slice(at), { ...around, named })
}

function offenceOfOne(parts: readonly Part[], around: Surroundings): string | undefined {
  const clauses = clausesOf(parts)
  const tables = clauses.filter(namesTables).flatMap((clause) => tablesIn(clause))
  const own = tables.filter(({ name }) => !around.named.has(name) && !name.startsWith('pg_'))
  const bound = boundBy(clauses, own, around.bound)
  const open = own.find((table) => !directory.has(table.name) && !bound.has(keyOf(table)))
  if (open !== undefined) return `it does not say by a value which shop's rows of «${open.name}» it is about`
  const offence = clauses[0]?.keyword === 'insert' ? offenceOfInsert(clauses, around.values) : undefined
  return offence ?? offenceInBrackets(parts, { ...around, bound })
}

function namesTables({ keyword }: Clause): boolean {
  return ['from', 'using', 'update'].includes(keyword) || keyword.endsWith('join')
}

function keyOf({ name, alias }: Table): string {
  return `${alias}.${name === 'shops' ? 'id' : 'shop_id'}`
}

/** The columns that hold one value once the conditions hold. */
function boundBy(
  clauses: readonly Clause[],
  tables: readonly Table[],
  outer: ReadonlySet<string>,
): ReadonlySet<string> {
  const bound = new Set([...outer].filter((column) => !tables.some(({ alias }) => column.startsWith(`${alias}.`))))
  const keyed = tables.filter(({ name }) => !directory.has(name))
  const nameOf = (side: Side): string | undefined => {
    if ('value' in side) return undefined
    const [only, ...others] = keyed
    // Without its table a column is the only table's.
    if (side.table === undefined)
      return only === undefined || others.length > 0 ? undefined : `${only.alias}.${side.column}`
    return `${side.table}.${side.column}`
  }
  for (let size = -1; size !== bound.size;) {
    size = bound.size
    for (const { left, right, binds } of conditionsIn(clauses)) {
      for (const [column, other] of [[left, right] as const, [right, left] as const]) {
        const name = nameOf(column)
        if (name === undefined || !binds(name)) continue
        if ('value' in other || bound.has(nameOf(other) ?? '')) bound.add(name)
      }
    }
  }
  return bound
}

/** What `on` says of a join binds the table that is joined only: of the others, rows may be left that it does not hold for. */
function conditionsIn(clauses: readonly Clause[]) {
  return clauses.flatMap(({ keyword, parts }, index) => {
    if (keyword === 'where') return equalitiesIn(parts).map((equality) => ({ ...equality, binds: () => true }))
    const join = clauses[index - 1]
    if (keyword !== 'on' || join === undefined || /^(?:right|full)/.test(join.keyword)) return []
    const aliases = tablesIn(join).map(({ alias }) => `${alias}.`)
    const binds = (column: string): boolean => aliases.some((alias) => column.startsWith(alias))
    return equalitiesIn(parts).map((equality) => ({ ...equality, binds }))
  })
}

function offenceInBrackets(parts: readonly Part[], around: Surroundings): string | undefined {
  for (const part of parts) {
    if (part.kind !== 'group') continue
    const offence = isQuery(part.parts) ? offenceOfQuery(part.parts, around) : offenceInBrackets(part.parts, around)
    if (offence !== undefined) return offence
  }
  return undefined
}
