/** Which of a function's versions a call means, and what it answers when it succeeds (protocol sections 1 and 10). */
import { describe, expect, test } from 'vitest'
import { alice, call, signed, testService, type Call, type Reply } from '../../test/service.ts'

const refusal = (code: number, text: string, status = 200): Reply => ({ status, code, text, result: [] })
const noHash = refusal(1, 'Not transferred hash')
const wrongHash = refusal(4, 'Incorrect hash')
const email = 'buyer@example.com'

describe('the version of the API', () => {
  const key = encodeURIComponent(alice.key)
  const mistake = (code: number) => ({ status: 200, code })

  /** The two have other parameters, and so miss other things. */
  test.each<[string, Call, number]>([
    ['2.0 with a key', { target: '/api/createorder', body: `customer_email=a@b&rpsKey=${key}` }, 603],
    [
      '2.0 with a key, under the name of 1.0',
      { target: '/api/CreateOrder', body: `bill_email=a@b&rpsKey=${key}` },
      600,
    ],
    ['1.0 with a hash', { target: '/api/CreateOrder', body: signed({ bill_email: 'a@b' }) }, 603],
    [
      '1.0 with a hash, under the name of 2.0',
      { target: '/api/createorder', body: signed({ customer_email: 'a@b' }) },
      600,
    ],
    ['1.0 with an empty key', { target: '/api/createorder', body: signed({ customer_email: 'a@b', rpsKey: '' }) }, 600],
    ['2.0 where there is no other, with a hash', { target: '/api/getgoods', body: signed({}) }, 0],
    ['1.0 where there is no other, with a key', { target: '/api/GETALLGOODS', body: `rpsKey=${key}` }, 0],
  ])('is %s', async (_what, given, code) => {
    expect(await call(await testService(), given)).toMatchObject(mistake(code))
  })

  test('2.0 takes a form in parts and a flat JSON object', async () => {
    const started = await testService()
    const inParts = ['rpsKey', alice.key, 'email', email]
      .map((text, at) =>
        at % 2 === 0 ? `--b\r\nContent-Disposition: form-data; name="${text}"\r\n\r\n` : `${text}\r\n`,
      )
      .join('')
    const parts = { contentType: 'multipart/form-data; boundary=b', body: `${inParts}--b--\r\n` }
    expect(await call(started, parts)).toMatchObject({ code: 0 })
    const contentType = 'application/json; charset=utf-8'
    expect(await call(started, { contentType, body: JSON.stringify({ rpsKey: alice.key, email }) })).toMatchObject({
      code: 0,
    })
    expect(await call(started, { contentType, body: JSON.stringify({ rpsKey: 'x', email }) })).toEqual(wrongHash)
    expect(await call(started, { contentType, body: JSON.stringify({ email, hash: '0' }) })).toEqual(noHash)
  })
})

describe('a success', () => {
  test.each([
    ['GetBills', { email }, 'OK'],
    ['UpdateOrderStatus', { bill_id: '258368', status: 'cancel' }, 'Order status changed'],
    ['DeleteOrder', { bill_id: '258368' }, 'Order deleted'],
  ])('of %s has its own text', async (name, form, text) => {
    expect(await call(await testService(), { target: `/api/${name}`, body: signed(form) })).toMatchObject({
      code: 0,
      text,
    })
  })
})
