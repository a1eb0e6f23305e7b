/** An import of NDJSON, beside the least that could be done with its lines: parsed and kept whole in one table. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { mkdirSync } from 'node:fs'
import { importInto, linesOf, withFolder } from '../data.ts'
import { inTurn } from '../statistics.ts'
import { count, row } from '../table.ts'
import type { Settings } from './measure.ts'

const imported = 200_000

export async function imports({ rounds }: Settings): Promise<void> {
  const pair = await inTurn(
    Math.min(rounds, 3),
    async () => imported / (await withFolder('import', (dataDir) => importInto(dataDir, imported))),
    async () => imported / (await withFolder('import', keptWhole)),
  )
  row(
    `import of ${count(imported)} orders`,
    `${count(pair.ours)} orders/s`,
    `lines parsed and kept whole: ${count(pair.reference)} orders/s`,
    pair.ratio,
  )
}

/** In seconds. */
async function keptWhole(dataDir: string): Promise<number> {
  mkdirSync(dataDir, { recursive: true })
  const db = new DatabaseSync(join(dataDir, 'lines.db'))
  db.exec('pragma journal_mode = wal; create table lines (json text); begin')
  const insert = db.prepare('insert into lines values (?)')
  const start = performance.now()
  for await (const chunk of linesOf(imported)) {
    for (const line of Buffer.from(chunk).toString().split('\n')) {
      if (line === '') continue
      const order: unknown = JSON.parse(line)
      if (typeof order === 'object') insert.run(line)
    }
  }
  db.exec('commit')
  const seconds = (performance.now() - start) / 1_000
  db.close()
  return seconds
}
