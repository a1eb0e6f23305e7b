import { appendFileSync } from 'node:fs'
import { Client } from 'pg'
import { type Statement, statementIn } from './recorded.ts'
import { offenceIn } from './rules.ts'

/** By which the store's connections are told from those of tests, and of `billkeep copy`, which takes all shops along. */
const storesName = 'billkeep'

/**
 * Has each statement of the store judged at the moment it is run on PostgreSQL: one that breaks the rules (rules.ts)
 * fails, and the whole test run with it, as what is wrong is added to the file that `BILLKEEP_SQL_OFFENCES` names.
 */
export function watchSql(): void {
  // oxlint-disable-next-line typescript/unbound-method -- called on each client below
  const { query } = Client.prototype
  Object.assign(Client.prototype, {
    query(this: Client, ...args: readonly unknown[]): unknown {
      const refusal = nameOf(this) === storesName ? refusalOf(statementIn(args)) : undefined
      return refusal === undefined ? Reflect.apply(query, this, args) : Promise.reject(refusal)
    },
  })
}

function nameOf(client: Client): unknown {
  const parameters: unknown = Reflect.get(client, 'connectionParameters')
  return typeof parameters === 'object' && parameters !== null ? Reflect.get(parameters, 'application_name') : undefined
}

/** Judged before and found good, whatever the values; most come many times. */
const good = new Set<string>()

function refusalOf({ text, values }: Statement): Error | undefined {
  if (good.has(text)) return undefined
  if (offenceIn(text) === undefined) {
    good.add(text)
    return undefined
  }
  const offence = offenceIn(text, values)
  if (offence === undefined) return undefined
  const file = process.env['BILLKEEP_SQL_OFFENCES']
  if (file !== undefined) appendFileSync(file, `${offence}: ${text}\n`)
  return new Error(`This statement could not run on several machines, as ${offence}: ${text}`)
}
