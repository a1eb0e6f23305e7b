/** What is asked of one connection. */
import { Kysely, PostgresDialect, type PostgresDialectConfig, type PostgresPoolClient } from 'kysely'
import type { ClientBase } from 'pg'
import type { Queries, Transaction } from '../../database.ts'
import type { Arguments, Prepared } from '../../prepared.ts'
import type { Tables } from '../../schema.ts'
import { askNamed } from './named-statements.ts'
import type { PostgresPool } from './pool.ts'
import { askedAgain } from './retry.ts'

/** Kysely in this dialect; what it is asked goes through the pool. */
export function kyselyOver(pool: PostgresPool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: asKyselyExpects(pool) }) })
}

function asKyselyExpects(pool: PostgresPool): PostgresDialectConfig['pool'] {
  const query = asKyselyAsks((text, values) => pool.with((client) => client.query(text, values)))
  return { connect: async () => ({ query, release: () => undefined }), end: async () => pool.close(), options: {} }
}

/** Kysely's only way to ask here. */
function asKyselyAsks(ask: (text: string, values: unknown[]) => Promise<unknown>): PostgresPoolClient['query'] {
  const query = (text: string, values: readonly unknown[]) => ask(text, [...values])
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the other forms are for cursors, which nobody asks for
  return query as unknown as PostgresPoolClient['query']
}

/** One client as a pool of one, for a Kysely inside a transaction that somebody else began and ends. */
export function kyselyOn(client: ClientBase): Kysely<Tables> {
  const known = kyselyOfClient.get(client)
  if (known !== undefined) return known
  const bound = { query: asKyselyAsks((text, values) => client.query(text, values)), release: () => undefined }
  const pool = { connect: async () => bound, end: async () => undefined, options: {} }
  const made = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  kyselyOfClient.set(client, made)
  return made
}

const kyselyOfClient = new WeakMap<ClientBase, Kysely<Tables>>()

async function rowsOf<Args extends Arguments, Row>(
  client: ClientBase,
  kysely: Kysely<Tables>,
  query: Prepared<Args, Row>,
  args: Args,
): Promise<Row[]> {
  const { sql: text, bind } = query.compiledFor(kysely)
  return askNamed<Row>(client, text, { values: bind(args) })
}

/** Outside of transactions: each statement on a connection of its own. */
export function queriesOver(pool: PostgresPool, kysely: Kysely<Tables>): Queries {
  const all: Queries['all'] = async (query, args) =>
    askedAgain(() => pool.with(async (client) => rowsOf(client, kysely, query, args)))
  return { kysely, all, get: async (query, args) => (await all(query, args))[0] }
}

/** `kysely` is the one whose compiled statements are shared. */
export function transactionOn(client: ClientBase, kysely: Kysely<Tables>): Transaction {
  return {
    get kysely() {
      return kyselyOn(client)
    },
    all: async (query, args) => rowsOf(client, kysely, query, args),
    get: async (query, args) => (await rowsOf(client, kysely, query, args))[0],
    async run(query, args) {
      await rowsOf(client, kysely, query, args)
    },
  }
}
