/** Errors in words for the person at the terminal. */
import { StoreError, StoreUnavailable } from '../store/errors.ts'
import { CommandError } from './command-error.ts'

export function messageFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // The rules refuse values that people gave with a RangeError; like the store, they speak to people.
  const isForPeople = [CommandError, StoreError, StoreUnavailable, RangeError].some((kind) => error instanceof kind)
  return isForPeople ? error.message : (systemMessage(error) ?? `${error.message}\nBILLKEEP_DEBUG=1 shows more.`)
}

/** What the operating system refused; undefined when it was not the operating system. */
function systemMessage(error: NodeJS.ErrnoException): string | undefined {
  const text = systemTexts[error.code ?? '']
  if (text !== undefined) return `${error.path ?? 'A file'} ${text}`
  return databaseTexts[error.message]
}

/** What SQLite says, as it has no codes of the system's. */
const databaseTexts: Readonly<Record<string, string>> = {
  'unable to open database file':
    'The database cannot be opened: this user may not write to the data folder. Change its owner, or choose another with --data.',
}

const systemTexts: Readonly<Record<string, string>> = {
  EACCES: 'may not be read or written by this user. Change its owner or mode, or choose another.',
  EPERM: 'may not be read or written by this user. Change its owner or mode, or choose another.',
  EROFS: 'is on a read-only file system. Choose another.',
  ENOENT: 'does not exist.',
  EISDIR: 'is a folder; name a file.',
  ENOTDIR: 'lies in something that is not a folder.',
  EEXIST: 'is a file; name a folder.',
  ENOSPC: 'does not fit: the disk is full.',
}
