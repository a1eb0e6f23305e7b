/** Links by which shops let people in. */
import { createHash } from 'node:crypto'
import type { Actor } from '../rules/actor.ts'
import { parseRole, type Role } from '../rules/user.ts'
import { shownText } from './audit/shown.ts'
import { noteOf } from './audit/write.ts'
import type { Database } from './database.ts'
import { randomText } from './random-text.ts'

export interface Invitation {
  readonly email: string
  readonly shopId: number
  readonly login: string
  readonly role: Role
  /** Unix milliseconds. */
  readonly expires: number
}

export interface Invitations {
  /** Gives what makes the link unguessable; it opens once, until `expires`. */
  create(shopId: number, invitation: Pick<Invitation, 'email' | 'role' | 'expires'>, actor: Actor): Promise<string>
  /** Undefined where the link has been used, has expired, or never was. */
  find(token: string): Promise<Invitation | undefined>
  /** The user belongs to the shop from now on, and the link no longer opens. False where it was used meanwhile. */
  accept(token: string, userId: string, address: string): Promise<boolean>
}

export interface InvitationsParts {
  readonly database: Database
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
}

const tokenLength = 40

export function invitationsOf({ database, clock }: InvitationsParts): Invitations {
  return {
    async find(token) {
      const row = await database.kysely
        .selectFrom('invitations')
        .innerJoin('shops', 'shops.id', 'invitations.shop_id')
        .select(['email', 'shop_id as shopId', 'shops.login', 'role', 'expires'])
        .where('token_hash', '=', hashOf(token))
        .where('expires', '>', clock())
        .executeTakeFirst()
      return row && { ...row, role: parseRole(row.role) }
    },
    async create(shopId, { email, role, expires }, actor) {
      const token = randomText(tokenLength)
      await database.write('shops', async (transaction) => {
        const { kysely: db } = transaction
        await db.deleteFrom('invitations').where('expires', '<=', clock()).execute()
        const row = { token_hash: hashOf(token), email: email.trim().toLowerCase(), shop_id: shopId, role, expires }
        await db.insertInto('invitations').values(row).execute()
        const note = noteOf({ shopId, actor, clock })
        const details = { email: shownText(row.email), role }
        await note(transaction, { action: 'member.invited', subject: 'invitation', details })
      })
      return token
    },
    async accept(token, userId, address) {
      return database.write('shops', async (transaction) => {
        const { kysely: db } = transaction
        const invitation = await db
          .deleteFrom('invitations')
          .where('token_hash', '=', hashOf(token))
          .where('expires', '>', clock())
          .returning(['shop_id', 'role'])
          .executeTakeFirst()
        if (invitation === undefined) return false
        const member = { ...invitation, user_id: userId, since: clock() }
        const insert = db.insertInto('members').values(member)
        await insert
          .onConflict((conflict) => conflict.columns(['shop_id', 'user_id']).doUpdateSet({ role: member.role }))
          .execute()
        const name = `user ${userId}`
        const note = noteOf({ shopId: invitation.shop_id, actor: { face: 'account', name, address }, clock })
        await note(transaction, { action: 'member.joined', subject: name, details: { role: invitation.role } })
        return true
      })
    },
  }
}

/** What is kept of a link. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
