/** The shops of this installation: who they are, with which keys they sign, whom they let in. */
import type { Kysely, Selectable, Updateable } from 'kysely'
import type { Actor } from '../rules/actor.ts'
import type { AuditEntry } from '../rules/audit.ts'
import { parseAddressRange, parseHost, parseKey, parseLogin } from '../rules/shop.ts'
import { changesBetween } from './audit/fields.ts'
import { writeAudit } from './audit/write.ts'
import type { Database, Transaction } from './database.ts'
import { StoreError } from './errors.ts'
import type { ShopsTable, Tables } from './schema.ts'
import { randomText } from './random-text.ts'
import type { Secrets } from './secrets.ts'
import { type ShopChanges, type ShopSettings, settingsIn, settingsRow } from './shop-settings.ts'

export interface Shop extends ShopSettings {
  readonly id: number
  /** As given; found and unique without regard to case. */
  readonly login: string
  /** Keys that verify now, the current one first; its predecessor follows while a rotation overlaps. */
  readonly keys: readonly [current: string, ...previous: string[]]
  /** Unix milliseconds until which the predecessor verifies; null when none does. */
  readonly previousKeyUntil: number | null
  /** False: every call is answered with error 7. */
  readonly enabled: boolean
  /** Addresses and CIDR ranges that may call; empty: all. */
  readonly allowedAddresses: readonly string[]
  /** Own domains, in lower case, in alphabetical order. */
  readonly domains: readonly string[]
  /** Unix milliseconds. */
  readonly created: number
}

/** Methods that take a login throw StoreError when no shop has it. */
export interface Shops {
  /** Makes a shop. A `key` of the old platform may be kept; left out, a random one of 40 characters is made. */
  create(login: string, actor: Actor, options?: { key?: string | undefined }): Promise<Shop>
  /** All, by login. */
  list(): Promise<Shop[]>
  /** Undefined when no shop has this login. */
  find(login: string): Promise<Shop | undefined>
  findById(id: number): Promise<Shop | undefined>
  /** By an own domain (lower case, without port). */
  findByDomain(host: string): Promise<Shop | undefined>
  get(login: string): Promise<Shop>
  /** The present key of the shop with this id. */
  keyOf(shopId: number): Promise<string>
  /** Of the shop with this id, as an ISO 4217 code. */
  currencyOf(shopId: number): Promise<string>
  setEnabled(login: string, actor: Actor, enabled: boolean): Promise<Shop>
  /** Makes a new random key; the present one goes on verifying for `overlapMs`. */
  rotateKey(login: string, actor: Actor, overlapMs: number): Promise<Shop>
  /** Throws StoreError when the domain is another shop's. */
  addDomain(login: string, actor: Actor, host: string): Promise<Shop>
  /** Throws StoreError when the domain is not this shop's. */
  removeDomain(login: string, actor: Actor, host: string): Promise<Shop>
  /** Replaces the list; an empty one lets everybody in. */
  setAllowedAddresses(login: string, actor: Actor, addresses: readonly string[]): Promise<Shop>
  /** Changes what is given. Throws a RangeError for people; then nothing is changed. */
  configure(login: string, actor: Actor, changes: ShopChanges): Promise<Shop>
}

const timeZone = 'UTC'
const currency = 'RUB'

type Row = Selectable<ShopsTable>
type ShopNote = Omit<AuditEntry, 'subject'>

