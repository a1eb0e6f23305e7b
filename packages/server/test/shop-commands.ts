/** Commands about one shop, as somebody types them who has not to name it each time. */
import { openStore } from '../src/store/open.ts'
import type { ShopStore } from '../src/store/store.ts'
import { billkeep, billkeepJson, type Outcome } from './command-line.ts'
import { throwAwayFolder } from './databases.ts'
import { tester } from './tester.ts'

export interface ShopCommands {
  /** Runs a command for the shop. */
  readonly run: (...args: readonly string[]) => Promise<Outcome>
  readonly json: (...args: readonly string[]) => Promise<unknown>
  /** Works on its data as the server would. */
  readonly work: <Result>(work: (shop: ShopStore) => Promise<Result>) => Promise<Result>
}

/** Of a new shop `anna` in a throw-away folder. */
export async function shopCommands(): Promise<ShopCommands> {
  const dataDir = throwAwayFolder()
  await billkeep(['shop', 'create', 'anna', '--data', dataDir])
  const where = ['--shop', 'anna', '--data', dataDir]
  return {
    run: (...args) => billkeep([...args, ...where]),
    json: (...args) => billkeepJson([...args, ...where]),
    async work(work) {
      const store = await openStore({ dataDir, clock: Date.now })
      try {
        return await work(store.forShop((await store.shops.get('anna')).id, tester))
      } finally {
        await store.close()
      }
    },
  }
}
