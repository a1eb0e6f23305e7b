import { afterAll, expect, test } from 'vitest'
import { addProduct } from '../../server/test/scenario.ts'
import app from '../src/index.ts'
import { type Connection, connect } from './connection.ts'

type Perform = Parameters<Connection['run']>[0]

interface Action {
  readonly operation: { readonly perform: Perform; readonly inputFields: readonly unknown[] }
}

const actions = { ...app.creates, ...app.searches } as unknown as Readonly<Record<string, Action>>

/** So that none is left out. */
const ran = new Set<string>()
afterAll(() => {
  const missing = Object.keys(actions).filter((key) => !ran.has(key))
  if (missing.length > 0) throw new Error(`Never run: ${missing.join(', ')}.`)
})

async function using(): Promise<Connection & { readonly does: (key: string, inputData: object) => Promise<unknown> }> {
  const connection = await connect()
  return {
    ...connection,
    async does(key, inputData) {
      ran.add(key)
      return connection.run(actions[key]?.operation.perform ?? (() => null), { inputData })
    },
  }
}

const anna = { email: 'anna@example.com', items: [{ product: 'course' }] }

test('an order is created with all that can be said of it', async () => {
  const { does, shop } = await using()
  await addProduct(shop, { name: 'gift', kind: 'floating', priceMinor: 0 })
  const created = await does('create_order', {
    ...anna,
    items: [{ product: 'course' }, { product: 'gift', amount: '19.99' }],
    first_name: 'Anna',
    phone: '',
    utm_source: 'newsletter',
    attributes: { ip: '203.0.113.7' },
    created_at: '2026-01-31T21:00:00+0300',
    cancels_at: '2026-02-03T18:00:00Z',
    tag: 4711,
  })
  expect(created).toMatchObject({
    customer: { email: 'anna@example.com', first_name: 'Anna', phone: '' },
    items: [
      { name: 'course', amount: 2_000, list_price: 2_000 },
      { name: 'gift', amount: 19.99 },
    ],
    total: 2_019.99,
    amount_due: 2_019.99,
    status: 'waiting',
    created_at: '2026-01-31T18:00:00.000Z',
    cancels_at: '2026-02-03T18:00:00.000Z',
    utm: { source: 'newsletter', medium: '' },
    attributes: { ip: '203.0.113.7' },
    tag: '4711',
  })
})

test('with a repeat key, a step that is repeated makes one order', async () => {
  const { does } = await using()
  const first = await does('create_order', { ...anna, repeat_key: 'строка 7' })
  expect(await does('create_order', { ...anna, repeat_key: 'строка 7' })).toEqual(first)
  expect(await does('create_order', { ...anna, repeat_key: 'строка 8' })).not.toEqual(first)
  expect(await does('find_orders', { email: anna.email })).toHaveLength(2)
  const long = 'строка '.repeat(50)
  const once = await does('create_order', { ...anna, repeat_key: long })
  expect(await does('create_order', { ...anna, repeat_key: long })).toEqual(once)
  expect(await does('create_order', { ...anna, repeat_key: `${long}2` })).not.toEqual(once)
})

test('with a repeat key, a step that is repeated books a payment once', async () => {
  const { does } = await using()
  const row = { repeat_key: 'row 7' }
  const { number } = (await does('create_order', { ...anna, ...row })) as { readonly number: number }
  const part = { number, status: 'paid', amount: '500', ...row }
  expect(await does('update_order_status', part)).toMatchObject({ amount_due: 1_500 })
  expect(await does('update_order_status', part)).toMatchObject({ amount_due: 1_500 })
  expect(await does('update_order_status', { ...part, repeat_key: 'row 8' })).toMatchObject({ amount_due: 1_000 })
})

test('what is wrong is said as Billkeep says it', async () => {
  const { does } = await using()
  await expect(does('create_order', { ...anna, items: [{ product: 'cakes' }] })).rejects.toThrow(
    'There is no product «cakes».',
  )
  await expect(does('create_order', { ...anna, created_at: 'soon' })).rejects.toThrow('«created_at»')
  await expect(does('update_order_status', { number: '99', status: 'paid' })).rejects.toThrow('There is no order 99.')
  await expect(does('update_order_status', { number: '', status: 'paid' })).rejects.toThrow('a field is empty')
  await expect(does('create_order', { email: 'anna', items: [] })).rejects.toThrow(
    '«email» must be an e-mail address. «items» must have at least 1 entry.',
  )
  for (const amount of ['0.001', '19.999', '1,50']) {
    await expect(does('create_order', { ...anna, items: [{ product: 'course', amount }] })).rejects.toThrow('amount')
  }
  await expect(does('update_order_status', { number: '99', status: 'lost' })).rejects.toThrow(
    '«Status» must be one of paid, cancelled, returned, sent.',
  )
})

