import { DatabaseSync } from 'node:sqlite'

/** Every statement that this process has SQLite prepare while `work` runs, each once. */
export async function prepared(work: () => Promise<void>): Promise<readonly string[]> {
  // oxlint-disable-next-line typescript/unbound-method -- called on each connection below
  const { prepare } = DatabaseSync.prototype
  const statements = new Set<string>()
  DatabaseSync.prototype.prepare = function (text: string) {
    statements.add(text)
    return prepare.call(this, text)
  }
  try {
    await work()
  } finally {
    DatabaseSync.prototype.prepare = prepare
  }
  return [...statements]
}
