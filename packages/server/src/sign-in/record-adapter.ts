/** The sign-in library's way to our tables: its names and types to ours, and back. */
import { type CustomAdapter, createAdapterFactory } from 'better-auth/adapters'
import type { Condition, SignInRecords, SignInRow, SignInTable, SignInValue } from '../store/sign-in-records.ts'

export function recordAdapter(records: SignInRecords) {
  return createAdapterFactory({
    config: {
      adapterId: 'billkeep',
      supportsBooleans: false,
      supportsDates: true,
      supportsJSON: false,
      supportsNumericIds: false,
    },
    adapter: () => adapterOver(records),
  })
}

type CleanedWhere = Parameters<CustomAdapter['delete']>[0]['where'][number]

function adapterOver(records: SignInRecords): CustomAdapter {
  return {
    create: async ({ model, data }) => fromRow(await records.insert(tableOf(model), toRow(data))),
    async findOne({ model, where }) {
      const [row] = await records.select(tableOf(model), { where: conditionsOf(where), limit: 1 })
      return row === undefined ? null : fromRow(row)
    },
    async findMany({ model, where, limit, offset, sortBy }) {
      const orderBy = sortBy && { column: snake(sortBy.field), direction: sortBy.direction }
      const rows = await records.select(tableOf(model), { where: conditionsOf(where), limit, offset, orderBy })
      return rows.map((row) => fromRow(row))
    },
    async update({ model, where, update }) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the library gives an object of columns
      const set = toRow(update as Readonly<Record<string, unknown>>)
      const [row] = await records.update(tableOf(model), conditionsOf(where), set)
      return row === undefined ? null : fromRow(row)
    },
    async updateMany({ model, where, update }) {
      return (await records.update(tableOf(model), conditionsOf(where), toRow(update))).length
    },
    async delete({ model, where }) {
      await records.remove(tableOf(model), conditionsOf(where))
    },
    deleteMany: async ({ model, where }) => (await records.remove(tableOf(model), conditionsOf(where))).length,
    // Whoever is second with a code that opens once gets nothing: removing tells.
    async consumeOne({ model, where }) {
      const [row] = await records.remove(tableOf(model), conditionsOf(where))
      return row === undefined ? null : fromRow(row)
    },
    count: async ({ model, where }) => records.count(tableOf(model), conditionsOf(where)),
  }
}

const tables: Readonly<Record<string, SignInTable>> = {
  user: 'users',
  session: 'sessions',
  account: 'credentials',
  verification: 'verifications',
  twoFactor: 'two_factors',
}

function tableOf(model: string): SignInTable {
  const table = tables[model]
  if (table === undefined) throw new Error(`The sign-in library asks for a table «${model}», which there is not.`)
  return table
}

function conditionsOf(where: readonly CleanedWhere[] = []): readonly Condition[] {
  return where.map(({ field, operator, value, connector }) => ({
    column: snake(field),
    operator: operator ?? 'eq',
    value: Array.isArray(value) ? value : valueOf(value),
    connector: connector ?? 'AND',
  }))
}

function toRow(data: Readonly<Record<string, unknown>>): SignInRow {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [snake(name), valueOf(value)]))
}

function valueOf(value: unknown): SignInValue {
  if (value instanceof Date) return value.getTime()
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string' || typeof value === 'number') return value
  return null
}

const times = new Set([
  'created_at',
  'updated_at',
  'expires_at',
  'access_token_expires_at',
  'refresh_token_expires_at',
  'locked_until',
])

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the library asks for the type it has put
function fromRow<Row>(row: SignInRow): Row {
  const entries = Object.entries(row).map(([name, value]) => [
    camel(name),
    times.has(name) && typeof value === 'number' ? new Date(value) : value,
  ])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the library asks for the type it has put
  return Object.fromEntries(entries) as Row
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function camel(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
