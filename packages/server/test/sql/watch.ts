import { appendFileSync } from 'node:fs'
import { Client } from 'pg'
import { AuditedTransaction } from './audited.ts'
import { type Statement, statementIn } from './recorded.ts'
import { offenceIn } from './rules.ts'

/** By which the store's connections are told from those of tests, and of `billkeep copy`, which takes all shops along. */
const storesName = 'billkeep'

/**
 * Has each statement of the store judged at the moment it is run on PostgreSQL: one that breaks the rules (rules.ts)
 * fails, as does a commit of changes without a row of the audit (audited.ts), and the whole test run with it, as what is
 * wrong is added to the file that `BILLKEEP_SQL_OFFENCES` names.
 */
export function watchSql(): void {
  // oxlint-disable-next-line typescript/unbound-method -- called on each client below
  const { query } = Client.prototype
  Object.assign(Client.prototype, {
    query(this: Client, ...args: readonly unknown[]): unknown {
      if (nameOf(this) !== storesName) return Reflect.apply(query, this, args)
      const statement = statementIn(args)
      const refusal = refusalOf(statement) ?? unaudited(transactionOf(this).before(statement.text))
      if (refusal !== undefined) return Promise.reject(refusal)
      return audited(this, statement.text, Reflect.apply(query, this, args))
    },
  })
}

function nameOf(client: Client): unknown {
  const parameters: unknown = Reflect.get(client, 'connectionParameters')
  return typeof parameters === 'object' && parameters !== null ? Reflect.get(parameters, 'application_name') : undefined
}

const transactions = new WeakMap<Client, AuditedTransaction>()

function transactionOf(client: Client): AuditedTransaction {
  const present = transactions.get(client) ?? new AuditedTransaction()
  transactions.set(client, present)
  return present
}

async function audited(client: Client, text: string, answer: unknown): Promise<unknown> {
  const result: unknown = await answer
  const refusal = unaudited(transactionOf(client).after(text, rowsIn(result)))
  if (refusal !== undefined) throw refusal
  return result
}

/** Of several statements in one text there are several results. */
function rowsIn(result: unknown): number {
  if (Array.isArray(result)) return result.reduce<number>((rows, each) => rows + rowsIn(each), 0)
  const count: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, 'rowCount') : undefined
  return typeof count === 'number' ? count : 0
}

function unaudited(offence: string | undefined): Error | undefined {
  if (offence === undefined) return undefined
  tell(offence)
  return new Error(offence)
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
  tell(`${offence}: ${text}`)
  return new Error(`This statement could not run on several machines, as ${offence}: ${text}`)
}

function tell(offence: string): void {
  const file = process.env['BILLKEEP_SQL_OFFENCES']
  if (file !== undefined) appendFileSync(file, `${offence}\n`)
}
