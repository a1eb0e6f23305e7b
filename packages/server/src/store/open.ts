/** Opens the store on the database that the options name. */
import { mkdirSync } from 'node:fs'
import { type Actor, reader } from '../rules/actor.ts'
import { refuseUnfinishedCopy } from './copy/unfinished.ts'
import type { Commit, Database, Outage } from './database.ts'
import type { Replica } from './dialect/postgres/replica.ts'
import { openSqlite } from './dialect/sqlite/database.ts'
import { invitationsOf } from './invitations.ts'
import { jobsOf } from './jobs.ts'
import { membersOf } from './members.ts'
import { masterKey } from './master-key.ts'
import { secretsWith } from './secrets.ts'
import { type AgreedTime, agreedTime } from './agreed-time.ts'
import { pendingDeliveries } from './pending-deliveries.ts'
import { ShopsInDatabase } from './shops-in-database.ts'
import { inTransaction, shopStoreOf, type ShopStoreParts } from './shop-store.ts'
import { signInRecordsOf } from './sign-in-records.ts'
import type { CopyLoad, Store } from './store.ts'

export interface StoreOptions {
  /** The folder of the master key, and of the database where that is SQLite; made if missing. */
  readonly dataDir: string
  /** `postgres://…`; left out: SQLite in the data folder. */
  readonly database?: string | undefined
  /** The most connections to that. */
  readonly connections?: number | undefined
  /** The address of a copy that follows the database, for shops that take answers which are some seconds old. */
  readonly readDatabase?: string | undefined
  /** In milliseconds: while the copy is further behind, it is not used. */
  readonly longestLagMs?: number | undefined
  /** 64 hexadecimal digits; left out, the file `master.key` in the folder is used, and made for a new database. */
  readonly masterKey?: string | undefined
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
  /** Whether to correct that clock by the database's, where it has one: so all nodes go by the same time. */
  readonly keepsTime?: boolean
  /** Is told when the database stops answering, and when it answers again. */
  readonly onOutage?: (outage: Outage) => void
  /** Is told of each commit; left out: nobody counts them. */
  readonly onCommit?: ((commit: Commit) => void) | undefined
  /** The most writes that share a commit; left out: what is best. */
  readonly writesPerCommit?: number
}

/** Throws StoreError when the database cannot be used, and says why and what to do. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { dataDir, masterKey: given, keepsTime = false } = options
  mkdirSync(dataDir, { recursive: true })
  const { database, replica, close } = await openDatabases(options)
  let time: AgreedTime | undefined
  try {
    await refuseUnfinishedCopy(database.kysely)
    if (keepsTime && database.now !== undefined) {
      time = await agreedTime({ steady: () => performance.now(), wall: options.clock }, database.now)
    }
    const clock = time?.now ?? options.clock
    const secrets = secretsWith(masterKey(dataDir, given, !(await hasShops(database))))
    const { added, ...jobs } = jobsOf({ database, clock })
    const partsOf = (source: Database, shopId: number, actor: Actor): ShopStoreParts => ({
      database: source,
      shopId,
      actor,
      secrets,
      clock,
      onAdded: added,
    })
    return {
      shops: new ShopsInDatabase(database, secrets, clock),
      forShop: (shopId, actor) => shopStoreOf(partsOf(database, shopId, actor)),
      forReading: (shopId) => shopStoreOf(partsOf(replica?.database ?? database, shopId, reader)),
      transaction: (shopId, actor, work) => inTransaction(partsOf(database, shopId, actor), work),
      async health() {
        const isReady = await hasShops(database).then(
          () => true,
          () => false,
        )
        return { isReady, copy: replica && copyOf(replica) }
      },
      load: () => ({ pool: database.load?.(), copy: replica && copyOf(replica) }),
      pendingDeliveries: (most) => pendingDeliveries(database, most),
      jobs,
      members: membersOf({ database, clock }),
      invitations: invitationsOf({ database, clock }),
      signIn: { records: signInRecordsOf(database), secret: secrets.secretFor('sign-in') },
      clock,
      async close() {
        time?.stop()
        await close()
      },
    }
  } catch (error) {
    time?.stop()
    await close()
    throw error
  }
}

interface Databases {
  readonly database: Database
  readonly replica?: Replica | undefined
  readonly close: () => Promise<void>
}

async function openDatabases(options: StoreOptions): Promise<Databases> {
  const { database: url, connections = 10, onOutage, onCommit, readDatabase, longestLagMs = 5_000 } = options
  if (url === undefined) {
    const database = await openSqlite(options)
    return { database, close: () => database.close() }
  }
  // Loaded here, as most run without it.
  const { openPostgresWithReplica } = await import('./dialect/postgres/with-replica.ts')
  const replica = readDatabase === undefined ? undefined : { url: readDatabase, connections, longestLagMs }
  return openPostgresWithReplica({ url, connections, onOutage, onCommit }, replica)
}

function copyOf(replica: Replica): CopyLoad {
  return { lagMs: replica.lagMs(), isUsed: replica.isUsed() }
}

async function hasShops({ kysely }: Database): Promise<boolean> {
  return (await kysely.selectFrom('shops').select('id').limit(1).executeTakeFirst()) !== undefined
}
