import { expect, test } from 'vitest'
import { draftOf } from '../../../test/scenario.ts'
import type { Service } from '../../../test/service.ts'
import { aliceOf, callerOf, type CallerV1, withCourse } from '../../../test/v1.ts'

/** Events: 1 product.created, 2 order.created, 3 order.paid, 4 order.deleted. */
async function withEvents(): Promise<{ readonly service: Service; readonly call: CallerV1; readonly number: number }> {
  const service = await withCourse()
  const { orders } = await aliceOf(service)
  const placed = await orders.place(draftOf())
  if (placed.outcome !== 'placed') throw new Error('The shop takes no orders.')
  const { number } = placed
  await orders.change(number, { to: 'paid', at: 1_700_000_000_000, payway: '' })
  await orders.delete(number)
  return { service, call: await callerOf(service, ['events:read']), number }
}

const idsIn = (json: unknown): readonly string[] => (json as { data: { id: string }[] }).data.map(({ id }) => id)

test('events are listed in either direction, by type, after and before others', async () => {
  const { call } = await withEvents()
  const ids = async (query: string): Promise<readonly string[]> => idsIn((await call({ at: `/events${query}` })).json)
  expect(await ids('')).toEqual(['evt_4', 'evt_3', 'evt_2', 'evt_1'])
  expect(await ids('?sort=number')).toEqual(['evt_1', 'evt_2', 'evt_3', 'evt_4'])
  expect(await ids('?sort=number&after=evt_2')).toEqual(['evt_3', 'evt_4'])
  expect(await ids('?after=evt_1&before=evt_4')).toEqual(['evt_3', 'evt_2'])
  expect(await ids('?type=order.paid&type=product.created')).toEqual(['evt_3', 'evt_1'])
  expect(await ids('?type=order.returned')).toEqual([])
})

test.each(['number', '-number'])('pages sorted by %s have each event once', async (sort) => {
  const { call } = await withEvents()
  const seen: string[] = []
  for (let cursor = ''; ;) {
    const { json } = await call({ at: `/events?limit=1&sort=${sort}&after=evt_1${cursor}` })
    seen.push(...idsIn(json))
    const { next_cursor: next } = json as { next_cursor: string | null }
    if (next === null) break
    cursor = `&cursor=${next}`
  }
  expect(sort === 'number' ? seen : seen.toReversed()).toEqual(['evt_2', 'evt_3', 'evt_4'])
})

test('an event has what it is about, as it was right after', async () => {
  const { call, number } = await withEvents()
  expect(await call({ at: '/events/evt_3' })).toMatchObject({
    status: 200,
    json: { id: 'evt_3', type: 'order.paid', order: number, product: null, data: { number, status: 'paid' } },
  })
  expect(await call({ at: '/events/evt_1' })).toMatchObject({
    json: { type: 'product.created', order: null, data: { name: 'course', price: 200_000 } },
  })
})

test('of an event that is too old, it is told that it happened', async () => {
  const { service, call, number } = await withEvents()
  const { retention } = await aliceOf(service)
  await retention.letGo({ eventsMs: -1, deliveriesMs: -1 }, new AbortController().signal)
  expect(await call({ at: '/events/evt_3' })).toMatchObject({
    status: 200,
    json: { id: 'evt_3', type: 'order.paid', order: number, data: null },
  })
})

test('an id that is none is told what one looks like', async () => {
  const { call } = await withEvents()
  expect(await call({ at: '/events?after=3' })).toMatchObject({
    json: { detail: '«after» must be the id of an event, like evt_17.' },
  })
})

test.each(['/events/evt_99', '/events?after=3', '/events?type=order.lost', '/events/17', '/events?cursor=x'])(
  '%s is refused',
  async (at) => {
    const { call } = await withEvents()
    expect((await call({ at })).status).toBe(at.endsWith('evt_99') ? 404 : 422)
  },
)
