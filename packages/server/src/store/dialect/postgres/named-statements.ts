/** Statements that are prepared on each connection once, by a name that follows from their text. */
import type { ClientBase, QueryArrayConfig, QueryConfig } from 'pg'
import { stateOf } from './connections.ts'

interface Named {
  readonly name: string
  readonly text: string
}

const named = new Map<string, Named>()
let count = 0

/**
 * Asks by a named statement. Where that is `isStale`, it has another name from then on, so that whoever asks again gets an
 * answer on every connection; also behind a pooler that knows statements by their text.
 */
export async function askNamed<Row>(
  client: ClientBase,
  text: string,
  rest: Pick<QueryArrayConfig, 'rowMode' | 'values'> | Pick<QueryConfig, 'values'>,
): Promise<Row[]> {
  const statement = namedStatement(text)
  try {
    const { rows } = await client.query<Record<string, unknown>>({ ...statement, ...rest })
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whoever wrote the statement says what its rows are
    return rows as Row[]
  } catch (error) {
    if (isStale(error) && named.get(text) === statement) {
      const name = `q${(count += 1)}`
      named.set(text, { name, text: `${text} -- ${name}` })
    }
    throw error
  }
}

/** For `client.query`: the statement with the name by which it is prepared. */
function namedStatement(text: string): Named {
  const known = named.get(text)
  if (known !== undefined) return known
  const made = { name: `q${(count += 1)}`, text }
  named.set(text, made)
  return made
}

/**
 * Somebody, a newer node most likely, has changed a table that a prepared statement gives all columns of: «cached plan must
 * not change result type». There is no SQLSTATE for that alone, and the message is in the server's language. Nothing was done, so
 * it may be asked again.
 */
export function isStale(error: unknown): boolean {
  return stateOf(error) === '0A000' && error instanceof Error && 'routine' in error && error.routine === routine
}

/** https://github.com/postgres/postgres/blob/master/src/backend/utils/cache/plancache.c */
const routine = 'RevalidateCachedQuery'
