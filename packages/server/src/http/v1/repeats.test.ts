import { describe, expect, test } from 'vitest'
import { addProduct } from '../../../test/scenario.ts'
import { testService } from '../../../test/service.ts'
import { aliceOf, callV1, tokenFor, withCourse } from '../../../test/v1.ts'

const order = { email: 'new@example.com', items: [{ product: 'course' }] }

describe('calls that are repeated', () => {
  test('with the same key give the same answer and change nothing twice', async () => {
    const service = await withCourse()
    const token = await tokenFor(service)
    const call = { at: '/orders', token, body: order, headers: { 'idempotency-key': 'one' } }
    const first = await callV1(service, call)
    const second = await callV1(service, call)
    expect(second).toMatchObject({ status: 201, text: first.text })
    expect(first.headers.get('idempotent-replayed')).toBe(null)
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect(await (await aliceOf(service)).orders.count()).toBe(4)
  })

  test('without a key are two calls', async () => {
    const service = await withCourse()
    const token = await tokenFor(service)
    await callV1(service, { at: '/orders', token, body: order })
    await callV1(service, { at: '/orders', token, body: order })
    expect(await (await aliceOf(service)).orders.count()).toBe(5)
  })

  test('with the same key and another body are refused', async () => {
    const service = await withCourse()
    const token = await tokenFor(service)
    const headers = { 'idempotency-key': 'one' }
    await callV1(service, { at: '/orders', token, body: order, headers })
    expect(await callV1(service, { at: '/orders', token, body: { ...order, tag: 'x' }, headers })).toMatchObject({
      status: 422,
      json: { type: '/v1/problems/idempotency-key-reused' },
    })
  })

  test('a key is of one token, and ends after 24 hours', async () => {
    const service = await withCourse()
    const [token, other] = [await tokenFor(service), await tokenFor(service)]
    const call = { at: '/orders', body: order, headers: { 'idempotency-key': 'one' } }
    const first = await callV1(service, { ...call, token })
    expect((await callV1(service, { ...call, token: other })).text).not.toBe(first.text)
    service.clock.now += 24 * 3_600_000 - 1
    expect((await callV1(service, { ...call, token })).text).toBe(first.text)
    service.clock.now += 1
    expect((await callV1(service, { ...call, token })).text).not.toBe(first.text)
  })

  test('a refusal is kept as well', async () => {
    const service = await testService()
    const token = await tokenFor(service)
    const call = { at: '/orders', token, body: order, headers: { 'idempotency-key': 'one' } }
    expect(await callV1(service, call)).toMatchObject({ status: 422 })
    await addProduct(await aliceOf(service), { name: 'course' })
    const second = await callV1(service, call)
    expect(second).toMatchObject({ status: 422, json: { detail: 'There is no product «course».' } })
    expect(second.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  })

  test('errors of our own are not kept', async () => {
    const service = await withCourse()
    const token = await tokenFor(service)
    const call = { at: '/orders', token, body: order, headers: { 'idempotency-key': 'one' } }
    const { store } = service
    const transaction = store.transaction.bind(store)
    service.store.transaction = async () => Promise.reject(new Error('The disk is on fire.'))
    expect(await callV1(service, call)).toMatchObject({ status: 500, json: { type: '/v1/problems/internal' } })
    service.store.transaction = transaction
    expect(await callV1(service, call)).toMatchObject({ status: 201 })
  })

  test('while the first is under way are told so', async () => {
    const service = await withCourse()
    const token = await tokenFor(service)
    const call = { at: '/orders', token, body: order, headers: { 'idempotency-key': 'one' } }
    const { store } = service
    const transaction = store.transaction.bind(store)
    const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    service.store.transaction = async (...args) => {
      begun.resolve()
      await gate.promise
      return transaction(...args)
    }
    const first = callV1(service, call)
    await begun.promise
    const second = await callV1(service, call)
    expect(second).toMatchObject({ status: 409, json: { type: '/v1/problems/request-in-progress' } })
    expect(second.headers.get('retry-after')).toBe('1')
    gate.resolve()
    expect(await first).toMatchObject({ status: 201 })
  })

  test.each(['', 'a b', 'ё'.repeat(2), 'x'.repeat(256)])('the key %j is refused', async (key) => {
    const service = await withCourse()
    const token = await tokenFor(service)
    const headers = { 'idempotency-key': Buffer.from(key).toString('latin1') }
    expect(await callV1(service, { at: '/orders', token, body: order, headers })).toMatchObject({
      status: 422,
      json: { errors: [{ in: 'header', field: 'Idempotency-Key' }] },
    })
  })
})
