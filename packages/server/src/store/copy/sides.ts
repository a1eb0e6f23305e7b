/** Opens both ends of a copy, and sees first whether there may be one. */
import { mkdirSync } from 'node:fs'
import { StoreError } from '../errors.ts'
import { newerDatabase, newestVersion } from '../migrate.ts'
import { openDatabase } from '../open-database.ts'
import { type Address, areSame, readableAddress } from './address.ts'
import type { CopySide } from './side.ts'

export interface Sides {
  readonly source: CopySide
  readonly target: CopySide
}

/** Runs `work` on both. The target is made if it is not there, and brought to the newest shape; the source only read. */
export async function withSides<Result>(
  { from, to }: { readonly from: Address; readonly to: Address },
  work: (sides: Sides) => Promise<Result>,
): Promise<Result> {
  if (areSame(from, to))
    throw new StoreError(`${readableAddress(from)} would be copied to itself. Name another target.`)
  const source = await openSource(from)
  try {
    const target = await openTarget(to)
    try {
      return await work({ source, target })
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

async function openSource(address: Address): Promise<CopySide> {
  const source = await openSide(address, { mayWrite: false })
  const version = (await source?.version()) ?? 0
  if (source !== undefined && version === newestVersion) return source
  await source?.close()
  const name = readableAddress(address)
  if (version === 0) throw new StoreError(`There is no Billkeep database at ${name}: nothing to copy.`)
  if (version > newestVersion) throw newerDatabase(version)
  const option = address.kind === 'folder' ? '--data' : '--database'
  throw new StoreError(
    `The tables of ${name} have version ${version}, and a copy is made from version ${newestVersion} only. ` +
      `Bring them there first: billkeep migrate ${option} ${name}`,
  )
}

async function openTarget(address: Address): Promise<CopySide> {
  const { dataDir, database } = placeOf(address)
  if (address.kind === 'folder') mkdirSync(dataDir, { recursive: true })
  const made = await openDatabase({ dataDir, database })
  await made.close()
  const target = await openSide(address, { mayWrite: true })
  if (target === undefined) throw new StoreError(`${readableAddress(address)} has vanished meanwhile.`)
  return target
}

function placeOf(address: Address): { readonly dataDir: string; readonly database: string | undefined } {
  return address.kind === 'folder'
    ? { dataDir: address.dataDir, database: undefined }
    : { dataDir: '', database: address.url }
}

async function openSide(address: Address, { mayWrite }: { mayWrite: boolean }): Promise<CopySide | undefined> {
  // Loaded here, as nobody needs both for anything else.
  if (address.kind === 'postgres')
    return (await import('../dialect/postgres/copy-side.ts')).openPostgresSide(address.url)
  return (await import('../dialect/sqlite/copy-side.ts')).openSqliteSide(address.dataDir, { mayWrite })
}
