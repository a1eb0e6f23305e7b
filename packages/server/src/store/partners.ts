/** A shop's partners. */
import type { Kysely, Selectable } from 'kysely'
import { parsePartnerLogin, type Partner } from '../rules/partner.ts'
import { changesBetween, fieldsOf } from './audit/fields.ts'
import { noteOf, type NoteParts } from './audit/write.ts'
import type { Database } from './database.ts'
import { StoreError } from './errors.ts'
import type { PartnersTable, Tables } from './schema.ts'

export interface Partners {
  /** All, by number. */
  list(): Promise<Partner[]>
  /** Throws StoreError when the shop has a partner of this login, or none with the parent's number. */
  add(partner: Omit<Partner, 'number'>): Promise<Partner>
  /** By the login. Throws StoreError when there is none, RangeError when partners would be each other's parents. */
  update(login: string, changes: Partial<Omit<Partner, 'number'>>): Promise<Partner>
  /** By the login. Orders that it was named in keep it. Throws StoreError when there is none. */
  remove(login: string): Promise<void>
}

export interface PartnersParts extends NoteParts {
  readonly database: Database
}

export function partnersOf({ database: { kysely, write }, ...parts }: PartnersParts): Partners {
  const { shopId } = parts
  const note = noteOf(parts)
  return {
    async list() {
      const rows = kysely.selectFrom('partners').selectAll().where('shop_id', '=', shopId).orderBy('number')
      return (await rows.execute()).map(partnerFrom)
    },
    async add(given) {
      const partner = { ...given, login: parsePartnerLogin(given.login) }
      return write(shopId, async (tx) => {
        const { kysely: db } = tx
        if ((await rowCalled(db, shopId, partner.login)) !== undefined) throw taken(partner.login)
        await checkParent(db, shopId, undefined, partner.parent)
        const counter = db.updateTable('counters').set(({ eb }) => ({ next_partner: eb('next_partner', '+', 1) }))
        const counted = counter.where('shop_id', '=', shopId).returning('next_partner')
        const { next_partner } = await counted.executeTakeFirstOrThrow()
        const values = { shop_id: shopId, number: next_partner - 1, ...rowOf(partner) }
        const row = db.insertInto('partners').values(values).returningAll()
        const added = partnerFrom(await row.executeTakeFirstOrThrow())
        await note(tx, { action: 'partner.added', subject: subjectOf(added), details: fieldsOf(added) })
        return added
      })
    },
    async update(login, changes) {
      return write(shopId, async (tx) => {
        const { kysely: db } = tx
        const row = await getRow(db, shopId, login)
        const before = partnerFrom(row)
        const partner = { ...before, ...changes, login: parsePartnerLogin(changes.login ?? row.login) }
        const same = await rowCalled(db, shopId, partner.login)
        if (same !== undefined && same.number !== row.number) throw taken(partner.login)
        await checkParent(db, shopId, row.number, partner.parent)
        const details = changesBetween(before, partner)
        if (details === undefined) return before
        const change = db.updateTable('partners').set(rowOf(partner))
        const changed = change.where('shop_id', '=', shopId).where('number', '=', row.number).returningAll()
        await note(tx, { action: 'partner.changed', subject: subjectOf(before), details })
        return partnerFrom(await changed.executeTakeFirstOrThrow())
      })
    },
    async remove(login) {
      await write(shopId, async (tx) => {
        const partner = partnerFrom(await getRow(tx.kysely, shopId, login))
        const details = fieldsOf({ ...partner, ...(await deleted(tx.kysely, shopId, partner)) })
        await note(tx, { action: 'partner.removed', subject: subjectOf(partner), details })
      })
    },
  }
}

/** Gives the numbers of those whom they had brought, and of coupons that were theirs. */
async function deleted(db: Kysely<Tables>, shopId: number, { number }: Partner) {
  const orphans = db.updateTable('partners').set({ parent: null }).where('shop_id', '=', shopId)
  const children = await orphans.where('parent', '=', number).returning('number').execute()
  const uncredited = db.updateTable('coupons').set({ partner: null }).where('shop_id', '=', shopId)
  const coupons = await uncredited.where('partner', '=', number).returning('number').execute()
  await db.deleteFrom('partners').where('shop_id', '=', shopId).where('number', '=', number).execute()
  return { withoutParent: children.map((row) => row.number), withoutPartner: coupons.map((row) => row.number) }
}

function subjectOf({ login }: Partner): string {
  return `partner ${login}`
}

/** A partner's parents must exist and end: nobody brings themselves, not even by way of others. */
async function checkParent(
  db: Kysely<Tables>,
  shopId: number,
  child: number | undefined,
  parent: number | null,
): Promise<void> {
  for (let number = parent; number !== null;) {
    if (number === child) throw new RangeError('A partner cannot have been brought by somebody whom they brought.')
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
