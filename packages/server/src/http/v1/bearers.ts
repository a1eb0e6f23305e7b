/** Whose token a call carries (RFC 6750), kept for a moment. */
import type { Logger } from 'pino'
import type { Context } from '../../context.ts'
import { Problem } from '../../operations/problems.ts'
import { reader } from '../../rules/actor.ts'
import { isValid, readToken, type Token, type TokenText } from '../../rules/token.ts'
import { addressListOf } from '../address-list.ts'
import type { ApiRequest } from '../message.ts'
import type { Caller } from './caller.ts'
import type { TokenDirectory } from './token-directory.ts'
import { createUseNotes } from './use-notes.ts'

type Shop = Context['shop']

/** A token, and who calls with it. */
interface Bearer {
  readonly token: Token
  readonly caller: Caller
}

export interface Bearers {
  /** Throws Problem `unauthenticated`. */
  find(request: ApiRequest): Promise<Caller>
}

/** How long a token that was revoked may go on, and how seldom a busy one is read from the database. */
const lifeMs = 500
/** Protects memory; only proven tokens are kept. */
const maxKept = 10_000

export function createBearers(directory: TokenDirectory, clock: () => number, log: Logger): Bearers {
  const useNotes = createUseNotes(directory, clock, log)
  const kept = new Map<string, { readonly bearer: Bearer; readonly until: number }>()

  async function prove({ shopId, number, secret }: TokenText): Promise<Bearer | undefined> {
    const shop = await directory.shops.findById(shopId)
    const token = shop && (await directory.forShop(shopId, reader).tokens.prove(number, secret))
    if (shop === undefined || token === undefined) return undefined
    return { token, caller: callerOf(shop, token) }
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
    async find(request) {
      const { authorization = '' } = request.headers
      const [, text] = bearerHeader.exec(authorization) ?? []
      if (text === undefined) throw unauthenticated('Send the header «Authorization: Bearer TOKEN».', '')
      const bearer = await look(text)
      if (bearer === undefined) throw unauthenticated('There is no such token.')
      const { token, caller } = bearer
      if (token.revoked !== null) throw unauthenticated('The token was revoked.')
      if (!isValid(token, clock())) throw unauthenticated('The token has expired.')
      useNotes.note(caller, token, request.address)
      return caller
    },
  }
}

function callerOf(shop: Shop, token: Token): Caller {
  return {
    shop,
    face: 'v1',
    name: `token ${token.number} ${token.name}`,
    scopes: token.scopes,
    token: token.number,
    keyPrefix: '',
    allowed: [addressListOf(shop.allowedAddresses), addressListOf(token.allowedAddresses)],
  }
}

const bearerHeader = /^bearer +([\w.~+/-]{1,512}=*) *$/i

function unauthenticated(detail: string, error = ', error="invalid_token"'): Problem {
  return new Problem('unauthenticated', { detail, headers: { 'www-authenticate': `Bearer realm="Billkeep"${error}` } })
}
