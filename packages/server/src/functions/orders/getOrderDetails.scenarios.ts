import { training } from '../../../test/orders.ts'
import { addProduct, anOrder, orderNumber, type Scenario } from '../../../test/scenario.ts'
import { wireItem, wireOrder } from '../../../test/wire-order.ts'

const bill_id = String(orderNumber)
const partners = [{ level: 1, partner: 7, name: 'bob', feeMinor: 15_000 }]
const wirePartners = [{ partner_lvl: 1, partner_id: 7, partner_name: 'bob', partner_fee: '150.00' }]

export const scenarios: readonly Scenario[] = [
  {
    about: 'gives the order with its items, codes and partners',
    given: anOrder({ items: [{ ...training, pincode: 'A-1', partners }] }),
    form: { bill_id },
    reply: {
      code: 0,
      text: 'OK',
      result: { ...wireOrder, items: [{ ...wireItem, pincode: 'A-1', partners: wirePartners }] },
    },
  },
  {
    about: 'is physical as soon as one item is',
    given: anOrder({ items: [training, { ...training, product: 7, name: 'apron', kind: 'physical', sumMinor: 1 }] }),
    form: { bill_id, good_info: 'false' },
    reply: {
      code: 0,
      result: {
        ...wireOrder,
        type: 'physical',
        good_count: 2,
        price: '1500.01',
        items: [
          { ...wireItem, pincode: '' },
          { ...wireItem, id: 'apron', sum: '0.01', pincode: '' },
        ],
      },
    },
  },
  {
    about: 'adds product numbers, and that nothing can be paid in part',
    given: anOrder({ items: [training, { ...training, product: 7, name: 'apron' }] }),
    form: { bill_id, good_info: '1' },
    reply: {
      code: 0,
      result: {
        ...wireOrder,
        good_count: 2,
        price: '3000.00',
        items: [
          { ...wireItem, pincode: '' },
          { ...wireItem, id: 'apron', pincode: '' },
        ],
        good_ids: '12549,7',
        prepayment_enabled: 0,
        prepayment_minsum: '0.00',
      },
    },
  },
  {
    about: 'adds the least that can be paid of it at first',
    given: async (shop) => {
      await addProduct(shop, { name: 'course', prepaymentMinMinor: 50_000 })
      await anOrder({ items: [{ ...training, product: 1, name: 'course' }] })(shop)
    },
    form: { bill_id, good_info: 'TRUE' },
    reply: {
      code: 0,
      result: {
        ...wireOrder,
        items: [{ ...wireItem, id: 'course', pincode: '' }],
        good_ids: '1',
        prepayment_enabled: 1,
        prepayment_minsum: '500.00',
      },
    },
  },
  { about: 'knows no such order', form: { bill_id }, reply: { code: 400, text: 'Order not found', result: [] } },
  { about: 'wants a number', form: { good_info: '1' }, reply: { code: 203, text: 'Order number is empty' } },
  { about: 'wants a yes or no', given: anOrder(), form: { bill_id, good_info: 'maybe' }, reply: { code: 3 } },
]
