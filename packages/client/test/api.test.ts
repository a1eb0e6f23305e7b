/** The functions of the order API, against a real service. */
import { describe, expect, test } from 'vitest'
import { functions, functions2 } from '../../server/src/functions/registry.ts'
import { alice, bob } from '../../server/test/service.ts'
import { tester } from '../../server/test/tester.ts'
import { Billkeep } from '../src/billkeep.ts'
import { AnswerError, ApiError, BillkeepError } from '../src/errors.ts'
import { addressOf, clientOf, onLoopback, serviceOfNow, shopWithCourse, watched } from './shop.ts'

test.each([...Object.keys(functions), ...Object.keys(functions2)])('%s is a method', (name) => {
  expect(Billkeep.prototype).toHaveProperty(name)
})

test('a customer’s orders', async () => {
  const billkeep = await clientOf(await serviceOfNow())
  expect(await billkeep.GetBills({ email: 'Buyer@Example.com' })).toEqual({
    '258367': { '12549': { good_name: 'payment', good_title: 'payment for training' } },
    '258368': {
      '28363': { good_name: '222', good_title: '222 ways' },
      '13011': { good_name: 'sales', good_title: 'sales in cinemas' },
    },
  })
  expect(Object.keys(await billkeep.GetBills({ email: 'анна@пример.рф', pay_status: 'return' }))).toEqual(['258369'])
})

