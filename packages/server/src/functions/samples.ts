/** What several functions show as their sample. */
import type { OrderObject } from './order-object.ts'

/** The order of protocol section 8.5. */
export const orderSample: OrderObject = {
  id: 258_367,
  first_name: 'Anna',
  last_name: 'Ivanova',
  middle_name: '',
  email: 'anna@example.com',
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
  domain: 'shop.example.com',
  link: 'http://shop.example.com/bill/258367/6f1d0c5209b7441fa6f7bd5f2f3cbb5a/',
  good_count: 1,
  price: '1500.00',
  is_recurrent: false,
  bill_sum_topay: '0.00',
  tag: 'spring',
  kupon: '',
  coupon: '',
  utm: { medium: 'cpc', source: 'news', campaign: '', content: '', term: '' },
}
