/** Opens the store on the database that the options name. */
import { mkdirSync } from 'node:fs'
import { couponsOf } from './coupons.ts'
import type { Database } from './database.ts'
import { deliveriesOf } from './deliveries.ts'
import { openSqlite } from './dialect/sqlite/database.ts'
import { jobsOf } from './jobs.ts'
import { masterKey } from './master-key.ts'
import { ordersOf } from './orders.ts'
import { partnersOf } from './partners.ts'
import { productsOf } from './products.ts'
import { secretsWith } from './secrets.ts'
import { ShopsInDatabase } from './shops.ts'
import type { Store } from './store.ts'

export interface StoreOptions {
  /** The folder of the master key, and of the database where that is SQLite; made if missing. */
  readonly dataDir: string
  /** `postgres://…`; left out: SQLite in the data folder. */
  readonly database?: string | undefined
  /** The most connections to that. */
  readonly connections?: number | undefined
  /** 64 hexadecimal digits; left out, the file `master.key` in the folder is used, and made for a new database. */
  readonly masterKey?: string | undefined
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
  /** The most writes that share a commit; left out: what is best. */
  readonly writesPerCommit?: number
}

/** Throws StoreError when the database cannot be used, and says why and what to do. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { dataDir, masterKey: given, clock } = options
  mkdirSync(dataDir, { recursive: true })
  const database = await openDatabase(options)
  try {
    const secrets = secretsWith(masterKey(dataDir, given, !(await hasShops(database))))
    const { added, ...jobs } = jobsOf({ database, clock })
    return {
      shops: new ShopsInDatabase(database, secrets, clock),
      forShop: (shopId) => ({
        orders: ordersOf({ database, shopId, secrets, clock, onChange: added }),
        products: productsOf(database, shopId),
        coupons: couponsOf(database, shopId),
        partners: partnersOf(database, shopId),
        deliveries: deliveriesOf({ database, shopId, clock, onAdded: added }),
        bulkOrders: database.bulkOrders(shopId),
      }),
      jobs,
      close: () => database.close(),
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

async function openDatabase({ database: url, connections = 10, ...options }: StoreOptions): Promise<Database> {
  if (url === undefined) return openSqlite(options)
  // Loaded here, as most run without it.
  const { openPostgres } = await import('./dialect/postgres/database.ts')
  return openPostgres({ url, connections })
}

async function hasShops({ kysely }: Database): Promise<boolean> {
  return (await kysely.selectFrom('shops').select('id').limit(1).executeTakeFirst()) !== undefined
}
