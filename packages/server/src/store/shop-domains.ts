/** Which shop a domain of its own stands for. */
import type { Kysely } from 'kysely'
import { StoreError } from './errors.ts'
import type { Tables } from './schema.ts'

/** False where it was this shop's before. Throws StoreError when it is another's. */
export async function linkDomain(db: Kysely<Tables>, shopId: number, domain: string): Promise<boolean> {
  const isNew = (await ownerOf(db, domain)) === undefined
  const link = db.insertInto('shop_domains').values({ host: domain, shop_id: shopId })
  if (isNew) await link.onConflict((conflict) => conflict.column('host').doNothing()).execute()
  // Another shop may have linked it meanwhile, as each claims its own data only.
  if ((await ownerOf(db, domain)) === shopId) return isNew
  throw new StoreError(`«${domain}» is linked to another shop. Remove it there first.`)
}

/** False where it was not this shop's. */
export async function unlinkDomain(db: Kysely<Tables>, shopId: number, domain: string): Promise<boolean> {
  const ofThisShop = db.deleteFrom('shop_domains').where('host', '=', domain).where('shop_id', '=', shopId)
  return (await ofThisShop.executeTakeFirst()).numDeletedRows > 0n
}

/** The number of the shop that it stands for. */
async function ownerOf(db: Kysely<Tables>, domain: string): Promise<number | undefined> {
  const row = db.selectFrom('shop_domains').select('shop_id').where('host', '=', domain)
  return (await row.executeTakeFirst())?.shop_id
}
