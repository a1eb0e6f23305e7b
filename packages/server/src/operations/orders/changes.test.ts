import { describe, expect, test } from 'vitest'
import { draftOf } from '../../../test/scenario.ts'
import type { Service } from '../../../test/service.ts'
import { aliceOf, callV1, tokenFor, withCourse } from '../../../test/v1.ts'

/** An order for a course of 2,000.00 that waits for payment. */
async function withWaiting(): Promise<{ service: Service; token: string; at: string }> {
  const service = await withCourse()
  const placed = await (await aliceOf(service)).orders.place(draftOf())
  if (!('number' in placed)) throw new Error(placed.outcome)
  return { service, token: await tokenFor(service), at: `/orders/${placed.number}` }
}

describe('a payment', () => {
  test('of all that is due makes the order paid, and said again changes nothing', async () => {
    const { service, token, at } = await withWaiting()
    const body = { method: 'card', paid_at: '2026-01-31T19:00:00+01:00' }
    const paid = {
      status: 'paid',
      paid_at: '2026-01-31T18:00:00.000Z',
      payment_method: 'card',
      amount_paid: 200_000,
      amount_due: 0,
    }
    expect(await callV1(service, { at: `${at}/pay`, token, body })).toMatchObject({ status: 200, json: paid })
    expect(await callV1(service, { at: `${at}/pay`, token, body: {} })).toMatchObject({ status: 200, json: paid })
    expect(await callV1(service, { at: `${at}/timeline`, token })).toMatchObject({
      json: {
        data: [
          { event: 'evt_2', type: 'order.created' },
          { event: 'evt_3', type: 'order.paid' },
        ],
      },
    })
  })

  test('of a part is a prepayment, of the rest makes it paid', async () => {
    const { service, token, at } = await withWaiting()
    const pay = async (amount: number) => callV1(service, { at: `${at}/pay`, token, body: { amount } })
    expect(await pay(50_000)).toMatchObject({ json: { status: 'waiting', amount_paid: 50_000, amount_due: 150_000 } })
    expect(await pay(150_001)).toMatchObject({
      status: 422,
      json: { errors: [{ in: 'body', field: 'amount', detail: 'Only 150000 is due.' }] },
    })
    expect(await pay(150_000)).toMatchObject({ json: { status: 'paid' } })
    expect(await pay(1)).toMatchObject({ status: 409, json: { type: '/v1/problems/wrong-state' } })
  })

  test.each([{ amount: 0 }, { amount: 1.5 }, { amount: '100' }, { paid_at: 'yesterday' }, { paid: true }])(
    '%j is refused',
    async (body) => {
      const { service, token, at } = await withWaiting()
      expect(await callV1(service, { at: `${at}/pay`, token, body })).toMatchObject({ status: 422 })
    },
  )
})

test('an order is cancelled, and can still be paid', async () => {
  const { service, token, at } = await withWaiting()
  const cancelled = { status: 200, json: { status: 'cancelled' } }
  expect(await callV1(service, { at: `${at}/cancel`, method: 'POST', token })).toMatchObject(cancelled)
  expect(await callV1(service, { at: `${at}/cancel`, method: 'POST', token })).toMatchObject(cancelled)
  expect(await callV1(service, { at: `${at}/return`, method: 'POST', token })).toMatchObject({
    status: 409,
    json: { detail: expect.stringMatching(/^Order \d+ is cancelled and cannot be returned\.$/) as unknown },
  })
  expect(await callV1(service, { at: `${at}/send`, token, body: {} })).toMatchObject({ status: 409 })
  expect(await callV1(service, { at: `${at}/pay`, token, body: {} })).toMatchObject({ json: { status: 'paid' } })
  expect(await callV1(service, { at: `${at}/cancel`, method: 'POST', token })).toMatchObject({ status: 409 })
})

test('a paid order is sent and returned', async () => {
  const { service, token, at } = await withWaiting()
  await callV1(service, { at: `${at}/pay`, token, body: {} })
  const body = { tracking_number: 'RA1', sent_at: '2026-02-01T00:00:00Z' }
  expect(await callV1(service, { at: `${at}/send`, token, body })).toMatchObject({
    status: 200,
    json: { status: 'paid', tracking_number: 'RA1', sent_at: '2026-02-01T00:00:00.000Z' },
  })
  const returned = { status: 200, json: { status: 'returned' } }
  expect(await callV1(service, { at: `${at}/return`, method: 'POST', token })).toMatchObject(returned)
  expect(await callV1(service, { at: `${at}/return`, method: 'POST', token })).toMatchObject(returned)
  expect(await callV1(service, { at: `${at}/pay`, token, body: {} })).toMatchObject({ status: 409 })
})

test('an order is deleted; what happened to it is still known', async () => {
  const { service, token, at } = await withWaiting()
  expect(await callV1(service, { at, method: 'DELETE', token })).toMatchObject({ status: 204, text: '' })
  expect(await callV1(service, { at, token })).toMatchObject({ status: 404 })
  expect(await callV1(service, { at, method: 'DELETE', token })).toMatchObject({ status: 404 })
  expect(await callV1(service, { at: `${at}/pay`, token, body: {} })).toMatchObject({ status: 404 })
  expect(await callV1(service, { at: `${at}/timeline`, token })).toMatchObject({
    json: { data: [{ type: 'order.created' }, { type: 'order.deleted' }] },
  })
})

test('a deleted order is restored as it was', async () => {
  const { service, token, at } = await withWaiting()
  const before = await callV1(service, { at, token })
  const restore = { at: `${at}/restore`, method: 'POST', token }
  expect(await callV1(service, restore)).toMatchObject({ status: 200, json: before.json })
  await callV1(service, { at, method: 'DELETE', token })
  expect(await callV1(service, restore)).toMatchObject({ status: 200, json: before.json })
  expect(await callV1(service, { at, token })).toMatchObject({ status: 200, json: before.json })
  expect(await callV1(service, { at: `${at}/timeline`, token })).toMatchObject({
    json: { data: [{ type: 'order.created' }, { type: 'order.deleted' }, { type: 'order.restored' }] },
  })
})

test('tag and comment change, each alone', async () => {
  const { service, token, at } = await withWaiting()
  const patch = async (body: unknown) => callV1(service, { at, method: 'PATCH', token, body })
  expect(await patch({ tag: ' vip ' })).toMatchObject({ status: 200, json: { tag: 'vip', comment: '' } })
  expect(await patch({ comment: 'Called.' })).toMatchObject({ json: { tag: 'vip', comment: 'Called.' } })
  expect(await patch({})).toMatchObject({ json: { tag: 'vip', comment: 'Called.' } })
  expect(await patch({ tag: '' })).toMatchObject({ json: { tag: '' } })
  expect(await patch({ status: 'paid' })).toMatchObject({ status: 422 })
  expect(await patch({ tag: 'x'.repeat(10_001) })).toMatchObject({ status: 422 })
})

test.each(['pay', 'send', 'cancel', 'return', 'restore'])(
  'to %s an order that is not there is refused',
  async (verb) => {
    const service = await withCourse()
    const token = await tokenFor(service)
    expect(await callV1(service, { at: `/orders/77/${verb}`, method: 'POST', token })).toMatchObject({
      status: 404,
      json: { detail: 'There is no order 77.' },
    })
  },
)
