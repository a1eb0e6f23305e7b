import { expect, test } from 'vitest'
import { testService } from '../../../test/service.ts'
import { callerOf } from '../../../test/v1.ts'

interface List {
  readonly data: readonly { readonly number: number; readonly action: string }[]
  readonly next_cursor: string | null
}

test('who changed what is listed, the latest first, page by page', async () => {
  const call = await callerOf(await testService(), ['audit:read', 'products:write'])
  await call({ at: '/products', body: { name: 'course', title: 'The course', price: 1 } })
  await call({ method: 'PATCH', at: '/products/course', body: { price: 2 } })
  const { status, json } = await call({ at: '/audit' })
  const { data } = json as List
  expect(status).toBe(200)
  expect(data[0]).toMatchObject({
    happened_at: '2026-01-01T00:00:00.000Z',
    face: 'v1',
    actor: expect.stringMatching(/^token 1 test/) as string,
    address: '127.0.0.1',
    action: 'product.changed',
    subject: 'product course',
    details: { priceMinor: { was: 1, is: 2 } },
    hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  })
  expect(data[1]).toMatchObject({ action: 'product.added' })
  expect(data.at(-1)).toMatchObject({ number: 1, action: 'shop.created', address: null })
  const numbers: number[] = []
  for (let cursor = ''; ;) {
    const page = (await call({ at: `/audit?limit=2${cursor}` })).json as List
    numbers.push(...page.data.map(({ number }) => number))
    if (page.next_cursor === null) break
    cursor = `&cursor=${page.next_cursor}`
  }
  expect(numbers).toEqual(data.map(({ number }) => number))
})

test("another shop's audit is not shown", async () => {
  const service = await testService()
  const call = await callerOf(service, ['products:write'])
  await call({ at: '/products', body: { name: 'course', title: 'The course', price: 1 } })
  const other = await callerOf(service, ['audit:read'], 'Bob')
  expect((await other({ at: '/audit' })).text).not.toContain('course')
})

test('the audit is shown to those only who may see it', async () => {
  const call = await callerOf(await testService(), ['tokens:write', 'orders:write', 'shop:write'])
  expect(await call({ at: '/audit' })).toMatchObject({ status: 403 })
  expect(await call({ method: 'DELETE', at: '/audit' })).toMatchObject({ status: 405 })
})

test.each(['limit=0', 'limit=201', 'cursor=x', 'before=5'])('«%s» is refused', async (query) => {
  const call = await callerOf(await testService(), ['audit:read'])
  expect(await call({ at: `/audit?${query}` })).toMatchObject({ status: 422, json: { errors: [{ in: 'query' }] } })
})
