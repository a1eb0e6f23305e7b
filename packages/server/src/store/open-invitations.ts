/** Links that have not been used, as their shop sees them. */
import { sql } from 'kysely'
import { parseRole } from '../rules/user.ts'
import { shownText } from './audit/shown.ts'
import { noteOf, type NoteParts } from './audit/write.ts'
import type { Database } from './database.ts'
import { hashOf, type Invitation } from './invitations.ts'

export interface OpenInvitation extends Pick<Invitation, 'email' | 'role' | 'expires'> {
  /** Opens nothing: the beginning of the hash of what does. */
  readonly id: string
}

export interface OpenInvitations {
  /** Those that may still be used. */
  list(): Promise<readonly OpenInvitation[]>
  /** Its link opens nothing any more. False where there is none such. */
  withdraw(id: string): Promise<boolean>
}

interface OpenInvitationsParts extends NoteParts {
  readonly database: Database
}

/** Hexadecimal digits; of the few invitations of a shop no two are alike. */
const idLength = 16
const idColumn = sql<string>`substr(token_hash, 1, ${sql.lit(idLength)})`

export function openInvitationsOf({ database, shopId, actor, clock }: OpenInvitationsParts): OpenInvitations {
  return {
    async list() {
      const rows = await database.kysely
        .selectFrom('invitations')
        .select([idColumn.as('id'), 'email', 'role', 'expires'])
        .where('shop_id', '=', shopId)
        .where('expires', '>', clock())
        .execute()
      return rows.map((row) => ({ ...row, role: parseRole(row.role) }))
    },
    async withdraw(id) {
      return database.write('shops', async (transaction) => {
        const withdrawn = await transaction.kysely
          .deleteFrom('invitations')
          .where('shop_id', '=', shopId)
          .where('expires', '>', clock())
          .where(idColumn, '=', id)
          .returning(['email', 'role'])
          .executeTakeFirst()
        if (withdrawn === undefined) return false
        const details = { email: shownText(withdrawn.email), role: withdrawn.role }
        const note = noteOf({ shopId, actor, clock })
        await note(transaction, { action: 'member.uninvited', subject: 'invitation', details })
        return true
      })
    },
  }
}

/** What its open invitation is known by. */
export function invitationId(token: string): string {
  return hashOf(token).slice(0, idLength)
}
