import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onEachDatabase, type TestDatabase } from '../../test/databases.ts'
import { anyOrders, orderOf, storedOrders, training } from '../../test/orders.ts'
import type { Order } from '../rules/order.ts'
import type { ShopStore } from '../store/store.ts'
import { exportNdjson } from './export.ts'
import { importOrders, ImportRefused, type BadLine, type ImportReport } from './import.ts'
import { writeOrderLine } from './order-line.ts'
import { tester } from '../../test/tester.ts'

async function shopOn(database: TestDatabase): Promise<ShopStore> {
  const store = await database.open()
  return store.forShop((await store.shops.create('alice', tester)).id, tester)
}

async function* inPieces(bytes: Uint8Array, size = 64_000): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

interface Way {
  readonly update?: boolean
  readonly bad?: BadLine[]
}

async function take(
  shop: ShopStore,
  text: string | Uint8Array,
  { update = false, bad }: Way = {},
): Promise<ImportReport> {
  const source = inPieces(typeof text === 'string' ? Buffer.from(text) : text, 7)
  return importOrders({ shop, source, update, onBadLine: bad && ((line) => void bad.push(line)) })
}

async function refusal(shop: ShopStore, text: string | Uint8Array): Promise<ImportRefused> {
  const error: unknown = await take(shop, text).catch((reason: unknown) => reason)
  if (!(error instanceof ImportRefused)) throw error
  return error
}

const file = (...orders: readonly Order[]): string => orders.map((order) => `${writeOrderLine(order)}\n`).join('')
const first = orderOf({ number: 1 })
const second = orderOf({ number: 2 })
const nothing = { added: 0, same: 0, updated: 0, bad: 0, firstBad: [] }

onEachDatabase((make) => {
  test('one bad line refuses the file, names every bad line, and leaves nothing', async () => {
    const shop = await shopOn(make())
    const error = await refusal(shop, `${file(first)}{"number":0}\n\nnonsense\n${file(second)}`)
    expect(error.firstBad.map(({ number, reason }) => `${number}: ${reason}`)).toEqual([
      '2: number must be a whole number from 1, of at most 14 digits',
      '4: is not JSON',
    ])
    expect(error.message).toBe('Nothing was imported: 2 bad lines.')
    expect(await storedOrders(shop)).toEqual([])
  })

  test('bad lines are passed over and told when that is asked for', async () => {
    const shop = await shopOn(make())
    const bad: BadLine[] = []
    const conflict = orderOf({ number: 1, city: 'Riga' })
    const report = await take(shop, `${file(first)}nonsense\n${file(conflict, second)}`, { bad })
    expect(report).toEqual({ ...nothing, added: 2, bad: 2, firstBad: bad })
    expect(bad).toEqual([
      { number: 2, reason: 'is not JSON', text: 'nonsense' },
      {
        number: 3,
        reason: 'order 1 is stored already with another city; --update replaces it',
        text: writeOrderLine(conflict),
      },
    ])
    expect(await storedOrders(shop)).toEqual([first, second])
  })

  test('a line that is not UTF-8 or too long is bad, and the next one is read', async () => {
    const shop = await shopOn(make())
    const long = `{"comment":"${'x'.repeat(5 * 1_048_576)}"}\n`
    const bytes = Buffer.concat([Buffer.from('{"city":"\xff"}\n', 'latin1'), Buffer.from(long + file(first))])
    const source = inPieces(bytes)
    const bad: BadLine[] = []
    const report = await importOrders({ shop, source, update: false, onBadLine: (line) => void bad.push(line) })
    expect(report).toMatchObject({ added: 1, bad: 2 })
    expect(bad.map(({ number, reason }) => [number, reason])).toEqual([
      [1, 'is not UTF-8 text, or longer than 4 MiB'],
      [2, 'is not UTF-8 text, or longer than 4 MiB'],
    ])
  })

  test('a byte order mark, CRLF, empty lines, comments and a last line without end are read', async () => {
    const shop = await shopOn(make())
    const text = `\uFEFF${writeOrderLine(first)}\r\n\r\n# a remark\n${writeOrderLine(second)}`
    expect(await take(shop, text)).toEqual({ ...nothing, added: 2 })
  })

  test('the same file twice changes nothing', async () => {
    const shop = await shopOn(make())
    await take(shop, file(first, second))
    expect(await take(shop, file(first, second))).toEqual({ ...nothing, same: 2 })
    expect(await storedOrders(shop)).toEqual([first, second])
  })

  test('an order that differs is a conflict, unless it is to be updated', async () => {
    const shop = await shopOn(make())
    await take(shop, file(first))
    const moved = orderOf({ number: 1, email: 'other@example.com', items: [training, { ...training, title: 'more' }] })
    expect((await refusal(shop, file(moved))).firstBad[0]?.reason).toBe(
      'order 1 is stored already with another email, items; --update replaces it',
    )
    expect(await storedOrders(shop)).toEqual([first])
    expect(await take(shop, file(moved), { update: true })).toEqual({ ...nothing, updated: 1 })
    expect(await storedOrders(shop)).toEqual([moved])
    expect(await shop.orders.billsOf('buyer@example.com')).toBeUndefined()
    expect(await shop.orders.billsOf('other@example.com')).toContain('"1":')
  })

  test('progress is told up to the last byte', async () => {
    const shop = await shopOn(make())
    const bytes = Buffer.from(file(first, second))
    const told: unknown[] = []
    await importOrders({ shop, source: inPieces(bytes, 100), update: false, onProgress: (...news) => told.push(news) })
    expect(told.at(-1)).toEqual([bytes.length, 2, 'finishing'])
    expect(told.length).toBeGreaterThan(2)
  })

  test('what was exported imports into an empty shop and exports byte for byte the same', async () => {
    const database = make()
    const store = await database.open()
    let shops = 0
    const emptyShop = async (): Promise<ShopStore> =>
      store.forShop((await store.shops.create(`shop${(shops += 1)}`, tester)).id, tester)
    const exported = async (shop: ShopStore): Promise<string> =>
      (await Array.fromAsync(exportNdjson(shop.orders.all()))).join('')
    await fc.assert(
      fc.asyncProperty(anyOrders, async (orders) => {
        const [from, to] = [await emptyShop(), await emptyShop()]
        await take(from, file(...orders))
        const text = await exported(from)
        await take(to, text)
        expect(await exported(to)).toBe(text)
        expect(text.split('\n').length - 1).toBe(orders.length)
      }),
      { numRuns: 20 },
    )
  })
})
