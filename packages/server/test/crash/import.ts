/** An import in a process of its own, and the ways to end it before its time. */
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { billkeep } from '../../../../conformance/billkeep.ts'
import { nextTurn } from '../../../../conformance/raw-http.ts'
import type { Random } from '../fuzz/random.ts'

/** When the process is killed. */
export type Moment =
  /** As soon as it was fed so many bytes. */
  | { readonly when: 'reading'; readonly bytes: number }
  /** When it was fed everything and the write-ahead log has grown to so many bytes: in the middle of the commit. */
  | { readonly when: 'committing'; readonly walBytes: number }
  /** When it was fed everything and so many turns of our event loop later. */
  | { readonly when: 'finishing'; readonly turns: number }
  /** Never: it comes to its end. */
  | { readonly when: 'done' }

export function momentIn(random: Random, fileBytes: number, walBytes: number): Moment {
  return random.one<Moment>(
    () => ({ when: 'reading', bytes: random.below(fileBytes) }),
    () => ({ when: 'committing', walBytes: random.between(1, walBytes) }),
    () => ({ when: 'committing', walBytes: random.between(Math.floor(walBytes * 0.9), walBytes) }),
    () => ({ when: 'finishing', turns: random.below(random.pick([10, 1_000, 20_000])) }),
  )
}

export interface Outcome {
  /** Whether it told that all was imported. */
  readonly toldSuccess: boolean
  /** Whether it was fed the whole file. */
  readonly wasFed: boolean
  /** The most bytes that the write-ahead log was seen to have. */
  readonly walBytes: number
}

export async function importUntil(dataDir: string, login: string, file: Buffer, moment: Moment): Promise<Outcome> {
  const child = billkeep(['orders', 'import', '-', '--shop', login, '--update', '--data', dataDir])
  const { stdin, stdout, stderr } = child
  if (stdin === null || stdout === null || stderr === null) throw new Error('The import has no pipes.')
  let told = ''
  stdout.setEncoding('utf8').on('data', (part: string) => {
    told += part
  })
  let complaint = ''
  stderr.setEncoding('utf8').on('data', (part: string) => {
    complaint += part
  })
  // A process that was killed reads no more.
  stdin.on('error', () => {})
  let walBytes = 0
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null
  const look = (): number => {
    const now = sizeOf(join(dataDir, 'billkeep.db-wal'))
    walBytes = Math.max(walBytes, now)
    return now
  }

  const gone = once(child, 'exit')
  const fed = moment.when === 'reading' ? file.subarray(0, moment.bytes) : file
  for (let at = 0; at < fed.length && !isOver(); at += pieceBytes) {
    if (!stdin.write(fed.subarray(at, at + pieceBytes))) await Promise.race([once(stdin, 'drain'), gone])
  }
  if (moment.when !== 'reading') {
    // Ended only once the kernel has taken everything, so that what follows is the import's own time.
    await new Promise<void>((resolve) => {
      stdin.end(resolve)
    })
    for (let turn = 0; !isOver(); turn++) {
      const wal = look()
      if (moment.when === 'committing' && wal >= moment.walBytes) break
      if (moment.when === 'finishing' && turn >= moment.turns) break
      await nextTurn()
    }
  }
  child.kill('SIGKILL')
  await gone
  await nextTurn()
  if (complaint !== '') throw new Error(`The import complained: ${complaint}`)
  return { toldSuccess: told.includes('Imported into'), wasFed: fed.length === file.length, walBytes }
}

const pieceBytes = 16_384

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
