/**
 * The tables of whoever signs in, for the library that signs them in: it says in its own terms what to read and write.
 * People may belong to several shops, so these are beside the shops, not in them.
 */
import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import type { Database } from './database.ts'
import type { Tables } from './schema.ts'

export const signInTables = ['users', 'sessions', 'credentials', 'verifications', 'two_factors'] as const
export type SignInTable = (typeof signInTables)[number]

export type SignInValue = string | number | null
export type SignInRow = Readonly<Record<string, SignInValue>>

export interface Condition {
  readonly column: string
  readonly operator:
    | 'eq'
    | 'ne'
    | 'lt'
    | 'lte'
    | 'gt'
    | 'gte'
    | 'in'
    | 'not_in'
    | 'contains'
    | 'starts_with'
    | 'ends_with'
  readonly value: SignInValue | readonly SignInValue[]
  /** How it goes with those before it. */
  readonly connector: 'AND' | 'OR'
}

export interface Selection {
  readonly where: readonly Condition[]
  readonly limit?: number | undefined
  readonly offset?: number | undefined
  readonly orderBy?: { readonly column: string; readonly direction: 'asc' | 'desc' } | undefined
}

export interface SignInRecords {
  insert(table: SignInTable, row: SignInRow): Promise<SignInRow>
  select(table: SignInTable, selection: Selection): Promise<readonly SignInRow[]>
  count(table: SignInTable, where: readonly Condition[]): Promise<number>
  /** Gives the rows as they are then. */
  update(table: SignInTable, where: readonly Condition[], set: SignInRow): Promise<readonly SignInRow[]>
  /** Gives the rows that are gone. */
  remove(table: SignInTable, where: readonly Condition[]): Promise<readonly SignInRow[]>
}

type Eb = ExpressionBuilder<Tables, SignInTable>
type Filter = ExpressionWrapper<Tables, SignInTable, SqlBool>

export function signInRecordsOf(database: Database): SignInRecords {
  return {
    async insert(table, row) {
      return database.write('nothing', async ({ kysely }) => {
        const inserted = kysely.insertInto(table).values(columns(row)).returningAll()
        return rowFrom(await inserted.executeTakeFirstOrThrow())
      })
    },
    async select(table, { where, limit, offset, orderBy }) {
      let query = database.kysely
        .selectFrom(table)
        .selectAll()
        .where((eb) => filterOf(eb, where))
      if (orderBy !== undefined) query = query.orderBy(sql.ref(orderBy.column), orderBy.direction)
      if (limit !== undefined) query = query.limit(limit)
      if (offset !== undefined && offset > 0) query = query.limit(limit ?? mostRows).offset(offset)
      return (await query.execute()).map(rowFrom)
    },
    async count(table, where) {
      const query = database.kysely.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('count'))
      return (await query.where((eb) => filterOf(eb, where)).executeTakeFirstOrThrow()).count
    },
    async update(table, where, set) {
      return database.write('nothing', async ({ kysely }) => {
        const query = kysely
          .updateTable(table)
          .set(columns(set))
          .where((eb) => filterOf(eb, where))
          .returningAll()
        return (await query.execute()).map(rowFrom)
      })
    },
    async remove(table, where) {
      return database.write('nothing', async ({ kysely }) => {
        const query = kysely
          .deleteFrom(table)
          .where((eb) => filterOf(eb, where))
          .returningAll()
        return (await query.execute()).map(rowFrom)
      })
    },
  }
}

/** An offset needs a limit. */
const mostRows = 1_000_000

function filterOf(eb: Eb, where: readonly Condition[]): Filter {
  const all = where.filter(({ connector }) => connector === 'AND').map((condition) => one(eb, condition))
  const any = where.filter(({ connector }) => connector === 'OR').map((condition) => one(eb, condition))
  return any.length === 0 ? eb.and(all) : eb.and([...all, eb.or(any)])
}

function one(eb: Eb, { column, operator, value }: Condition): Filter {
  const ref = sql.ref<SignInValue>(column)
  if (operator === 'in' || operator === 'not_in') {
    const list = Array.isArray(value) ? value : [value]
    const isIn = list.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${ref} in (${sql.join(list)})`
    return operator === 'in' ? eb.and([isIn]) : eb.not(isIn)
  }
  if (value === null)
    return eb.and([operator === 'ne' ? sql<SqlBool>`${ref} is not null` : sql<SqlBool>`${ref} is null`])
  if (operator === 'contains' || operator === 'starts_with' || operator === 'ends_with') {
    const text = String(value).replaceAll(/[\\%_]/g, String.raw`\$&`)
    return eb.and([sql<SqlBool>`${ref} like ${patterns[operator](text)} escape '\\'`])
  }
  return eb.and([sql<SqlBool>`${ref} ${sql.raw(signs[operator])} ${value}`])
}

const patterns = {
  contains: (text: string) => `%${text}%`,
  starts_with: (text: string) => `${text}%`,
  ends_with: (text: string) => `%${text}`,
}

const signs = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const

function rowFrom(row: object): SignInRow {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- these tables have no other types of columns
  return row as SignInRow
}

/** Which table it is, only the caller knows. */
function columns(row: SignInRow): never {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the library was told what columns there are
  return row as never
}
