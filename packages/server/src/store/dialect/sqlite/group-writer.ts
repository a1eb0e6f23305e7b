/** Group commit on SQLite: what is to be written gathers while the last commit goes to disk, and shares the next. */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Kysely } from 'kysely'
import type { Commit, Database, Transaction } from '../../database.ts'
import type { Tables } from '../../schema.ts'
import { beginWriting, kyselyOver, openWriter, Statements, transactionOver, waitForNobody } from './connection.ts'

export interface GroupWriterOptions {
  readonly file: string
  /** Called after each commit, before those who wait for it hear of it. */
  readonly onCommit: () => void
  /** Told of each commit; left out: nobody counts them. */
  readonly onMeasured?: ((commit: Commit) => void) | undefined
  /** The most that share a commit. Bounds for how long this process does nothing else. */
  readonly writesPerCommit: number
  /** How long to wait for somebody else who writes; left out: as long as callers do. */
  readonly patienceMs?: number
}

interface Work {
  /** Runs in the transaction; gives what to call when that is on disk, or `undo` when it is not. */
  run(transaction: Transaction): Promise<() => void>
  undo(error: unknown): void
}

export class GroupWriter {
  readonly kysely: Kysely<Tables>
  readonly #options: GroupWriterOptions
  readonly #connection: DatabaseSync
  readonly #transaction: Transaction
  readonly #commit: StatementSync
  readonly #savepoint: StatementSync
  readonly #release: StatementSync
  #waiting: Work[] = []
  #flushing: Promise<void> | undefined
  #isPatient = true

  constructor(options: GroupWriterOptions) {
    this.#options = options
    this.#connection = openWriter(options.file)
    const statements = new Statements(this.#connection)
    this.kysely = kyselyOver(this.#connection, statements)
    this.#transaction = transactionOver(this.kysely, statements)
    this.#commit = statements.of('commit')
    this.#savepoint = statements.of('savepoint work')
    this.#release = statements.of('release work')
  }

  /** See `Database.write`. */
  readonly write: Database['write'] = (_claim, work) =>
    new Promise((resolve, reject) => {
      this.#waiting.push({
        async run(transaction) {
          const result = await work(transaction)
          return () => {
            resolve(result)
          }
        },
        undo: reject,
      })
      this.#flushing ??= this.#flush()
    })

  async close(): Promise<void> {
    await this.#flushing
    await this.kysely.destroy()
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Whatever the sockets have brought by then goes along.
      await new Promise(setImmediate)
      const works = this.#waiting.splice(0, this.#options.writesPerCommit)
      try {
        await this.#commitAll(works)
      } catch (error) {
        for (const work of works) work.undo(error)
      }
    }
    this.#flushing = undefined
  }

  async #commitAll(works: readonly Work[]): Promise<void> {
    // Not before: what is read first, at the start, must wait for whoever just closes the file.
    if (this.#isPatient) waitForNobody(this.#connection)
    this.#isPatient = false
    await beginWriting(this.#connection, this.#options.patienceMs)
    const began = performance.now()
    const done: (() => void)[] = []
    try {
      for (const work of works) await this.#runOne(work, done)
      this.#commit.run()
    } catch (error) {
      if (this.#connection.isTransaction) this.#connection.exec('rollback')
      throw error
    }
    this.#options.onMeasured?.({ writes: works.length, milliseconds: performance.now() - began })
    this.#options.onCommit()
    for (const tell of done) tell()
  }

  /** One that fails takes back its own changes only. Throws if the database has taken back all (a full disk, say). */
  async #runOne(work: Work, done: (() => void)[]): Promise<void> {
    this.#savepoint.run()
    try {
      done.push(await work.run(this.#transaction))
    } catch (error) {
      if (!this.#connection.isTransaction) throw error
      this.#connection.exec('rollback to work')
      done.push(() => {
        work.undo(error)
      })
    }
    this.#release.run()
  }
}
