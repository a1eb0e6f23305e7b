/** The key that seals all others: from the environment, or a file beside the database that only its owner can read. */
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StoreError } from './errors.ts'

const keyBytes = 32
const fileName = 'master.key'

/**
 * @param given 64 hex digits, or undefined to use the file.
 * @param mayMake whether a missing file is made: only for a database that has no keys yet.
 */
export function masterKey(dataDir: string, given: string | undefined, mayMake: boolean): Buffer {
  if (given !== undefined) return parse(given, 'BILLKEEP_MASTER_KEY')
  const file = masterKeyFile(dataDir)
  if (!existsSync(file)) {
    if (!mayMake) {
      throw new StoreError(
        `${file} is missing, and without it the shops' API keys cannot be read. Put it back from your backup, ` +
          'or set BILLKEEP_MASTER_KEY to its content.',
      )
    }
    putMasterKey(dataDir, randomBytes(keyBytes))
  }
  return parse(readFileSync(file, 'utf8'), file)
}

export function masterKeyFile(dataDir: string): string {
  return join(dataDir, fileName)
}

/** Whole or not at all, and never over another's: of processes that start at once, the first one's key counts. */
export function putMasterKey(dataDir: string, key: Buffer): void {
  const file = masterKeyFile(dataDir)
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'w', flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft)
  }
}

function parse(text: string, from: string): Buffer {
  const digits = text.trim()
  if (!/^[0-9a-f]{64}$/i.test(digits)) throw new StoreError(`${from} must hold 64 hexadecimal digits (32 bytes).`)
  return Buffer.from(digits, 'hex')
}
