/** Who is signed in, and their shops. */
import type { Members } from '../../store/members.ts'
import type { ApiRequest } from '../message.ts'
import { jsonReply, type ReplyOfAccount } from './account-reply.ts'
import type { People } from './people.ts'

/** The store, as far as this file sees it. */
export interface Me {
  readonly members: Pick<Members, 'shopsOf' | 'hasAnybody'>
}

export async function meReply({ members }: Me, people: People, request: ApiRequest): Promise<ReplyOfAccount> {
  const user = await people.userOf(request)
  if (user === undefined) return jsonReply(401, { error: 'signed out' })
  const shops = await members.shopsOf(user.userId)
  return jsonReply(200, {
    user: { id: user.userId, email: user.email, name: user.name },
    shops: shops.map(({ login, title, role, timeZone }) => ({ login, title, role, time_zone: timeZone })),
  })
}
