/** Opens an invitation: the link tells who is invited where, a password makes them a user. */
import { z } from 'zod'
import { isEmailAddress } from '../../rules/email.ts'
import { longestPassword, shortestPassword } from '../../rules/user.ts'
import type { Invitations } from '../../store/invitations.ts'
import type { ApiRequest } from '../message.ts'
import { jsonReply, type ReplyOfAccount } from './account-reply.ts'
import type { People } from './people.ts'

/** The store, as far as this file sees it. */
export interface Welcome {
  readonly invitations: Pick<Invitations, 'find' | 'accept'>
}

const longestName = 100

/** Without a password it only looks. A person of the demo shop says what their address is. */
const asked = z.strictObject({
  token: z.string().max(100),
  email: z.string().trim().refine(isEmailAddress).optional(),
  name: z.string().trim().max(longestName).default(''),
  password: z.string().min(shortestPassword).max(longestPassword).optional(),
})

/** The token travels in the body, as addresses come into logs and histories. */
export async function welcomeReply(store: Welcome, people: People, request: ApiRequest): Promise<ReplyOfAccount> {
  const given = asked.safeParse(parsed(request))
  if (!given.success) return jsonReply(422, { error: 'invalid', field: String(given.error.issues[0]?.path[0] ?? '') })
  const { token, name, password } = given.data
  const invitation = await store.invitations.find(token)
  if (invitation === undefined) return jsonReply(404, { error: 'no such invitation' })
  const email = invitation.email === '' ? given.data.email : invitation.email
  const signIn = await people.signInFor(request)
  const known = email === undefined ? undefined : await signIn.find(email)
  const facts = { email: invitation.email, shop: invitation.login, role: invitation.role, known: known !== undefined }
  if (password === undefined) return jsonReply(200, facts)
  if (email === undefined) return jsonReply(422, { error: 'invalid', field: 'email' })
  // Whoever has the link may belong to the shop, but not take over somebody's account.
  const userId = known ?? (await signIn.register({ email, name, password }))
  const isAccepted = await store.invitations.accept(token, userId, request.address)
  return isAccepted ? jsonReply(200, { ...facts, email }) : jsonReply(404, { error: 'no such invitation' })
}

function parsed({ body }: ApiRequest): unknown {
  try {
    return Buffer.isBuffer(body) ? JSON.parse(body.toString('utf8')) : undefined
  } catch {
    return undefined
  }
}
