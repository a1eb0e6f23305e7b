/** The shops' keys are copied as they lie, sealed: the copy is of use with the same master key only. */
import { existsSync } from 'node:fs'
import { StoreError } from '../errors.ts'
import { masterKey, masterKeyFile } from '../master-key.ts'
import { secretsWith } from '../secrets.ts'
import { type Address, readableAddress } from './address.ts'
import type { CopySide } from './side.ts'

export interface KeyTask {
  readonly source: CopySide
  readonly from: Address
  readonly to: Address
  /** BILLKEEP_MASTER_KEY, which stands for all files where it is set. */
  readonly given: string | undefined
}

/**
 * The master key that the target's folder lacks; undefined where it lacks none. Throws StoreError where the copy could not
 * be served: nobody has the key, or another one is in its place.
 */
export async function missingMasterKey({ source, from, to, given }: KeyTask): Promise<Buffer | undefined> {
  const known = keyOf(from, given)
  if (known !== undefined) await checkKey(source, known, nameOf(from, given))
  if (to.kind === 'postgres') return undefined
  const present = keyOf(to, given)
  if (present !== undefined) {
    await checkKey(source, present, nameOf(to, given))
    return undefined
  }
  if (known !== undefined) return known
  throw new StoreError(
    `${masterKeyFile(to.dataDir)} is missing, and without it the shops' API keys cannot be read. Put there the one ` +
      `that ${readableAddress(from)} is served with, or set BILLKEEP_MASTER_KEY to its content.`,
  )
}

/** Undefined where it is not known: whoever serves a PostgreSQL has it in a folder of their own. */
function keyOf(address: Address, given: string | undefined): Buffer | undefined {
  if (given !== undefined) return masterKey('', given, false)
  const isThere = address.kind === 'folder' && existsSync(masterKeyFile(address.dataDir))
  return isThere ? masterKey(address.dataDir, undefined, false) : undefined
}

function nameOf(address: Address, given: string | undefined): string {
  return given === undefined && address.kind === 'folder' ? masterKeyFile(address.dataDir) : 'BILLKEEP_MASTER_KEY'
}

/** One shop stands for all: they are sealed with one key. */
async function checkKey({ kysely }: CopySide, key: Buffer, name: string): Promise<void> {
  const shops = kysely.selectFrom('shops').select(['login', 'login_key', 'api_key'])
  const shop = await shops.orderBy('id').limit(1).executeTakeFirst()
  if (shop === undefined) return
  try {
    secretsWith(key).open(shop.api_key, shop.login_key)
  } catch (cause) {
    throw new StoreError(
      `${name} is not the master key that the key of ${shop.login} is sealed with, so the copy could not be served. ` +
        'Put there the one that the source is served with, or move a folder out of the way that was another database.',
      { cause },
    )
  }
}
