/** Whether two databases hold the same, worked out from each by itself. */
import { type Digest, digestsOf } from './digest.ts'
import type { CopySide } from './side.ts'
import type { Sides } from './sides.ts'
import type { Table } from './tables.ts'

export interface Difference {
  readonly table: string
  /** The login, or the number where no shop has it. */
  readonly shop: string
  readonly sourceRows: number
  /** May be as many, which are others then. */
  readonly targetRows: number
}

export interface Comparison {
  /** Of the source: rows by table. */
  readonly tables: Readonly<Record<string, number>>
  readonly shops: number
  /** The first of them, by table. */
  readonly differences: readonly Difference[]
  /** How many there are. */
  readonly differing: number
}

/** More nobody reads. */
const mostShown = 20

const nothing: Digest = { rows: 0, hash: '' }

/** Each side as it is at one moment. `onRows` hears of each number of rows that was read on either. */
export async function compare(
  { source, target }: Sides,
  tables: readonly Table[],
  onRows: (rows: number) => void,
): Promise<Comparison> {
  return source.reading(async () =>
    target.reading(async () => {
      const logins = new Map([...(await loginsIn(target)), ...(await loginsIn(source))])
      const counts: Record<string, number> = {}
      const differences: Difference[] = []
      let differing = 0
      for (const table of tables) {
        const [there, here] = await Promise.all([digestsOf(source, table, onRows), digestsOf(target, table, onRows)])
        counts[table.name] = there.values().reduce((sum, { rows }) => sum + rows, 0)
        for (const shopId of new Set([...there.keys(), ...here.keys()])) {
          const { rows: sourceRows, hash } = there.get(shopId) ?? nothing
          const { rows: targetRows, hash: other } = here.get(shopId) ?? nothing
          if (hash === other && sourceRows === targetRows) continue
          differing += 1
          const shop = logins.get(shopId) ?? String(shopId)
          if (differing <= mostShown) differences.push({ table: table.name, shop, sourceRows, targetRows })
        }
      }
      return { tables: counts, shops: counts['shops'] ?? 0, differences, differing }
    }),
  )
}

async function loginsIn({ kysely }: CopySide): Promise<readonly (readonly [number, string])[]> {
  const shops = await kysely.selectFrom('shops').select(['id', 'login']).execute()
  return shops.map(({ id, login }) => [id, login])
}
