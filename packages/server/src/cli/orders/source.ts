/** Where an import reads from. */
import { open, stat } from 'node:fs/promises'
import { addAbortSignal, type Readable } from 'node:stream'
import { CommandError } from '../command-error.ts'
import type { Io } from '../io.ts'

export interface Source {
  readonly stream: Readable
  /** In bytes; undefined for what is no regular file. */
  readonly size: number | undefined
}

/** Larger than Node's own 64 KiB, as every chunk costs a turn of the event loop. */
const chunkBytes = 1_048_576

/** A file, or standard input for `-`; reading fails with an AbortError once `signal` aborts. To be destroyed after use. */
export async function openSource(path: string, { stdin }: Io, signal: AbortSignal): Promise<Source> {
  if (path === '-') return { stream: addAbortSignal(signal, stdin), size: undefined }
  const stats = await stat(path)
  if (stats.isDirectory()) throw new CommandError(`${path} is a folder; name a file.`)
  const file = await open(path)
  const stream = file.createReadStream({ highWaterMark: chunkBytes })
  return { stream: addAbortSignal(signal, stream), size: stats.isFile() ? stats.size : undefined }
}
