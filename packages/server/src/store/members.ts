/** Who belongs to which shop. */
import type { Actor } from '../rules/actor.ts'
import { type Member, parseRole, type Role } from '../rules/user.ts'
import { noteOf } from './audit/write.ts'
import type { Database, Transaction } from './database.ts'
import { StoreError } from './errors.ts'
import { forUpdate } from './row-locks.ts'

/** A shop that somebody belongs to. */
export interface Membership {
  readonly shopId: number
  readonly login: string
  readonly title: string
  readonly role: Role
  /** IANA name. */
  readonly timeZone: string
}

export interface Members {
  /** By the shop's login. */
  shopsOf(userId: string): Promise<readonly Membership[]>
  /** By e-mail address. */
  list(shopId: number): Promise<readonly Member[]>
  /** Throws StoreError where it would leave the shop without an owner. */
  setRole(shopId: number, userId: string, role: Role, actor: Actor): Promise<void>
  /** Ends the sessions too if it was their last shop. Throws StoreError where it would leave the shop without an owner. */
  remove(shopId: number, userId: string, actor: Actor): Promise<void>
  /** Whether anybody can sign in or was invited: without, there is no account page. */
  hasAnybody(): Promise<boolean>
}

export interface MembersParts {
  readonly database: Database
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
}

export function membersOf({ database, clock }: MembersParts): Members {
  const { kysely } = database

  return {
    async shopsOf(userId) {
      const rows = kysely.selectFrom('members').innerJoin('shops', 'shops.id', 'members.shop_id')
      const found = await rows
        .select([
          'members.shop_id as shopId',
          'shops.login',
          'shops.title',
          'members.role',
          'shops.time_zone as timeZone',
        ])
        .where('members.user_id', '=', userId)
        .orderBy('shops.login_key')
        .execute()
      return found.map((row) => ({ ...row, role: parseRole(row.role) }))
    },
    async list(shopId) {
      const rows = kysely.selectFrom('members').innerJoin('users', 'users.id', 'members.user_id')
      const found = await rows
        .select(['members.user_id as userId', 'users.email', 'users.name', 'members.role', 'members.since'])
        .where('members.shop_id', '=', shopId)
        .orderBy('users.email')
        .execute()
      return found.map((row) => ({ ...row, role: parseRole(row.role) }))
    },
    async setRole(shopId, userId, role, actor) {
      await database.write('shops', async (transaction) => {
        if (role !== 'owner') await keepAnOwner(transaction, shopId, userId)
        const member = transaction.kysely.updateTable('members').where('shop_id', '=', shopId)
        const other = member.where('user_id', '=', userId).where('role', '!=', role)
        const { numUpdatedRows } = await other.set({ role }).executeTakeFirst()
        if (numUpdatedRows === 0n) return
        const note = noteOf({ shopId, actor, clock })
        await note(transaction, { action: 'member.changed', subject: `user ${userId}`, details: { role } })
      })
    },
    async remove(shopId, userId, actor) {
      await database.write('shops', async (transaction) => {
        await keepAnOwner(transaction, shopId, userId)
        const { kysely: db } = transaction
        const member = db.deleteFrom('members').where('shop_id', '=', shopId).where('user_id', '=', userId)
        if ((await member.executeTakeFirst()).numDeletedRows === 0n) return
        const note = noteOf({ shopId, actor, clock })
        await note(transaction, { action: 'member.removed', subject: `user ${userId}`, details: {} })
        const other = await db.selectFrom('members').select('shop_id').where('user_id', '=', userId).executeTakeFirst()
        if (other === undefined) await db.deleteFrom('sessions').where('user_id', '=', userId).execute()
      })
    },
    async hasAnybody() {
      const member = await kysely.selectFrom('members').select('user_id').limit(1).executeTakeFirst()
      const invited = await kysely.selectFrom('invitations').select('email').limit(1).executeTakeFirst()
      return member !== undefined || invited !== undefined
    },
  }
}

async function keepAnOwner({ kysely }: Transaction, shopId: number, leaving: string): Promise<void> {
  const owners = kysely
    .selectFrom('members')
    .select('user_id')
    .where('shop_id', '=', shopId)
    .where('role', '=', 'owner')
  // Of two who leave at once, the second must see that the first is gone.
  const found = await owners.modifyEnd(forUpdate(kysely)).execute()
  if (found.length === 1 && found[0]?.user_id === leaving) {
    throw new StoreError('The shop would have no owner left. Make somebody else an owner first.')
  }
}