interface Change {
  readonly set: Updateable<ShopsTable>
  readonly note: ShopNote
}

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
      await this.#note(tx, actor, { id, login: name }, { action: 'shop.created', details })
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
    return this.#change(login, actor, (row) => {
      if ((row.api_enabled === 1) === enabled) return undefined
      const note = { action: enabled ? 'shop.enabled' : 'shop.disabled', details: {} } as const
      return { set: { api_enabled: enabled ? 1 : 0 }, note }
    })
  }

  async rotateKey(login: string, actor: Actor, overlapMs: number): Promise<Shop> {
    return this.#change(login, actor, (row) => {
      const previousKeyUntil = this.#clock() + overlapMs
      const api_key = this.#secrets.seal(randomKey(), row.login_key)
      const set = { api_key, previous_key: row.api_key, previous_key_until: previousKeyUntil }
      return { set, note: { action: 'shop.key_rotated', details: { previousKeyUntil } } }
    })
  }

  async setAllowedAddresses(login: string, actor: Actor, addresses: readonly string[]): Promise<Shop> {
    const allowedAddresses = addresses.map(parseAddressRange)
    return this.#change(login, actor, (row) => {
      const details = changesBetween({ allowedAddresses: listIn(row.allowed_addresses) }, { allowedAddresses })
      if (details === undefined) return undefined
      const set = { allowed_addresses: JSON.stringify(allowedAddresses) }
      return { set, note: { action: 'shop.changed', details } }
    })
  }

  async configure(login: string, actor: Actor, changes: ShopChanges): Promise<Shop> {
    return this.#change(login, actor, (row) => {
      const before = settingsIn(row)
      const set = settingsRow(before, changes)
      const details = changesBetween(before, settingsIn(set))
      return details && { set, note: { action: 'shop.changed', details } }
    })
  }

  async addDomain(login: string, actor: Actor, host: string): Promise<Shop> {
    const domain = parseHost(host)
    return this.#database.write('shops', async (tx) => {
      const { kysely: db } = tx
      const row = await getRow(db, login)
      const present = await db.selectFrom('shop_domains').selectAll().where('host', '=', domain).executeTakeFirst()
      if (present !== undefined && present.shop_id !== row.id) {
        throw new StoreError(`«${domain}» is linked to another shop. Remove it there first.`)
      }
      if (present === undefined) {
        await db.insertInto('shop_domains').values({ host: domain, shop_id: row.id }).execute()
        await this.#note(tx, actor, row, { action: 'shop.domain_added', details: { domain } })
      }
      return this.#shopFrom(db, row)
    })
  }

  async removeDomain(login: string, actor: Actor, host: string): Promise<Shop> {
    const domain = parseHost(host)
    return this.#database.write('shops', async (tx) => {
      const { kysely: db } = tx
      const row = await getRow(db, login)
      const ofThisShop = db.deleteFrom('shop_domains').where('host', '=', domain).where('shop_id', '=', row.id)
      const { numDeletedRows } = await ofThisShop.executeTakeFirst()
      if (numDeletedRows === 0n) throw new StoreError(`«${domain}» is not linked to «${row.login}».`)
      await this.#note(tx, actor, row, { action: 'shop.domain_removed', details: { domain } })
      return this.#shopFrom(db, row)
    })
  }

  /** Changes a shop's row in one transaction, if there is something to change, and gives the shop back as it is then. */
  async #change(login: string, actor: Actor, changeOf: (row: Row) => Change | undefined): Promise<Shop> {
    return this.#database.write('shops', async (tx) => {
      const { kysely: db } = tx
      const row = await getRow(db, login)
      const change = changeOf(row)
      if (change === undefined) return this.#shopFrom(db, row)
      await db.updateTable('shops').set(change.set).where('id', '=', row.id).execute()
      await this.#note(tx, actor, row, change.note)
      return this.#shopFrom(db, await getRow(db, login))
    })
  }

  async #note(tx: Transaction, actor: Actor, { id, login }: Pick<Row, 'id' | 'login'>, note: ShopNote): Promise<void> {
    await writeAudit(tx, { shopId: id, actor, now: this.#clock() }, { ...note, subject: `shop ${login}` })
  }

  async #shopFrom(db: Db, row: Row): Promise<Shop> {
    const domains = await db
      .selectFrom('shop_domains')
      .select('host')
      .where('shop_id', '=', row.id)
      .orderBy('host')
      .execute()
    const overlaps = row.previous_key_until !== null && row.previous_key_until > this.#clock()
    const previous = overlaps && row.previous_key !== null ? [this.#secrets.open(row.previous_key, row.login_key)] : []
    return {
      id: row.id,
      login: row.login,
      keys: [this.#secrets.open(row.api_key, row.login_key), ...previous],
      previousKeyUntil: overlaps ? row.previous_key_until : null,
      enabled: row.api_enabled === 1,
      allowedAddresses: listIn(row.allowed_addresses),
      domains: domains.map(({ host }) => host),
      ...settingsIn(row),
      created: row.created,
    }
  }
}

/** Nothing is old on a shop's first day. */
const dayMs = 86_400_000

async function findRow(db: Db, login: string): Promise<Row | undefined> {
  return db.selectFrom('shops').selectAll().where('login_key', '=', login.toLowerCase()).executeTakeFirst()
}

async function getRow(db: Db, login: string): Promise<Row> {
  const row = await findRow(db, login)
  if (row === undefined)
    throw new StoreError(`There is no shop «${login}». «billkeep shop list» shows those there are.`)
  return row
}

const keyLength = 40

/** Long and random, as MD5 over known text is all that guards it (protocol section 4). */
function randomKey(): string {
  return randomText(keyLength)
}

function listIn(json: string): string[] {
  const value: unknown = JSON.parse(json)
  if (!Array.isArray(value)) throw new TypeError('allowed_addresses holds no list.')
  return value.map(String)
}
