import { expect, test } from 'vitest'
import { alice, call, signed, testService } from '../../../test/service.ts'
import { writeForm } from '@billkeep/wire/form.ts'
import { formFrom } from '@billkeep/wire/form-data.ts'
import { tester } from '../../../test/tester.ts'

const form = { bill_email: 'a@b.c', goods: [{ good_name: 'payment' }] }
const form2 = { customer_email: 'a@b.c', product_names: 'payment' }

test('an order that the store cannot take is answered with 602, and the log says why', async () => {
  const service = await testService()
  const shop = service.store.forShop((await service.store.shops.get('alice')).id, tester)
  const place = async (): Promise<never> => {
    throw new Error('The disk is full.')
  }
  service.store.forShop = () => ({ ...shop, orders: { ...shop.orders, place } })
  const refused = { status: 200, code: 602, text: 'Error creating order', result: [] }
  expect(await call(service, { target: '/api/CreateOrder', body: signed(form) })).toEqual(refused)
  const body = writeForm(formFrom({ ...form2, rpsKey: alice.key }))
  expect(await call(service, { target: '/api/createorder', body })).toEqual(refused)
  expect(service.log.filter((line) => line.includes('The disk is full.'))).toHaveLength(2)
})

test("a country is shown in the shop's language, and a time is one of the shop's zone", async () => {
  const service = await testService()
  const { id } = await service.store.shops.configure('alice', tester, { language: 'ru', timeZone: 'Europe/Moscow' })
  const fields = { ...form2, customer_shipping_country_code: 'DE', order_created_at: '30.01.2020 04:22:16' }
  const body = writeForm(formFrom({ ...fields, rpsKey: alice.key }))
  const { result } = await call(service, { target: '/api/createorder', body })
  expect(await service.store.forShop(id, tester).orders.get((result as { bill_id: number }).bill_id)).toMatchObject({
    country: 'Германия',
    created: Date.UTC(2020, 0, 30, 1, 22, 16),
  })
})

test('a call of API 2.0 that is sent again within ten minutes makes no second order', async () => {
  const service = await testService()
  const ask = async (fields = {}): Promise<unknown> => {
    const body = writeForm(formFrom({ ...form2, ...fields, order_status: 'Paid', rpsKey: alice.key }))
    return (await call(service, { target: '/api/createorder', body })).result
  }
  const first = await ask()
  service.clock.now += 599_000
  expect(await ask()).toEqual(first)
  expect(await ask({ order_tag: 'other' })).not.toEqual(first)
  expect(await ask({ my_number: '1' })).not.toEqual(first)
  expect(await ask({ my: { number: '1' } })).not.toEqual(await ask({ my: { number: '2' } }))
  service.clock.now += 2_000
  expect(await ask()).not.toEqual(first)
})

test('a call of API 2.0 that is sent again finds its order though the product has gone', async () => {
  const service = await testService()
  const ask = async (): Promise<unknown> => {
    const body = writeForm(formFrom({ ...form2, rpsKey: alice.key }))
    return call(service, { target: '/api/createorder', body })
  }
  const first = await ask()
  const { id } = await service.store.shops.get('alice')
  await service.store.forShop(id, tester).products.remove('payment')
  expect(await ask()).toEqual(first)
})
