import { describe, expect, it } from 'vitest'
import { ApiError, errors, successes } from './errors.ts'

it('the table has every code of the protocol, in order, and each code once', () => {
  const codes = Object.values(errors).map((row) => row.code)
  const documented = [
    [1, 2, 3, 4, 5, 6, 7, 8],
    [100, 101, 102, 103, 104],
    [200, 201, 202, 203, 302, 303, 400, 500, 501],
    [600, 601, 602, 603, 604, 605, 700, 800, 801],
  ]
  expect(codes).toEqual(documented.flat())
})

it('every success has the code 0', () => {
  expect(Object.values(successes).map((row) => row.code)).toEqual([0, 0, 0, 0])
})

it('texts begin with a capital and have no spaces around them', () => {
  for (const { text } of [...Object.values(errors), ...Object.values(successes)]) {
    expect(text).toMatch(/^[A-Z].*\S$/)
  }
})

describe('ApiError', () => {
  it('has the code and text of its row, and an empty result', () => {
    expect(new ApiError('orderNotFound')).toMatchObject({
      name: 'ApiError',
      errorName: 'orderNotFound',
      code: 400,
      text: 'Order not found',
      message: 'Order not found',
      result: [],
    })
  })

  it('adds the tail', () => {
    expect(new ApiError('addressDenied', { tail: '203.0.113.7' }).text).toBe('Permission denied for ip 203.0.113.7')
    expect(new ApiError('subscriptionFailed', { tail: 'no confirmation' }).text).toBe(
      'Subscription error: no confirmation',
    )
    expect(new ApiError('subscriptionForbidden', { tail: 'club' }).text).toBe('Subscription forbidden for club')
  })

  it('carries a result and a cause', () => {
    const cause = new Error('inside')
    const error = new ApiError('orderExists', { result: { bill_id: 258_367 }, cause })
    expect(error.result).toEqual({ bill_id: 258_367 })
    expect(error.cause).toBe(cause)
    expect(error.text).not.toContain('inside')
  })
})
