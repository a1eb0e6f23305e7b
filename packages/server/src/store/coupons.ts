/** A shop's coupons. */
import type { Kysely, Selectable } from 'kysely'
import { checkPeriod, type Coupon, type Discount, parseCouponCode } from '../rules/coupon.ts'
import { changesBetween, fieldsOf } from './audit/fields.ts'
import { noteOf, type NoteParts } from './audit/write.ts'
import type { Database } from './database.ts'
import { StoreError } from './errors.ts'
import type { CouponsTable, Tables } from './schema.ts'

export interface Coupons {
  /** All, by number. */
  list(): Promise<Coupon[]>
  /** Throws StoreError when the shop has a coupon of this code, RangeError when code or period cannot be. */
  add(coupon: Omit<Coupon, 'number'>): Promise<Coupon>
  /** By its code. Throws StoreError when there is none, or another has the new code; RangeError as `add` does. */
  update(code: string, changes: Partial<Omit<Coupon, 'number'>>): Promise<Coupon>
  /** By its code. Orders that it was used in keep it. Throws StoreError when there is none. */
  remove(code: string): Promise<void>
}

export interface CouponsParts extends NoteParts {
  readonly database: Database
}

export function couponsOf({ database: { kysely, write }, ...parts }: CouponsParts): Coupons {
  const { shopId } = parts
  const note = noteOf(parts)
  return {
    async list() {
      const rows = kysely.selectFrom('coupons').selectAll().where('shop_id', '=', shopId).orderBy('number')
      return (await rows.execute()).map(couponFrom)
    },
    async add(given) {
      const coupon = { ...given, code: parseCouponCode(given.code) }
      checkPeriod(coupon)
      return write(shopId, async (tx) => {
        const { kysely: db } = tx
        if ((await rowCalled(db, shopId, coupon.code)) !== undefined) throw taken(coupon.code)
        const counter = db.updateTable('counters').set(({ eb }) => ({ next_coupon: eb('next_coupon', '+', 1) }))
        const { next_coupon } = await counter
          .where('shop_id', '=', shopId)
          .returning('next_coupon')
          .executeTakeFirstOrThrow()
        const values = { shop_id: shopId, number: next_coupon - 1, ...rowOf(coupon) }
        const row = db.insertInto('coupons').values(values).returningAll()
        const added = couponFrom(await row.executeTakeFirstOrThrow())
        await note(tx, { action: 'coupon.added', subject: subjectOf(added), details: fieldsOf(added) })
        return added
      })
    },
    async update(code, changes) {
      return write(shopId, async (tx) => {
        const { kysely: db } = tx
        const row = await getRow(db, shopId, code)
        const before = couponFrom(row)
        const coupon = { ...before, ...changes, code: parseCouponCode(changes.code ?? row.code) }
        checkPeriod(coupon)
        const same = await rowCalled(db, shopId, coupon.code)
        if (same !== undefined && same.number !== row.number) throw taken(coupon.code)
        const details = changesBetween(before, coupon)
        if (details === undefined) return before
        const change = db.updateTable('coupons').set(rowOf(coupon))
        const changed = change.where('shop_id', '=', shopId).where('number', '=', row.number).returningAll()
        await note(tx, { action: 'coupon.changed', subject: subjectOf(before), details })
        return couponFrom(await changed.executeTakeFirstOrThrow())
      })
    },
    async remove(code) {
      await write(shopId, async (tx) => {
        const { kysely: db } = tx
        const coupon = couponFrom(await getRow(db, shopId, code))
        const gone = db.deleteFrom('coupons').where('shop_id', '=', shopId).where('number', '=', coupon.number)
        await gone.execute()
        await note(tx, { action: 'coupon.removed', subject: subjectOf(coupon), details: fieldsOf(coupon) })
      })
    },
  }
}

function subjectOf({ code }: Coupon): string {
  return `coupon ${code}`
}

async function rowCalled(db: Kysely<Tables>, shopId: number, code: string): Promise<Row | undefined> {
  const rows = db.selectFrom('coupons').selectAll().where('shop_id', '=', shopId)
  return rows.where('code_key', '=', code.toLowerCase()).executeTakeFirst()
}

async function getRow(db: Kysely<Tables>, shopId: number, code: string): Promise<Row> {
  const row = await rowCalled(db, shopId, code)
  if (row === undefined)
    throw new StoreError(`There is no coupon «${code}». «billkeep coupon list» shows those there are.`)
  return row
}

function taken(code: string): StoreError {
  return new StoreError(`There is a coupon «${code}» already. «billkeep coupon set» changes it.`)
}

function rowOf({ code, discount, validFrom, validUntil, products, partner }: Omit<Coupon, 'number'>) {
  return {
    code,
    code_key: code.toLowerCase(),
    basis_points: 'basisPoints' in discount ? discount.basisPoints : null,
    sum: 'sumMinor' in discount ? discount.sumMinor : null,
    valid_from: validFrom,
    valid_until: validUntil,
    products: JSON.stringify(products),
    partner,
  }
}

type Row = Selectable<CouponsTable>

export function couponFrom(row: Selectable<CouponsTable>): Coupon {
  return {
    number: row.number,
    code: row.code,
    discount: discountIn(row),
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- rowOf wrote it
    products: JSON.parse(row.products) as Coupon['products'],
    partner: row.partner,
  }
}

function discountIn({ basis_points, sum }: Selectable<CouponsTable>): Discount {
  return basis_points === null ? { sumMinor: sum ?? 0 } : { basisPoints: basis_points }
}
