/** The shop itself, as its handle reads and changes it: the one place where a shop that is there is changed. */
import type { Kysely, Updateable } from 'kysely'
import type { AuditEntry } from '../rules/audit.ts'
import { parseAddressRange, parseHost } from '../rules/shop.ts'
import { changesBetween } from './audit/fields.ts'
import { noteOf, type NoteParts } from './audit/write.ts'
import type { Database, Transaction } from './database.ts'
import { StoreError } from './errors.ts'
import { randomKey } from './random-text.ts'
import type { ShopsTable, Tables } from './schema.ts'
import type { Secrets } from './secrets.ts'
import { linkDomain, unlinkDomain } from './shop-domains.ts'
import { listIn, shopFrom, type ShopRow } from './shop-row.ts'
import { type ShopChanges, settingsIn, settingsRow } from './shop-settings.ts'
import type { Shop } from './shops.ts'

/** What changes it gives it back as it is then. */
export interface OwnShop {
  get(): Promise<Shop>
  setEnabled(enabled: boolean): Promise<Shop>
  /** Makes a new random key; the present one goes on verifying for `overlapMs`. */
  rotateKey(overlapMs: number): Promise<Shop>
  /** Replaces the list; an empty one lets everybody in. Throws a RangeError for people. */
  setAllowedAddresses(addresses: readonly string[]): Promise<Shop>
  /** Changes what is given. Throws a RangeError for people; then nothing is changed. */
  configure(changes: ShopChanges): Promise<Shop>
  /** Throws StoreError when the domain is another shop's. */
  addDomain(host: string): Promise<Shop>
  /** Throws StoreError when the domain is not this shop's. */
  removeDomain(host: string): Promise<Shop>
}

export interface OwnShopParts extends NoteParts {
  readonly database: Database
  readonly secrets: Secrets
}

type ShopNote = Omit<AuditEntry, 'subject'>

interface Change {
  readonly set: Updateable<ShopsTable>
  readonly note: ShopNote
}

export function ownShopOf({ database, secrets, ...by }: OwnShopParts): OwnShop {
  const { shopId, clock } = by
  const note = noteOf(by)

  async function shopNow(db: Kysely<Tables>): Promise<Shop> {
    return shopFrom(db, await rowOf(db, shopId), { secrets, clock })
  }

  /** `work` tells what to note, if it changed something. */
  async function changed(work: (tx: Transaction, row: ShopRow) => Promise<ShopNote | undefined>): Promise<Shop> {
    return database.write(shopId, async (tx) => {
      const row = await rowOf(tx.kysely, shopId)
      const entry = await work(tx, row)
      if (entry !== undefined) await note(tx, { ...entry, subject: `shop ${row.login}` })
      return shopNow(tx.kysely)
    })
  }

  async function changedRow(changeOf: (row: ShopRow) => Change | undefined): Promise<Shop> {
    return changed(async ({ kysely }, row) => {
      const change = changeOf(row)
      if (change !== undefined) await kysely.updateTable('shops').set(change.set).where('id', '=', shopId).execute()
      return change?.note
    })
  }

  return {
    get: () => shopNow(database.kysely),
    setEnabled: (enabled) => changedRow((row) => enabling(row, enabled)),
    rotateKey: (overlapMs) => changedRow((row) => rotation(row, secrets, clock() + overlapMs)),
    async setAllowedAddresses(addresses) {
      const allowedAddresses = addresses.map(parseAddressRange)
      return changedRow((row) => admission(row, allowedAddresses))
    },
    configure: (changes) => changedRow((row) => settling(row, changes)),
    async addDomain(host) {
      const domain = parseHost(host)
      return changed(async ({ kysely }) => {
        const isNew = await linkDomain(kysely, shopId, domain)
        return isNew ? { action: 'shop.domain_added', details: { domain } } : undefined
      })
    },
    async removeDomain(host) {
      const domain = parseHost(host)
      return changed(async ({ kysely }, { login }) => {
        const isGone = await unlinkDomain(kysely, shopId, domain)
        if (!isGone) throw new StoreError(`«${domain}» is not linked to «${login}».`)
        return { action: 'shop.domain_removed', details: { domain } }
      })
    },
  }
}

async function rowOf(db: Kysely<Tables>, shopId: number): Promise<ShopRow> {
  return db.selectFrom('shops').selectAll().where('id', '=', shopId).executeTakeFirstOrThrow()
}

function enabling(row: ShopRow, enabled: boolean): Change | undefined {
  if ((row.api_enabled === 1) === enabled) return undefined
  return {
    set: { api_enabled: enabled ? 1 : 0 },
    note: { action: enabled ? 'shop.enabled' : 'shop.disabled', details: {} },
  }
}

function rotation(row: ShopRow, secrets: Secrets, previousKeyUntil: number): Change {
  const api_key = secrets.seal(randomKey(), row.login_key)
  return {
    set: { api_key, previous_key: row.api_key, previous_key_until: previousKeyUntil },
    note: { action: 'shop.key_rotated', details: { previousKeyUntil } },
  }
}

function admission(row: ShopRow, allowedAddresses: readonly string[]): Change | undefined {
  const details = changesBetween({ allowedAddresses: listIn(row.allowed_addresses) }, { allowedAddresses })
  if (details === undefined) return undefined
  return {
    set: { allowed_addresses: JSON.stringify(allowedAddresses) },
    note: { action: 'shop.changed', details },
  }
}

function settling(row: ShopRow, changes: ShopChanges): Change | undefined {
  const before = settingsIn(row)
  const set = settingsRow(before, changes)
  const details = changesBetween(before, settingsIn(set))
  return details && { set, note: { action: 'shop.changed', details } }
}
