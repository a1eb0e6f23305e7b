/** Opens the store on the database that the options name. */
import { mkdirSync } from 'node:fs'
import type { Database } from './database.ts'
import { openSqlite } from './dialect/sqlite/database.ts'
import { masterKey } from './master-key.ts'
import { ordersOf } from './orders.ts'
import { productsOf } from './products.ts'
import { secretsWith } from './secrets.ts'
import { ShopsInDatabase } from './shops.ts'
import type { Store } from './store.ts'

export interface StoreOptions {
  /** The folder of the database and the master key; made if missing. */
  readonly dataDir: string
  /** 64 hexadecimal digits; left out, the file `master.key` in the folder is used, and made for a new database. */
  readonly masterKey?: string | undefined
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
}

/** Throws StoreError when the database cannot be used, and says why and what to do. */
export async function openStore({ dataDir, masterKey: given, clock }: StoreOptions): Promise<Store> {
  mkdirSync(dataDir, { recursive: true })
  const database = await openSqlite(dataDir)
  try {
    const secrets = secretsWith(masterKey(dataDir, given, !(await hasShops(database))))
    return {
      shops: new ShopsInDatabase(database, secrets, clock),
      forShop: (shopId) => ({
        orders: ordersOf(database, shopId),
        products: productsOf(database, shopId),
        bulkOrders: database.bulkOrders(shopId),
      }),
      close: () => database.close(),
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

async function hasShops({ kysely }: Database): Promise<boolean> {
  return (await kysely.selectFrom('shops').select('id').limit(1).executeTakeFirst()) !== undefined
}
