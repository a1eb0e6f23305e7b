import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Service, startService } from '../../../test/service.ts'
import { aliceOf, callerOf, type CallerV1 } from '../../../test/v1.ts'

interface List {
  readonly data: readonly { readonly name: string }[]
  readonly next_cursor: string | null
}

let call: CallerV1
let service: Service

beforeAll(async () => {
  service = await startService()
  const { products } = await aliceOf(service)
  for (const { name } of await products.list()) await products.remove(name)
  call = await callerOf(service, ['products:write'])
  for (const [name, title, kind] of [
    ['course', 'Курс: Ёлки', 'digital'],
    ['apron', 'Apron of the COURSE', 'physical'],
    ['gift_100%', 'Gift', 'floating'],
  ] as const) {
    await call({ at: '/products', body: { name, title, kind, price: 1 } })
  }
})
afterAll(() => service.close())

test.each([
  ['', ['course', 'apron', 'gift_100%']],
  ['q=', ['course', 'apron', 'gift_100%']],
  ['q=course', ['course', 'apron']],
  [`q=${encodeURIComponent('ЁЛКИ курс')}`, ['course']],
  ['q=100%25', ['gift_100%']],
  ['q=_', ['gift_100%']],
  ['q=nothing', []],
  ['kind=physical', ['apron']],
  ['kind=physical&q=gift', []],
  ['limit=2', ['course', 'apron']],
])('«%s» finds %j', async (query, names) => {
  const { status, json } = await call({ at: `/products?${query}` })
  expect(status).toBe(200)
  expect((json as List).data.map(({ name }) => name)).toEqual(names)
})

test.each(['', 'q=r&'])('pages follow each other (%s)', async (query) => {
  const names: string[] = []
  let cursor = ''
  for (let pages = 0; pages < 5; pages += 1) {
    const { json } = await call({ at: `/products?${query}limit=1${cursor}` })
    const { data, next_cursor: next } = json as List
    names.push(...data.map(({ name }) => name))
    if (next === null) break
    cursor = `&cursor=${next}`
  }
  expect(names).toEqual(query === '' ? ['course', 'apron', 'gift_100%'] : ['course', 'apron'])
})

test.each([
  ['limit=0', 'limit'],
  ['limit=201', 'limit'],
  ['limit=1.5', 'limit'],
  ['limit=', 'limit'],
  ['limit=1&limit=2', 'limit'],
  ['cursor=x', 'cursor'],
  ['cursor=', 'cursor'],
  ['kind=book', 'kind'],
  ['q=a&q=b', 'q'],
  [`q=${'x'.repeat(201)}`, 'q'],
  ['page=2', 'page'],
])('%#: a wrong query is refused', async (query, field) => {
  expect(await call({ at: `/products?${query}` })).toMatchObject({
    status: 422,
    json: { errors: [{ in: 'query', field }] },
  })
})