test('the life of an order', async () => {
  const { billkeep } = await shopWithCourse()
  const { bill_id } = await billkeep.CreateOrder({
    goods: [{ good_name: 'course', good_sum: 1500.5 }],
    bill_email: 'a~b+c@example.com',
    bill_first_name: "Анна (O'Neil) *~! 🎓",
    bill_timer_kill: false,
    bill_created: 1_700_000_000,
    utm: { utm_medium: 'cpc', utm_source: 'news letter' },
  })
  await billkeep.UpdateOrderStatus({ bill_id, status: 'paid', date: 1_700_003_600 })
  expect(await billkeep.getOrderDetails({ bill_id, good_info: true })).toMatchObject({
    id: bill_id,
    first_name: "Анна (O'Neil) *~! 🎓",
    email: 'a~b+c@example.com',
    created: 1_700_000_000,
    pay_status: 'paid',
    paid: 1_700_003_600,
    price: '1500.50',
    utm: { medium: 'cpc', source: 'news letter' },
    items: [{ id: 'course', sum: '1500.50', price: '2000.00' }],
    good_ids: expect.stringMatching(/^\d+$/) as unknown,
  })
  const [listed] = await billkeep.getOrdersWithGoods({
    begin_date: '14.11.2023',
    end_date: '15.11.2023',
    goods: ['course'],
  })
  expect(listed?.id).toBe(bill_id)
  expect(await billkeep.GetOrders({ date_s: 1_700_000_000, date_e: 1_700_000_000, goods: 'course' })).toHaveLength(1)
  expect(await billkeep.GetOrderInfo({ bill_id: String(bill_id) })).toMatchObject({
    link: expect.stringMatching(/^\/bill\//) as unknown,
  })
  await billkeep.DeleteOrder({ bill_id })
  await expect(billkeep.GetOrderInfo({ bill_id })).rejects.toMatchObject({ reason: 'orderNotFound', code: 400 })
})

test('products, with settings that are only kept', async () => {
  const service = await serviceOfNow()
  await service.store.shops.create('empty', tester, { key: alice.key })
  const billkeep = await clientOf(service, { baseUrl: addressOf(service, 'empty'), login: 'empty' })
  await expect(billkeep.GetAllGoods()).rejects.toMatchObject({ reason: 'noProducts' })
  const { good_id } = await billkeep.AddGood({
    good_name: 'ebook',
    good_type: '0',
    good_title: 'Recipes',
    good_sum: 990,
    good_timer: true,
    good_timer_unit: 'day',
    good_timer_duration: 3,
    good_letter_subject: 'Thank you',
  })
  await billkeep.UpdateGood({ good_name: 'ebook', good_title: 'New recipes', good_sum: '1000.00' })
  expect(await billkeep.GetAllGoods()).toEqual([
    { good_id, good_name: 'ebook', good_title: 'New recipes', good_sum: '1000.00', good_type: '0' },
  ])
  await billkeep.DeleteGood({ good_name: 'ebook' })
})

test('API 2.0, and a function by its name, its parameters as an object or in the order of a Map', async () => {
  const { billkeep } = await shopWithCourse()
  const { bill_id } = await billkeep.createorder({
    customer_email: 'buyer@example.com',
    product_names: 'course',
    order_status: 'Paid',
  })
  expect(bill_id).toBeGreaterThan(0)
  expect((await billkeep.getgoods()).at(-1)).toMatchObject({ good_name: 'course', good_title: 'The course' })
  expect(await billkeep.getcoupons()).toEqual([])
  expect(await billkeep.call<readonly unknown[]>('getcoupons', {}, { version: 2, kind: 'read' })).toEqual([])
  const bills = await billkeep.call<object>('GetBills', new Map([['email', 'buyer@example.com']]))
  expect(bills).toEqual(await billkeep.GetBills({ email: 'buyer@example.com' }))
  expect(await billkeep.call('getgoods', new Map(), { version: 2 })).toEqual(await billkeep.getgoods())
  await expect(billkeep.call('GetNothing')).rejects.toMatchObject({ reason: 'wrongData', functionName: 'GetNothing' })
})

test('on a host that stands for the shop, and with a login in capitals', async () => {
  const service = await serviceOfNow()
  const onHost = new Billkeep({ baseUrl: `http://alice.localhost:${service.port}/`, ...alice, fetch: onLoopback })
  expect(Object.keys(await onHost.GetBills({ email: 'buyer@example.com' }))).toHaveLength(2)
  const bobs = new Billkeep({ baseUrl: addressOf(service, 'Bob'), login: ' Bob ', key: ` ${bob.key}\n` })
  expect(Object.keys(await bobs.GetBills({ email: 'only@bob.example' }))).toEqual(['1'])
})

describe('refusals', () => {
  test('have the name of their code, and say in words what is wrong', async () => {
    const billkeep = await clientOf(await serviceOfNow())
    const refusal = await billkeep.GetBills({ email: 'nobody@example.com' }).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ApiError)
    expect(refusal).toBeInstanceOf(BillkeepError)
    expect(refusal).toMatchObject({
      name: 'ApiError',
      reason: 'orderNotFound',
      code: 400,
      text: 'Order not found',
      result: [],
      functionName: 'GetBills',
      message: 'GetBills: Order not found (error 400). There is no order for this e-mail address or number.',
    })
  })

  test('of an order that is there already give its number', async () => {
    const { billkeep } = await shopWithCourse()
    const order = { goods: [{ good_name: 'course' }], bill_email: 'buyer@example.com' }
    const { bill_id } = await billkeep.CreateOrder(order)
    await expect(billkeep.CreateOrder(order)).rejects.toMatchObject({ reason: 'orderExists', result: { bill_id } })
  })

  test('of an unknown login are believed without a key', async () => {
    const service = await serviceOfNow()
    const nobody = new Billkeep({
      baseUrl: addressOf(service, 'nobody'),
      login: 'nobody',
      key: 'any',
      requireSignature: true,
    })
    await expect(nobody.GetBills({ email: 'buyer@example.com' })).rejects.toMatchObject({ reason: 'unknownUser' })
  })

  test('with a wrong key are not believed: whoever answers has another', async () => {
    const billkeep = await clientOf(await serviceOfNow(), { key: 'wrong' })
    const error = await billkeep.GetBills({ email: 'buyer@example.com' }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(AnswerError)
    expect(error).toMatchObject({ reason: 'wrong hash' })
    expect(String(error)).toContain("the key is not the shop's")
  })

  test.each([
    ['login', { login: undefined }],
    ['key', { key: ' ' }],
  ])('of a call without «%s» come before anything is sent', async (name, missing) => {
    const { fetch, asked } = watched()
    const billkeep = new Billkeep({ baseUrl: 'http://127.0.0.1:1', ...alice, ...missing, fetch })
    await expect(billkeep.GetBills({ email: 'buyer@example.com' })).rejects.toThrow(`needs the option «${name}»`)
    expect(asked).toEqual([])
  })
})

describe('an answer', () => {
  async function answerChanged(change: (text: string, headers: Headers) => string, options = {}) {
    const changed = async (url: string, init: RequestInit): Promise<Response> => {
      const response = await fetch(url, init)
      const headers = new Headers(response.headers)
      const body = change(await response.text(), headers)
      return new Response(body, { status: response.status, headers })
    }
    const billkeep = await clientOf(await serviceOfNow(), { fetch: changed, ...options })
    return billkeep.GetBills({ email: 'buyer@example.com' })
  }

  test('that was changed on its way is refused, though its old hash fits', async () => {
    const tampered = answerChanged((text) => text.replace('payment for training', 'payment for nothing!'))
    await expect(tampered).rejects.toMatchObject({ name: 'AnswerError', reason: 'wrong signature' })
  })

  test('without the second signature is believed only where none is asked for', async () => {
    const strip = (text: string, headers: Headers): string => {
      headers.delete('billkeep-signature')
      return text
    }
    expect(Object.keys(await answerChanged(strip))).toHaveLength(2)
    await expect(answerChanged(strip, { requireSignature: true })).rejects.toMatchObject({ reason: 'no signature' })
    expect(Object.keys(await answerChanged((text) => text, { requireSignature: true }))).toHaveLength(2)
  })

  test('to another call, recorded and sent again, is refused', async () => {
    let recorded: Response | undefined
    const replaying = async (url: string, init: RequestInit): Promise<Response> => {
      recorded ??= await fetch(url, init)
      return recorded.clone()
    }
    const billkeep = await clientOf(await serviceOfNow(), { fetch: replaying })
    await billkeep.GetBills({ email: 'buyer@example.com' })
    await expect(billkeep.GetBills({ email: 'other@example.com' })).rejects.toMatchObject({ reason: 'wrong signature' })
  })

  test('of another time is refused', async () => {
    const [past, future] = [
      await serviceOfNow({ clock: () => Date.now() - 400_000 }),
      await serviceOfNow({ clock: () => Date.now() + 400_000 }),
    ]
    const ask = async (service: typeof past): Promise<unknown> =>
      (await clientOf(service)).GetBills({ email: 'buyer@example.com' })
    await expect(ask(past)).rejects.toMatchObject({ reason: 'too old' })
    await expect(ask(future)).rejects.toMatchObject({ reason: 'too new' })
  })

  test.each([
    ['not JSON', '<html>'],
    ['no envelope', '[]'],
    ['no envelope', '{"error_code":0,"error_text":"OK","result":[]}'],
    ['no envelope', '{"error_code":"x","error_text":"OK","result":[],"hash":"0"}'],
    ['wrong hash', '{"error_code":0,"error_text":"OK","result":[],"hash":"0"}'],
  ])('that is %s is refused', async (reason, text) => {
    await expect(answerChanged(() => text)).rejects.toMatchObject({ name: 'AnswerError', reason })
  })
})
