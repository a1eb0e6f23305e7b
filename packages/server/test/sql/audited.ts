/** Whether what changes a shop's data is written in its audit, transaction by transaction. */
import { isWord, nameIn, type Part, statementsIn } from './parts.ts'

type Verb = 'insert' | 'update' | 'delete'

interface Write {
  readonly verb: Verb
  readonly table: string
}

/** What is no change of a shop's data, and so has no row. */
const bookkeeping: ReadonlyMap<string, string> = new Map([
  ['schema_version', 'is about the tables themselves'],
  ['audit', 'is what is looked for'],
  ['counters', 'gives the numbers of what is changed'],
  ['bills', 'says again what the orders say'],
  ['jobs', 'says who looks after what, and when next'],
  ['request_log', 'tells what was asked, not what was changed'],
  ['idempotency_keys', 'remembers answers for a day'],
  ['users', 'are people, who may belong to several shops; that they do is audited'],
  ['sessions', 'of people who are signed in'],
  ['credentials', 'by which people prove who they are'],
  ['verifications', 'are what people have begun to prove'],
  ['two_factors', 'by which people prove who they are'],
])

/** Statements on other tables that are none either, by what they alone have. */
const exempt: readonly (readonly [verb: Verb, table: string, text: RegExp, why: string])[] = [
  ['update', 'api_tokens', /set "last_used" =/, 'when a token was used last'],
  ['insert', 'deliveries', /^insert/, 'whom to tell of an event, which is audited itself, as is that it is told again'],
  ['update', 'deliveries', /^update/, 'how telling goes'],
  ['update', 'endpoints', /^update "endpoints" set "failing_since" =/, 'how an endpoint has fared lately'],
  ['update', 'endpoints', /^update "endpoints" set "redeliver_after" =/, 'how far telling again has come'],
]

export interface Effect {
  readonly begins: boolean
  readonly commits: boolean
  readonly rollsBack: boolean
  /** Changes tables: a migration, which no face has asked for. */
  readonly isMigration: boolean
  readonly audits: boolean
  /** The table of a shop's data that it writes to. */
  readonly writes: string | undefined
}

const known = new Map<string, Effect>()

export function effectOf(text: string): Effect {
  const present = known.get(text)
  if (present !== undefined) return present
  const statements = statementsIn(text)
  const begins = (...words: readonly string[]): boolean => statements.some(([first]) => isWord(first, ...words))
  const writes = statements.flatMap((parts) => writesIn(parts))
  const effect: Effect = {
    begins: begins('begin'),
    commits: begins('commit'),
    rollsBack: begins('rollback'),
    isMigration: begins('create', 'alter', 'drop'),
    audits: writes.some(({ verb, table }) => verb === 'insert' && table === 'audit'),
    writes: writes.find((write) => isChange(write, text))?.table,
  }
  known.set(text, effect)
  return effect
}

function isChange({ verb, table }: Write, text: string): boolean {
  if (bookkeeping.has(table)) return false
  return !exempt.some(([exemptVerb, name, own]) => exemptVerb === verb && name === table && own.test(text))
}

/** Those in brackets and before the main one (`with … as (delete …)`) too. */
function writesIn(parts: readonly Part[]): readonly Write[] {
  return parts.flatMap((part, at): readonly Write[] => {
    if (part.kind === 'group') return writesIn(part.parts)
    const next = parts[at + 1]
    if (isWord(part, 'insert') && isWord(next, 'into')) return writeTo('insert', parts[at + 2])
    if (isWord(part, 'delete') && isWord(next, 'from')) return writeTo('delete', parts[at + 2])
    // Neither `for update` nor `on conflict … do update set`.
    const isUpdate = isWord(part, 'update') && !isWord(parts[at - 1], 'for', 'key', 'do')
    return isUpdate ? writeTo('update', next) : []
  })
}

function writeTo(verb: Verb, part: Part | undefined): readonly Write[] {
  const table = nameIn(part)
  return table === undefined ? [] : [{ verb, table }]
}

/** What a connection's transaction has come to. */
export class AuditedTransaction {
  #isOpen = false
  #isAudited = false
  #change: { readonly table: string; readonly text: string } | undefined

  /** Before it is run; gives why it may not be. */
  before(text: string): string | undefined {
    const { begins, commits, rollsBack } = effectOf(text)
    const change = this.#change
    const offence = commits && !this.#isAudited && change !== undefined ? offenceOf(change) : undefined
    if (begins || commits || rollsBack) {
      this.#isOpen = begins
      this.#isAudited = false
      this.#change = undefined
    }
    return offence
  }

  /** After it was run; gives what is wrong with that. */
  after(text: string, rows: number): string | undefined {
    const { isMigration, audits, writes } = effectOf(text)
    if (audits || isMigration) this.#isAudited = true
    if (writes === undefined || rows === 0) return undefined
    const change = { table: writes, text }
    if (!this.#isOpen) return offenceOf(change)
    this.#change ??= change
    return undefined
  }
}

function offenceOf({ table, text }: { readonly table: string; readonly text: string }): string {
  return `«${table}» was changed without a row of the audit in the same transaction: ${text}`
}
