import type { Kysely } from 'kysely'
import type { Actor } from '../rules/actor.ts'
import { parseKey, parseLogin } from '../rules/shop.ts'
import { noteOf } from './audit/write.ts'
import type { Database } from './database.ts'
import { StoreError } from './errors.ts'
import { type OwnShop, ownShopOf } from './own-shop.ts'
import { randomKey } from './random-text.ts'
import type { Tables } from './schema.ts'
import type { Secrets } from './secrets.ts'
import { shopFrom, type ShopRow } from './shop-row.ts'
import type { ShopChanges } from './shop-settings.ts'
import type { Shop, Shops } from './shops.ts'

const timeZone = 'UTC'
const currency = 'RUB'

type Db = Kysely<Tables>

export class ShopsInDatabase implements Shops {
  readonly #database: Database
  readonly #db: Db
  readonly #secrets: Secrets
  readonly #clock: () => number

  constructor(database: Database, secrets: Secrets, clock: () => number) {
    this.#database = database
    this.#db = database.kysely
    this.#secrets = secrets
    this.#clock = clock
  }

  async create(login: string, actor: Actor, { key }: { key?: string | undefined } = {}): Promise<Shop> {
    const name = parseLogin(login)
    const owner = name.toLowerCase()
    const row = {
      login: name,
      login_key: owner,
      api_key: this.#secrets.seal(key === undefined ? randomKey() : parseKey(key), owner),
      previous_key: null,
      previous_key_until: null,
      api_enabled: 1,
      allowed_addresses: '[]',
      time_zone: timeZone,
      currency,
      created: this.#clock(),
    } as const
    return this.#database.write('shops', async (tx) => {
      const { kysely: db } = tx
      if ((await findRow(db, name)) !== undefined) throw new StoreError(`There is a shop «${name}» already.`)
      const last = await db
        .selectFrom('shops')
        .select(({ fn }) => fn.max('id').as('id'))
        .executeTakeFirst()
      const id = (last?.id ?? 0) + 1
      await db
        .insertInto('shops')
        .values({ ...row, id })
        .execute()
      await db.insertInto('counters').values({ shop_id: id }).execute()
      const retention = {
        shop_id: id,
        kind: 'retention',
        due_at: row.created + dayMs,
        lease: '',
        leased_until: 0,
      } as const
      await db.insertInto('jobs').values(retention).execute()
      const details = { key: key === undefined ? 'random' : 'given' }
      const note = noteOf({ shopId: id, actor, clock: this.#clock })
      await note(tx, { action: 'shop.created', subject: `shop ${name}`, details })
      return this.#shopFrom(db, await getRow(db, name))
    })
  }

  async list(): Promise<Shop[]> {
    const rows = await this.#db.selectFrom('shops').selectAll().orderBy('login_key').execute()
    return Promise.all(rows.map(async (row) => this.#shopFrom(this.#db, row)))
  }

  async find(login: string): Promise<Shop | undefined> {
    const row = await findRow(this.#db, login)
    return row && this.#shopFrom(this.#db, row)
  }

  async findById(id: number): Promise<Shop | undefined> {
    const row = await this.#db.selectFrom('shops').selectAll().where('id', '=', id).executeTakeFirst()
    return row && this.#shopFrom(this.#db, row)
  }

  async findByDomain(host: string): Promise<Shop | undefined> {
    const row = await this.#db
      .selectFrom('shops')
      .innerJoin('shop_domains', 'shop_domains.shop_id', 'shops.id')
      .selectAll('shops')
      .where('shop_domains.host', '=', host)
      .executeTakeFirst()
    return row && this.#shopFrom(this.#db, row)
  }

  async get(login: string): Promise<Shop> {
    return this.#shopFrom(this.#db, await getRow(this.#db, login))
  }

  async keyOf(shopId: number): Promise<string> {
    const row = await this.#db.selectFrom('shops').selectAll().where('id', '=', shopId).executeTakeFirstOrThrow()
    return this.#secrets.open(row.api_key, row.login_key)
  }

  async currencyOf(shopId: number): Promise<string> {
    const row = this.#db.selectFrom('shops').select('currency').where('id', '=', shopId)
    return (await row.executeTakeFirstOrThrow()).currency
  }

  async setEnabled(login: string, actor: Actor, enabled: boolean): Promise<Shop> {
    return (await this.#called(login, actor)).setEnabled(enabled)
  }

  async rotateKey(login: string, actor: Actor, overlapMs: number): Promise<Shop> {
    return (await this.#called(login, actor)).rotateKey(overlapMs)
  }

  async setAllowedAddresses(login: string, actor: Actor, addresses: readonly string[]): Promise<Shop> {
    return (await this.#called(login, actor)).setAllowedAddresses(addresses)
  }

  async configure(login: string, actor: Actor, changes: ShopChanges): Promise<Shop> {
    return (await this.#called(login, actor)).configure(changes)
  }

  async addDomain(login: string, actor: Actor, host: string): Promise<Shop> {
    return (await this.#called(login, actor)).addDomain(host)
  }

  async removeDomain(login: string, actor: Actor, host: string): Promise<Shop> {
    return (await this.#called(login, actor)).removeDomain(host)
  }

  /** As its own handle changes it. */
  async #called(login: string, actor: Actor): Promise<OwnShop> {
    const { id: shopId } = await getRow(this.#db, login)
    return ownShopOf({ database: this.#database, secrets: this.#secrets, clock: this.#clock, shopId, actor })
  }

  async #shopFrom(db: Db, row: ShopRow): Promise<Shop> {
    return shopFrom(db, row, { secrets: this.#secrets, clock: this.#clock })
  }
}

/** Nothing is old on a shop's first day. */
const dayMs = 86_400_000

async function findRow(db: Db, login: string): Promise<ShopRow | undefined> {
  return db.selectFrom('shops').selectAll().where('login_key', '=', login.toLowerCase()).executeTakeFirst()
}

async function getRow(db: Db, login: string): Promise<ShopRow> {
  const row = await findRow(db, login)
  if (row === undefined)
    throw new StoreError(`There is no shop «${login}». «billkeep shop list» shows those there are.`)
  return row
}