test('the status of an order is changed in each way, with what belongs to it', async () => {
  const { does } = await using()
  const { number } = (await does('create_order', anna)) as { readonly number: number }
  const changed = async (status: string, more: object = {}) => does('update_order_status', { number, status, ...more })
  expect(await changed('paid', { amount: '500', method: 'cash' })).toMatchObject({
    status: 'waiting',
    payments: [{ amount: 500, method: 'cash' }],
    amount_due: 1_500,
  })
  expect(await changed('paid', { paid_at: '2026-01-01T10:00:00Z' })).toMatchObject({
    status: 'paid',
    paid_at: '2026-01-01T10:00:00.000Z',
  })
  expect(await changed('sent', { tracking_number: 'RA123456785RU' })).toMatchObject({
    tracking_number: 'RA123456785RU',
  })
  expect(await changed('returned')).toMatchObject({ status: 'returned' })
  await expect(changed('cancelled')).rejects.toThrow(`Order ${number} is returned and cannot be cancelled.`)
})

test('an order that waits is cancelled', async () => {
  const { does } = await using()
  const { number } = (await does('create_order', anna)) as { readonly number: number }
  expect(await does('update_order_status', { number, status: 'cancelled' })).toMatchObject({ status: 'cancelled' })
})

test('people are asked for what belongs to the status that they chose', async () => {
  const { run } = await using()
  const dynamic = actions['update_order_status']?.operation.inputFields.at(-1) as Perform
  const asked = async (inputData: object) =>
    ((await run(dynamic, { inputData })) as readonly { readonly key: string }[]).map(({ key }) => key)
  expect(await asked({})).toEqual([])
  expect(await asked({ status: 'paid' })).toEqual(['amount', 'method', 'paid_at'])
  expect(await asked({ status: 'sent' })).toEqual(['tracking_number', 'sent_at'])
  expect(await asked({ status: 'cancelled' })).toEqual([])
})

test('orders are found by e-mail and status, the newest first', async () => {
  const { does } = await using()
  const first = (await does('create_order', anna)) as { readonly number: number }
  const second = (await does('create_order', anna)) as { readonly number: number }
  await does('update_order_status', { number: first.number, status: 'paid' })
  const found = async (input: object) =>
    ((await does('find_orders', input)) as readonly { readonly id: number }[]).map(({ id }) => id)
  expect(new Set(await found({ email: 'ANNA@example.com' }))).toEqual(new Set([first.number, second.number]))
  expect(await found({ email: anna.email, status: ['paid'] })).toEqual([first.number])
  expect(await found({ email: anna.email, status: 'waiting' })).toEqual([second.number])
  expect(await found({ email: 'nobody@example.com' })).toEqual([])
  await expect(found({ email: 'nobody' })).rejects.toThrow('«email» must be an e-mail address.')
})

test('an order is found by its number', async () => {
  const { does } = await using()
  const { number } = (await does('create_order', anna)) as { readonly number: number }
  expect(await does('find_order', { number })).toMatchObject([{ id: number, number }])
  expect(await does('find_order', { number: number + 1_000 })).toEqual([])
  // Of nothing it would be the list of all.
  for (const nothing of ['', ' ', '.', '..']) expect(await does('find_order', { number: nothing })).toEqual([])
})

test('a product is found by name and number, and by words; what is meant comes first', async () => {
  const { does, shop } = await using()
  await addProduct(shop, { name: 'cakes', title: 'Course of baking' })
  const found = async (product: string) =>
    ((await does('find_product', { product })) as readonly { readonly name: string }[]).map(({ name }) => name)
  expect(await found('course')).toEqual(['course', 'cakes'])
  expect(await found('baking')).toEqual(['cakes'])
  const { number } = (await shop.catalogue.product('cakes')) ?? { number: 0 }
  expect(await found(String(number))).toEqual(['cakes'])
  expect(await found('bread')).toEqual([])
  for (const nothing of [' ', '.', '..']) expect(await found(nothing)).toEqual([])
})
