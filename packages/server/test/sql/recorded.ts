import { Client } from 'pg'

/** A statement as the store sent it to PostgreSQL. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Every statement that this process sends to PostgreSQL while `work` runs, each text once. */
export async function recorded(work: () => Promise<unknown>): Promise<readonly Statement[]> {
  // oxlint-disable-next-line typescript/unbound-method -- called on each client below
  const { query } = Client.prototype
  const statements = new Map<string, Statement>()
  Object.assign(Client.prototype, {
    query(this: Client, ...args: readonly unknown[]): unknown {
      const statement = statementIn(args)
      statements.set(statement.text, statement)
      return Reflect.apply(query, this, args)
    },
  })
  try {
    await work()
  } finally {
    Object.assign(Client.prototype, { query })
  }
  return [...statements.values()]
}

/** As pg takes them: a text and values, or an object with both. */
export function statementIn([first, second]: readonly unknown[]): Statement {
  const { text, values } =
    typeof first === 'string' ? { text: first, values: second } : (first as { text: string; values?: unknown })
  return { text, values: Array.isArray(values) ? values : [] }
}
