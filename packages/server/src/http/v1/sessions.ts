/** Calls of API v1 by people who are signed in to the account page: a cookie says who, a header for which of their shops. */
import type { Context } from '../../context.ts'
import { Problem } from '../../operations/problems.ts'
import { type Role, scopesOf } from '../../rules/user.ts'
import type { ApiRequest } from '../message.ts'
import type { Caller } from './caller.ts'

/** Who is signed in. */
export interface People {
  /** Undefined where nobody is, or the cookie no longer counts. */
  userOf(request: ApiRequest): Promise<{ readonly userId: string } | undefined>
}

/** The store, as far as this file sees it. */
export interface MemberDirectory {
  readonly shops: { findById(id: number): Promise<Context['shop'] | undefined> }
  readonly members: {
    shopsOf(
      userId: string,
    ): Promise<readonly { readonly shopId: number; readonly login: string; readonly role: Role }[]>
  }
}

export interface SessionsParts {
  readonly store: MemberDirectory
  readonly people: People
}

export interface Sessions {
  /** Throws Problem `unauthenticated` and `crossSite`. */
  find(request: ApiRequest): Promise<Caller>
}

/** Whether it carries the account page's cookie and no token. */
export function isSignedIn({ headers }: ApiRequest): boolean {
  return headers.authorization === undefined && headers.cookie?.includes(cookieName) === true
}

const cookieName = 'billkeep.session_token='

export function createSessions({ store, people }: SessionsParts): Sessions {
  return {
    async find(request) {
      refuseOtherSites(request)
      const login = request.headers['billkeep-shop']
      if (typeof login !== 'string')
        throw new Problem('crossSite', { detail: 'The header «Billkeep-Shop» is missing.' })
      const user = await people.userOf(request)
      if (user === undefined) throw new Problem('unauthenticated', { detail: 'Nobody is signed in any more.' })
      const mine = await store.members.shopsOf(user.userId)
      const member = mine.find((shop) => shop.login.toLowerCase() === login.toLowerCase())
      const shop = member && (await store.shops.findById(member.shopId))
      if (shop === undefined)
        throw new Problem('unauthenticated', { detail: `You do not belong to a shop «${login}».` })
      return {
        shop,
        face: 'account',
        name: `user ${user.userId}`,
        scopes: scopesOf(member?.role ?? 'staff'),
        token: 0,
        keyPrefix: `${user.userId} `,
        // The shop's list is for its programs; people sign in from anywhere.
        allowed: [],
      }
    },
  }
}

/**
 * A page of another site can make a browser send the cookie along, but neither the header that names the shop nor these
 * (https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html).
 */
function refuseOtherSites({ headers, host }: ApiRequest): void {
  const { origin, 'sec-fetch-site': site } = headers
  const isOwn = origin === undefined || hostOf(origin) === host
  if (isOwn && (site === undefined || site === 'same-origin')) return
  throw new Problem('crossSite', { detail: 'The call came from another site.' })
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
