import { directory } from './allowed.ts'
import { type Clause, tablesIn, valueIn } from './clauses.ts'
import { nameIn, type Part, splitAtCommas } from './parts.ts'

/** Why rows are inserted that are not all of one shop, which is given by a value; undefined: they are. */
export function offenceOfInsert(clauses: readonly Clause[], values: readonly unknown[]): string | undefined {
  const [into, source] = clauses
  const [table] = into === undefined ? [] : tablesIn(into)
  if (into === undefined || source === undefined || table === undefined) return 'an insert that is not understood'
  if (directory.has(table.name)) return undefined
  const shops = source.keyword === 'values' ? shopsOfRows(into, source, values) : shopsOfSelect(into, clauses, values)
  if (shops.some((shop) => shop === undefined)) return `the shop of what is inserted into «${table.name}» is no value`
  return new Set(shops).size === 1 ? undefined : `rows of several shops are inserted into «${table.name}»`
}

function shopsOfRows(into: Clause, { parts }: Clause, values: readonly unknown[]): readonly unknown[] {
  const at = positionIn(into)
  return splitAtCommas(parts).map(([row]) =>
    row?.kind === 'group' ? shopIn(splitAtCommas(row.parts)[at] ?? [], values) : undefined,
  )
}

/** Either the shop is among what is selected, or the rows come as JSON, and then it is looked up in there. */
function shopsOfSelect(into: Clause, clauses: readonly Clause[], values: readonly unknown[]): readonly unknown[] {
  const selected = clauses.find(({ keyword }) => keyword === 'select')?.parts ?? []
  const item = splitAtCommas(selected)[positionIn(into)]
  if (item !== undefined) return [shopIn(item, values)]
  const [name, group] = clauses.find(({ keyword }) => keyword === 'from')?.parts ?? []
  if (nameIn(name) !== 'json_populate_recordset' || group?.kind !== 'group') return [undefined]
  const json = valueOf(splitAtCommas(group.parts)[1] ?? [], values)
  const rows: unknown = typeof json === 'string' ? JSON.parse(json) : undefined
  return Array.isArray(rows) ? rows.map((row: { shop_id?: unknown }) => row.shop_id) : [undefined]
}

/** Where the shop stands among the columns that are named; -1: nowhere. */
function positionIn({ parts }: Clause): number {
  const columns = parts.find((part) => part.kind === 'group')
  if (columns === undefined) return -1
  return splitAtCommas(columns.parts).findIndex(([column]) => nameIn(column) === 'shop_id')
}

/** The parameter's name where its value is not known: two of those are two shops. */
function shopIn(parts: readonly Part[], values: readonly unknown[]): unknown {
  return valueOf(parts, values) ?? valueIn(parts)
}

function valueOf(parts: readonly Part[], values: readonly unknown[]): unknown {
  const number = /^\$(\d+)$/.exec(valueIn(parts) ?? '')?.[1]
  return number === undefined ? undefined : values[Number(number) - 1]
}
