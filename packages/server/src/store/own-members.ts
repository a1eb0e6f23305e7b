/** Who belongs to a shop, as its handle reads and changes it. */
import type { Member, Role } from '../rules/user.ts'
import type { NoteParts } from './audit/write.ts'
import type { Database } from './database.ts'
import { type Invitation, invitationsOf } from './invitations.ts'
import { membersOf } from './members.ts'
import { invitationId, type OpenInvitation, type OpenInvitations, openInvitationsOf } from './open-invitations.ts'

export interface OwnMembers {
  /** By e-mail address. */
  list(): Promise<readonly Member[]>
  /** Gives what makes the link unguessable too; it opens once, until `expires`. */
  invite(
    invitation: Pick<Invitation, 'email' | 'role' | 'expires'>,
  ): Promise<OpenInvitation & { readonly token: string }>
  readonly invitations: OpenInvitations
  /** The member as they are then; `lastOwner`: the shop would be left without one. Undefined: they do not belong to it. */
  setRole(userId: string, role: Role): Promise<Member | 'lastOwner' | undefined>
  /** The member as they were; see `setRole`. */
  remove(userId: string): Promise<Member | 'lastOwner' | undefined>
}

export interface OwnMembersParts extends NoteParts {
  readonly database: Database
}

export function ownMembersOf({ database, shopId, actor, clock }: OwnMembersParts): OwnMembers {
  const members = membersOf({ database, clock })
  const invitations = invitationsOf({ database, clock })

  async function find(userId: string): Promise<Member | 'lastOwner' | undefined> {
    const all = await members.list(shopId)
    const member = all.find((each) => each.userId === userId)
    const isLast = member?.role === 'owner' && all.filter(({ role }) => role === 'owner').length === 1
    return isLast ? 'lastOwner' : member
  }

  return {
    list: () => members.list(shopId),
    async invite(invitation) {
      const token = await invitations.create(shopId, invitation, actor)
      return { ...invitation, id: invitationId(token), token }
    },
    invitations: openInvitationsOf({ database, shopId, actor, clock }),
    async setRole(userId, role) {
      const member = await find(userId)
      if (member === 'lastOwner' && role === 'owner') return (await members.list(shopId)).find(isUser(userId))
      if (member === undefined || member === 'lastOwner') return member
      await members.setRole(shopId, userId, role, actor)
      return { ...member, role }
    },
    async remove(userId) {
      const member = await find(userId)
      if (typeof member === 'object') await members.remove(shopId, userId, actor)
      return member
    },
  }
}

function isUser(userId: string): (member: Member) => boolean {
  return (member) => member.userId === userId
}
