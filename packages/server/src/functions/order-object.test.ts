import { expect, test } from 'vitest'
import { orderOf, training } from '../../test/orders.ts'
import { itemDetailsOf, itemObjectOf, orderObjectOf } from './order-object.ts'

/** Protocol section 7, up to the keys that only some functions add behind these. */
const listed =
  'id first_name last_name middle_name email phone city country address region postalcode created pay_status paid type ' +
  'payway comment domain link good_count price is_recurrent bill_sum_topay tag kupon coupon utm'

test('an order has its keys in the order in which the protocol lists them', () => {
  const object = orderObjectOf(orderOf(), 'token')
  expect(Object.keys(object).join(' ')).toBe(listed)
  expect(Object.keys(object.utm).join(' ')).toBe('medium source campaign content term')
})

test('so has an item, whose code stands before the partners', () => {
  const partners = [{ level: 1, partner: 7, name: 'bob', feeMinor: 1 }]
  const [inList, inDetails] = [itemObjectOf({ ...training, partners }), itemDetailsOf({ ...training, partners })]
  expect(Object.keys(inList).join(' ')).toBe('id title sum price partners')
  expect(Object.keys(inDetails).join(' ')).toBe('id title sum price pincode partners')
  expect(inList.partners).toEqual([{ partner_lvl: 1, partner_id: 7, partner_name: 'bob', partner_fee: '0.01' }])
})

test('times are whole seconds that have begun', () => {
  const { created, paid } = orderObjectOf(orderOf({ created: 1_999, paid: 2_000 }), 'token')
  expect([created, paid]).toEqual([1, 2])
})
