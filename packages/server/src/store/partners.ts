/** A shop's partners. */
import type { Kysely, Selectable } from 'kysely'
import { parsePartnerLogin, type Partner } from '../rules/partner.ts'
import type { Database } from './database.ts'
import { StoreError } from './errors.ts'
import type { PartnersTable, Tables } from './schema.ts'

export interface Partners {
  /** All, by number. */
  list(): Promise<Partner[]>
  /** Throws StoreError when the shop has a partner of this login, or none with the parent's number. */
  add(partner: Omit<Partner, 'number'>): Promise<Partner>
  /** By the login. Throws StoreError when there is none, or when partners would be each other's parents. */
  update(login: string, changes: Partial<Omit<Partner, 'number'>>): Promise<Partner>
  /** By the login. Orders that it was named in keep it. Throws StoreError when there is none. */
  remove(login: string): Promise<void>
}

export function partnersOf({ kysely, write }: Database, shopId: number): Partners {
  return {
    async list() {
      const rows = kysely.selectFrom('partners').selectAll().where('shop_id', '=', shopId).orderBy('number')
      return (await rows.execute()).map(partnerFrom)
    },
    async add(given) {
      const partner = { ...given, login: parsePartnerLogin(given.login) }
      return write(shopId, async ({ kysely: db }) => {
        if ((await rowCalled(db, shopId, partner.login)) !== undefined) throw taken(partner.login)
        await checkParent(db, shopId, undefined, partner.parent)
        const counter = db.updateTable('counters').set(({ eb }) => ({ next_partner: eb('next_partner', '+', 1) }))
        const counted = counter.where('shop_id', '=', shopId).returning('next_partner')
        const { next_partner } = await counted.executeTakeFirstOrThrow()
        const values = { shop_id: shopId, number: next_partner - 1, ...rowOf(partner) }
        return partnerFrom(await db.insertInto('partners').values(values).returningAll().executeTakeFirstOrThrow())
      })
    },
    async update(login, changes) {
      return write(shopId, async ({ kysely: db }) => {
        const row = await getRow(db, shopId, login)
        const partner = { ...partnerFrom(row), ...changes, login: parsePartnerLogin(changes.login ?? row.login) }
        const same = await rowCalled(db, shopId, partner.login)
        if (same !== undefined && same.number !== row.number) throw taken(partner.login)
        await checkParent(db, shopId, row.number, partner.parent)
        const change = db.updateTable('partners').set(rowOf(partner))
        const changed = change.where('shop_id', '=', shopId).where('number', '=', row.number).returningAll()
        return partnerFrom(await changed.executeTakeFirstOrThrow())
      })
    },
    async remove(login) {
      await write(shopId, async ({ kysely: db }) => {
        const { number } = await getRow(db, shopId, login)
        const orphans = db.updateTable('partners').set({ parent: null }).where('shop_id', '=', shopId)
        await orphans.where('parent', '=', number).execute()
        const uncredited = db.updateTable('coupons').set({ partner: null }).where('shop_id', '=', shopId)
        await uncredited.where('partner', '=', number).execute()
        await db.deleteFrom('partners').where('shop_id', '=', shopId).where('number', '=', number).execute()
      })
    },
  }
}

/** A partner's parents must exist and end: nobody brings themselves, not even by way of others. */
async function checkParent(
  db: Kysely<Tables>,
  shopId: number,
  child: number | undefined,
  parent: number | null,
): Promise<void> {
  for (let number = parent; number !== null;) {
    if (number === child) throw new StoreError('A partner cannot have been brought by somebody whom they brought.')
    const rows = db.selectFrom('partners').select('parent').where('shop_id', '=', shopId)
    const row = await rows.where('number', '=', number).executeTakeFirst()
    if (row === undefined) throw new StoreError(`There is no partner number ${number}.`)
    number = row.parent
  }
}

async function rowCalled(db: Kysely<Tables>, shopId: number, login: string): Promise<Row | undefined> {
  const rows = db.selectFrom('partners').selectAll().where('shop_id', '=', shopId)
  return rows.where('login_key', '=', login.toLowerCase()).executeTakeFirst()
}

async function getRow(db: Kysely<Tables>, shopId: number, login: string): Promise<Row> {
  const row = await rowCalled(db, shopId, login)
  if (row === undefined) {
    throw new StoreError(`There is no partner «${login}». «billkeep partner list» shows those there are.`)
  }
  return row
}

function taken(login: string): StoreError {
  return new StoreError(`There is a partner «${login}» already. «billkeep partner set» changes them.`)
}

function rowOf({ login, basisPoints, parent }: Omit<Partner, 'number'>) {
  return { login, login_key: login.toLowerCase(), basis_points: basisPoints, parent }
}

type Row = Selectable<PartnersTable>

export function partnerFrom(row: Selectable<PartnersTable>): Partner {
  return { number: row.number, login: row.login, basisPoints: row.basis_points, parent: row.parent }
}
