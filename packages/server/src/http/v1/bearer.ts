/** Whose token a call carries (RFC 6750), kept for a moment. */
import type { Context } from '../../context.ts'
import { Problem } from '../../operations/problems.ts'
import { type Actor, reader } from '../../rules/actor.ts'
import { isValid, readToken, type Token, type TokenText } from '../../rules/token.ts'
import { type AddressList, addressListOf } from '../address-list.ts'
import type { ApiRequest } from '../message.ts'

type Shop = Context['shop']

/** Who may call, as far as the token says. */
export interface Bearer {
  readonly shop: Shop
  readonly token: Token
  /** Addresses that the shop lets in, and those that the token does. */
  readonly allowed: readonly [AddressList, AddressList]
}

/** Where tokens are looked up: the store, as far as this file sees it. */
export interface TokenDirectory {
  readonly shops: { findById(id: number): Promise<Shop | undefined> }
  forShop(
    shopId: number,
    actor: Actor,
  ): {
    readonly tokens: {
      prove(number: number, secret: string): Promise<Token | undefined>
      noteUse(number: number, address: string): Promise<void>
    }
  }
}

export interface Bearers {
  /** Throws Problem `unauthenticated`. */
  find(request: ApiRequest): Promise<Bearer>
}

/** How long a token that was revoked may go on, and how seldom a busy one is read from the database. */
const lifeMs = 500
/** Protects memory; only proven tokens are kept. */
const maxKept = 10_000

export function createBearers(directory: TokenDirectory, clock: () => number): Bearers {
  const kept = new Map<string, { readonly bearer: Bearer; readonly until: number }>()

  async function prove({ shopId, number, secret }: TokenText): Promise<Bearer | undefined> {
    const shop = await directory.shops.findById(shopId)
    const token = shop && (await directory.forShop(shopId, reader).tokens.prove(number, secret))
    if (shop === undefined || token === undefined) return undefined
    return { shop, token, allowed: [addressListOf(shop.allowedAddresses), addressListOf(token.allowedAddresses)] }
  }

  async function look(text: string): Promise<Bearer | undefined> {
    const known = kept.get(text)
    if (known !== undefined && clock() < known.until) return known.bearer
    kept.delete(text)
    const read = readToken(text)
    const bearer = read && (await prove(read))
    if (bearer === undefined) return undefined
    if (kept.size >= maxKept) kept.clear()
    kept.set(text, { bearer, until: clock() + lifeMs })
    return bearer
  }

  return {
    async find({ headers: { authorization = '' } }) {
      const [, text] = bearerHeader.exec(authorization) ?? []
      if (text === undefined) throw unauthenticated('Send the header «Authorization: Bearer TOKEN».', '')
      const bearer = await look(text)
      if (bearer === undefined) throw unauthenticated('There is no such token.')
      const { token } = bearer
      if (token.revoked !== null) throw unauthenticated('The token was revoked.')
      if (!isValid(token, clock())) throw unauthenticated('The token has expired.')
      return bearer
    },
  }
}

const bearerHeader = /^bearer +([\w.~+/-]{1,512}=*) *$/i

function unauthenticated(detail: string, error = ', error="invalid_token"'): Problem {
  return new Problem('unauthenticated', { detail, headers: { 'www-authenticate': `Bearer realm="Billkeep"${error}` } })
}
