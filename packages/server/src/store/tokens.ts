/** A shop's tokens of API v1. Of each only a hash of its secret is kept. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Page, PageBounds } from '../rules/page.ts'
import { type Scope, parseScope } from '../rules/scope.ts'
import { parseAddressRange } from '../rules/shop.ts'
import { parseTokenName, type Token, type TokenDraft, tokenSecretLength, writeToken } from '../rules/token.ts'
import { fieldsOf } from './audit/fields.ts'
import { noteOf, type NoteParts } from './audit/write.ts'
import type { Database, Transaction } from './database.ts'
import { pageOf } from './pages.ts'
import { prepared } from './prepared.ts'
import { randomText } from './random-text.ts'
import type { ApiTokensTable } from './schema.ts'

export interface Tokens {
  /** By number, those that no longer count too. */
  list(): Promise<readonly Token[]>
  page(bounds: PageBounds): Promise<Page<Token>>
  find(number: number): Promise<Token | undefined>
  /** `text` is what the holder sends; nobody can ask for it again. Throws a RangeError for people. */
  create(draft: TokenDraft): Promise<{ readonly token: Token; readonly text: string }>
  /** It no longer counts; one that was revoked before stays as it is. Undefined when there is none. */
  revoke(number: number): Promise<Token | undefined>
  /** The token of that number if the secret is its own, whether it still counts or not. */
  prove(number: number, secret: string): Promise<Token | undefined>
  /** Notes that it was used now. */
  noteUse(number: number, address: string): Promise<void>
}

export interface TokensParts extends NoteParts {
  readonly database: Database
}

export function tokensOf({ database, ...parts }: TokensParts): Tokens {
  const { shopId, clock } = parts
  const note = noteOf(parts)

  async function find(number: number): Promise<Token | undefined> {
    const row = await database.get(tokenRow, { shopId, number })
    return row && tokenFrom(row)
  }

  return {
    find,
    async list() {
      const rows = database.kysely.selectFrom('api_tokens').selectAll().where('shop_id', '=', shopId).orderBy('number')
      return (await rows.execute()).map(tokenFrom)
    },
    page: (bounds) => pageOfTokens(database, shopId, bounds),
    async create({ name, scopes, allowedAddresses, expires }) {
      const given = {
        name: parseTokenName(name),
        scopes: JSON.stringify([...new Set(scopes.map(parseScope))]),
        allowed_addresses: JSON.stringify(allowedAddresses.map(parseAddressRange)),
        expires,
      }
      const secret = randomText(tokenSecretLength)
      return database.write(shopId, async (tx) => {
        const number = await nextNumber(tx, shopId)
        const row = { ...given, shop_id: shopId, number, hash: hashOf(secret), created: clock(), ...unused }
        await tx.kysely.insertInto('api_tokens').values(row).execute()
        const token = tokenFrom(row)
        await note(tx, { action: 'token.created', subject: subjectOf(token), details: detailsOf(token) })
        return { token, text: writeToken({ shopId, number, secret }) }
      })
    },
    async revoke(number) {
      return database.write(shopId, async (tx) => {
        const tokens = tx.kysely.updateTable('api_tokens').where('shop_id', '=', shopId).where('number', '=', number)
        const counting = tokens.where('revoked', 'is', null).set({ revoked: clock() })
        const row = await counting.returningAll().executeTakeFirst()
        if (row === undefined) {
          const revoked = await tx.get(tokenRow, { shopId, number })
          return revoked && tokenFrom(revoked)
        }
        const token = tokenFrom(row)
        await note(tx, { action: 'token.revoked', subject: subjectOf(token), details: {} })
        return token
      })
    },
    async prove(number, secret) {
      const row = await database.get(tokenRow, { shopId, number })
      if (row === undefined || !isSame(row.hash, hashOf(secret))) return undefined
      return tokenFrom(row)
    },
    async noteUse(number, address) {
      await database.write('nothing', async ({ kysely: db }) => {
        const token = db.updateTable('api_tokens').where('shop_id', '=', shopId).where('number', '=', number)
        await token.set({ last_used: clock(), last_address: address }).execute()
      })
    },
  }
}

async function nextNumber({ kysely: db }: Transaction, shopId: number): Promise<number> {
  const { number } = await db
    .updateTable('counters')
    .set(({ eb }) => ({ next_token: eb('next_token', '+', 1) }))
    .where('shop_id', '=', shopId)
    .returning(({ eb }) => eb('next_token', '-', 1).as('number'))
    .executeTakeFirstOrThrow()
  return number
}

function subjectOf({ number, name }: Token): string {
  return `token ${number} «${name}»`
}

function detailsOf({ scopes, allowedAddresses, expires }: Token) {
  return fieldsOf({ scopes, allowedAddresses, expires })
}

async function pageOfTokens({ kysely }: Database, shopId: number, bounds: PageBounds): Promise<Page<Token>> {
  const rows = kysely.selectFrom('api_tokens').selectAll().where('shop_id', '=', shopId).orderBy('number')
  const read = async (after: number, limit: number) => rows.where('number', '>', after).limit(limit).execute()
  const { items, next } = await pageOf({ read }, bounds)
  return { items: items.map(tokenFrom), next }
}

const unused = { revoked: null, last_used: null, last_address: '' } as const

const tokenRow = prepared<{ shopId: number; number: number }>()((db, arg) =>
  db.selectFrom('api_tokens').selectAll().where('shop_id', '=', arg('shopId')).where('number', '=', arg('number')),
)

function tokenFrom(row: Selectable<ApiTokensTable>): Token {
  return {
    number: row.number,
    name: row.name,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `create` wrote both
    scopes: JSON.parse(row.scopes) as Scope[],
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    allowedAddresses: JSON.parse(row.allowed_addresses) as string[],
    created: row.created,
    expires: row.expires,
    revoked: row.revoked,
    lastUsed: row.last_used,
    lastAddress: row.last_address,
  }
}

/** Plain SHA-256 is enough for what is random and long: there is nothing to guess. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

function isSame(hash: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hash), Buffer.from(other))
}
