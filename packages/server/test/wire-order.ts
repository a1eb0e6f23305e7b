/** The order of `anOrder` as the wire shows it. */
import { expect } from 'vitest'
import { orderNumber } from './scenario.ts'

export const aDay = 1_700_000_000_000

export const wireOrder = {
  id: orderNumber,
  first_name: 'Anna',
  last_name: 'Ivanova',
  middle_name: '',
  email: 'buyer@example.com',
  phone: '+79000000000',
  city: '',
  country: '',
  address: '',
  region: '',
  postalcode: '',
  created: 1_700_000_000,
  pay_status: 'paid',
  paid: 1_700_003_600,
  type: 'digital',
  payway: 'manual',
  comment: '',
  domain: '',
  link: expect.stringMatching(/^\/bill\/258367\/[\da-f]{32}\/$/) as unknown,
  good_count: 1,
  price: '1500.00',
  is_recurrent: false,
  bill_sum_topay: '0.00',
  tag: '',
  kupon: '',
  coupon: '',
  utm: { medium: 'cpc', source: '', campaign: '', content: '', term: '' },
}

export const wireItem = { id: 'payment', title: 'payment for training', sum: '1500.00', price: '2000.00', partners: [] }
