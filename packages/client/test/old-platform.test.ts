/** Answers as the old platform writes them: no second signature, PHP's looser types. */
import { signReply } from '@billkeep/wire/signature.ts'
import { expect, test } from 'vitest'
import { Billkeep } from '../src/billkeep.ts'
import { watched } from './shop.ts'

const key = 'demo-key-#1=[%]-0123456789abcdef'

function oldShop(answer: string) {
  const { fetch, asked } = watched(async () => new Response(answer, { headers: { 'content-type': 'text/html' } }))
  return { asked, billkeep: new Billkeep({ baseUrl: 'http://alice.justclick.ru/', login: 'alice', key, fetch }) }
}

test('a call goes to LOGIN.HOST/api/NAME, signed as the protocol’s page has it', async () => {
  const { billkeep, asked } = oldShop(
    `{"error_code":0,"error_text":"OK","result":{},"hash":"${signReply(0, 'OK', key)}"}`,
  )
  await billkeep.GetBills({ email: 'test@example.com', pay_status: 'paid' })
  expect(asked).toEqual([
    {
      url: 'http://alice.justclick.ru/api/GetBills',
      init: {
        method: 'POST',
        redirect: 'manual',
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
        body: 'email=test%40example.com&pay_status=paid&hash=ba9b970a5f1203598fb32367e79834c0',
        signal: expect.any(AbortSignal) as unknown,
      },
    },
  ])
})

test('a code that is text, a hash in capitals, and no result, are understood', async () => {
  const { billkeep } = oldShop(`{"error_code":"0","error_text":"ok","hash":"${signReply(0, 'ok', key).toUpperCase()}"}`)
  expect(await billkeep.call('DeleteSubscribe', { lead_email: 'a@example.com', rass_name: 'all' })).toEqual([])
})

test('texts with escapes are hashed as what they mean', async () => {
  const text = 'Заказ не найден'
  const escaped = JSON.stringify(text).replaceAll(
    /[^\0-\x7f]/g,
    (letter) => String.raw`\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const { billkeep } = oldShop(
    `{"error_code":400,"error_text":${escaped},"result":[],"hash":"${signReply(400, text, key)}"}`,
  )
  await expect(billkeep.GetBills({ email: 'a@example.com' })).rejects.toMatchObject({ reason: 'orderNotFound', text })
})

test('a code that only the old platform knows is told as it is', async () => {
  const { billkeep } = oldShop(
    `{"error_code":999,"error_text":"What","result":null,"hash":"${signReply(999, 'What', key)}"}`,
  )
  await expect(billkeep.call('GetX')).rejects.toMatchObject({
    reason: 'unknown',
    code: 999,
    message: 'GetX: What (error 999).',
    result: [],
  })
})

test('an order of keys that an object cannot have is given by a Map', async () => {
  const { billkeep, asked } = oldShop(
    `{"error_code":0,"error_text":"OK","result":{},"hash":"${signReply(0, 'OK', key)}"}`,
  )
  const goods = new Map([
    [1, { good_name: 'b' }],
    [0, { good_name: 'a' }],
  ])
  await billkeep.call('CreateOrder', { goods, bill_email: 'x@example.com' })
  expect(asked[0]?.init.body).toBe(
    'goods%5B1%5D%5Bgood_name%5D=b&goods%5B0%5D%5Bgood_name%5D=a&bill_email=x%40example.com&hash=73eb8926d1ffd51db0fe915be9588d73',
  )
})
