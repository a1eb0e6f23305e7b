import { expect, test } from 'vitest'
import { callerOf, withCourse } from '../../../test/v1.ts'

const order = { email: 'anna@example.com', items: [{ product: 'course' }] }
const moment = '2026-01-31T18:00:00.000Z'

test.each([
  [{ paid_at: moment }, 'paid_at', 'waiting'],
  [{ paid_at: moment, status: 'cancelled' }, 'paid_at', 'cancelled'],
  [{ cancels_at: moment, status: 'paid' }, 'cancels_at', 'paid'],
])('%j is refused: the time would count for nothing', async (changes, field, status) => {
  const call = await callerOf(await withCourse(), ['orders:write'])
  const { status: code, json } = await call({ at: '/orders', body: { ...order, ...changes } })
  expect([code, json]).toMatchObject([422, { errors: [{ in: 'body', field }] }])
  expect(JSON.stringify(json)).toContain(`this one is to be taken as ${status}`)
})

test.each([
  [
    { paid_at: moment, status: 'returned' },
    { paid_at: moment, status: 'returned' },
  ],
  [
    { cancels_at: null, status: 'paid' },
    { cancels_at: null, status: 'paid' },
  ],
  [{ cancels_at: moment }, { cancels_at: moment, status: 'waiting' }],
])('%j is taken', async (changes, expected) => {
  const call = await callerOf(await withCourse(), ['orders:write'])
  expect(await call({ at: '/orders', body: { ...order, ...changes } })).toMatchObject({ status: 201, json: expected })
})
