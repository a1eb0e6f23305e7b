/** Looks at a database file without opening it, so that one we cannot use stays untouched. */
import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { StoreError } from '../../errors.ts'
import { newerDatabase, newestVersion } from '../../migrate.ts'

/** «Bkep», kept in the file's header (https://sqlite.org/fileformat2.html#application_id). */
export const applicationId = 0x42_6b_65_70

const headerBytes = 100

/** Throws StoreError unless the file is missing, empty, or a Billkeep database that this program knows. */
export function checkFile(file: string): void {
  if (!existsSync(file)) return
  const { header, size } = readHeader(file)
  if (size === 0) return
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw damaged(file, 'it is not an SQLite database')

  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  const pages = header.readUInt32BE(28)
  // A checkpoint that was cut off leaves the file too short, and all of the log, from which SQLite completes it.
  if (size < pageSize * pages && !hasLog(file))
    throw damaged(file, `it has ${size} bytes and should have at least ${pageSize * pages}`)

  const version = header.readUInt32BE(60)
  const application = header.readUInt32BE(68)
  // Both are zero in a file whose first migration is still in the write-ahead log.
  if (application !== applicationId && (application !== 0 || version !== 0)) {
    throw new StoreError(`${file} belongs to another program. Choose another folder with --data.`)
  }
  if (version > newestVersion) throw newerDatabase(version)
  if (!existsSync(`${file}-wal`)) checkTables(file)
}

function hasLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

/** Reads the list of tables as from a read-only medium: an ordinary opening would leave files beside a damaged one. */
function checkTables(file: string): void {
  const address = pathToFileURL(file)
  address.searchParams.set('immutable', '1')
  const connection = new DatabaseSync(address, { readOnly: true })
  try {
    connection.prepare('select name from sqlite_schema').all()
  } catch (error) {
    throw damaged(file, error instanceof Error ? error.message : String(error), error)
  } finally {
    connection.close()
  }
}

function readHeader(file: string): { header: Buffer; size: number } {
  const descriptor = openSync(file, 'r')
  try {
    const header = Buffer.alloc(headerBytes)
    readSync(descriptor, header, 0, headerBytes, 0)
    return { header, size: fstatSync(descriptor).size }
  } finally {
    closeSync(descriptor)
  }
}

/** The refusal to go on with a file that is broken. */
export function damaged(file: string, how: string, cause?: unknown): StoreError {
  return new StoreError(
    `${file} is damaged: ${how}. It was left untouched. Restore it from a backup, or move it away to start empty.`,
    { cause },
  )
}
