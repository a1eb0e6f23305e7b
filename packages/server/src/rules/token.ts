/** Tokens of API v1: who may call, for what, from where, until when. */
import type { Scope } from './scope.ts'

export interface Token {
  /** Unique in its shop, and never given twice. */
  readonly number: number
  /** What people call it. */
  readonly name: string
  readonly scopes: readonly Scope[]
  /** Addresses and CIDR ranges it may be used from; empty: any. */
  readonly allowedAddresses: readonly string[]
  /** Unix milliseconds, as all times here. */
  readonly created: number
  /** From when on it no longer counts; null: it does not end by itself. */
  readonly expires: number | null
  readonly revoked: number | null
  /** To the minute; null: never. */
  readonly lastUsed: number | null
  /** '' if it was never used. */
  readonly lastAddress: string
}

export interface TokenDraft {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly allowedAddresses: readonly string[]
  readonly expires: number | null
}

export function isValid({ expires, revoked }: Pick<Token, 'expires' | 'revoked'>, now: number): boolean {
  return revoked === null && (expires === null || now < expires)
}

const longestName = 100

/** Trimmed. Throws a RangeError for people. */
export function parseTokenName(text: string): string {
  const name = text.trim()
  if (name === '' || name.length > longestName || /\p{Cc}/u.test(name)) {
    throw new RangeError(`A token's name has 1 to ${longestName} printable characters.`)
  }
  return name
}

/** The parts of a token's text: `billkeep_SHOP_NUMBER_SECRET`. The shop stands in it so that it is found where it lies. */
export interface TokenText {
  readonly shopId: number
  readonly number: number
  readonly secret: string
}

/** 40 letters and digits: 238 bits, which nobody guesses. */
export const tokenSecretLength = 40

const tokenText = /^billkeep_([1-9]\d{0,14})_([1-9]\d{0,14})_([A-Za-z0-9]{40})$/

export function writeToken({ shopId, number, secret }: TokenText): string {
  return `billkeep_${shopId}_${number}_${secret}`
}

export function readToken(text: string): TokenText | undefined {
  const [, shopId, number, secret] = tokenText.exec(text) ?? []
  if (shopId === undefined || number === undefined || secret === undefined) return undefined
  return { shopId: Number(shopId), number: Number(number), secret }
}
