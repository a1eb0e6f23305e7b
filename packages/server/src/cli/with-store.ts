/** Opens the store that a command's options name, and closes it whatever happens. */
import { existsSync } from 'node:fs'
import type { Actor } from '../rules/actor.ts'
import type { Shop } from '../store/shops.ts'
import type { ShopStore, Store } from '../store/store.ts'
import { CommandError } from './command-error.ts'
import type { Io } from './io.ts'
import type { DataOption, ShopOption } from './options.ts'

interface StoreUse<Result> {
  readonly work: (store: Store) => Promise<Result>
  /** Whether a missing data folder is made; otherwise it is taken for a mistyped one. */
  readonly mayMake: boolean
}

export async function withStore<Result>(
  io: Io,
  { data, database }: DataOption,
  use: StoreUse<Result>['work'] | StoreUse<Result>,
): Promise<Result> {
  const { work, mayMake } = typeof use === 'function' ? { work: use, mayMake: false } : use
  if (!mayMake) refuseMissingFolder({ data, database })
  // Loaded here, so that help and refusals do not wait for the database's libraries.
  const { openStore } = await import('../store/open.ts')
  const store = await openStore({ dataDir: data, database, masterKey: masterKeyIn(io.env), clock: io.clock })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** Who changes what a command changes. */
export function actorOf(io: Io): Actor {
  return { face: 'cli', name: io.user(), address: '' }
}

/** A folder that is not there is most likely mistyped. */
export function refuseMissingFolder({ data, database }: DataOption): void {
  if (database !== undefined || existsSync(data)) return
  throw new CommandError(
    `There is no data folder ${data}. Name it with --data or BILLKEEP_DATA; «billkeep shop create» makes a new one.`,
  )
}

/** The data of the shop that a command's options name. */
export async function withShop<Result>(
  io: Io,
  options: DataOption & ShopOption,
  work: (data: ShopStore, shop: Shop) => Promise<Result>,
): Promise<Result> {
  return withStore(io, options, async (store) => {
    const shop = await store.shops.get(options.shop)
    return work(store.forShop(shop.id, actorOf(io)), shop)
  })
}

export function masterKeyIn(env: Io['env']): string | undefined {
  const key = env['BILLKEEP_MASTER_KEY']
  return key === '' ? undefined : key
}
