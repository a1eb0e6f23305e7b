/** Whether there may be a copy into a database, and how far an earlier one has come. */
import { sql } from 'kysely'
import { StoreError } from '../errors.ts'
import type { CopySide } from './side.ts'
import type { Sides } from './sides.ts'
import type { Table } from './tables.ts'
import { noteBegin, type TableNote, unfinishedCopyIn } from './unfinished.ts'

/** What an earlier run has copied; from here on, the target says that a copy is under way. Throws StoreError if it is not free. */
export async function beginCopy(
  { source, target }: Sides,
  tables: readonly Table[],
  { restart }: { readonly restart: boolean },
): Promise<ReadonlyMap<string, TableNote>> {
  if ((await unfinishedCopyIn(source)) !== undefined) {
    throw new StoreError('The source is itself a copy that has not come to its end. Bring that to its end first.')
  }
  const who = await oldestShop(source)
  const unfinished = await unfinishedCopyIn(target)
  if (unfinished === undefined) await refuseTaken(target, who)
  else if (!restart && unfinished.source === who) return unfinished.tables
  else if (!restart) {
    throw new StoreError(
      'The target has an unfinished copy of another database. With --restart that is thrown away for this one.',
    )
  }
  await target.writing(async () => {
    if (unfinished !== undefined)
      for (const { name } of tables) await sql`delete from ${sql.table(name)}`.execute(target.kysely)
    const names = tables.map(({ name }) => name)
    await noteBegin(target, who, names)
  })
  return new Map()
}

async function refuseTaken(target: CopySide, who: string): Promise<void> {
  const present = await oldestShop(target)
  if (present === nobody) return
  throw new StoreError(
    present === who
      ? 'The target has these shops already: it is a finished copy, or the same database by another name. Nothing was changed.'
      : 'The target has other shops already, and a copy needs a database without any. Nothing was changed.',
  )
}

const nobody = '[]'

/** What a database is known by, wherever it lies: a shop stays as long as it does. */
async function oldestShop({ kysely }: CopySide): Promise<string> {
  const shops = kysely.selectFrom('shops').select(['id', 'login_key', 'created'])
  const shop = await shops.orderBy('id').limit(1).executeTakeFirst()
  return shop === undefined ? nobody : JSON.stringify([shop.id, shop.login_key, shop.created])
}
