import { products, type Scenario } from '../../../test/scenario.ts'

const bill_email = 'anna@example.com'
const course = [{ good_name: 'course' }]
const parcel = {
  bill_first_name: 'Anna',
  bill_surname: 'Ivanova',
  bill_country: 'Latvia',
  bill_city: 'Riga',
  bill_address: 'Main St. 1',
}

export const scenarios: readonly Scenario[] = [
  { about: 'wants an address', given: products, form: { goods: course }, reply: { code: 600, text: 'Wrong email' } },
  ...['anna', 'a@b@c', 'a b@c', '', 'a@b::x:'].map((email): Scenario => ({
    about: `does not take «${email}» for an address`,
    given: products,
    form: { goods: course, bill_email: email },
    reply: { code: 600, result: [] },
  })),
  { about: 'wants products', form: { bill_email }, reply: { code: 603, text: 'Missing products', result: [] } },
  { about: 'wants a list of products', form: { bill_email, goods: 'course' }, reply: { code: 603 } },
  { about: 'wants products with names', form: { bill_email, goods: [{ good_sum: '5' }] }, reply: { code: 603 } },
  {
    about: 'asks for the address first',
    form: { bill_email: 'x', goods: [{ good_sum: 'x' }] },
    reply: { code: 600 },
  },
  {
    about: 'names the product that the shop does not have',
    given: products,
    form: { bill_email, goods: [...course, { good_name: 'нет такого' }] },
    reply: { code: 604, text: 'Product not exist', result: { good_name: 'нет такого' } },
  },
  {
    about: 'takes no order that costs more than a sum can be',
    given: products,
    form: { bill_email, goods: [...course, { good_name: 'course', good_sum: '99999999999.99' }] },
    reply: { code: 3, text: 'Wrong posted data', result: [] },
  },
  ...Object.keys(parcel).map((name): Scenario => ({
    about: `wants ${name} for what is sent by post`,
    given: products,
    form: { bill_email, goods: [{ good_name: 'apron' }], ...parcel, [name]: ' ' },
    reply: { code: 605, text: 'Not having any data for delivery products', result: [] },
  })),
  ...['-1', 'much', '1,5', '1.555'].map((good_sum): Scenario => ({
    about: `does not take «${good_sum}» for a sum`,
    given: products,
    form: { bill_email, goods: [{ good_name: 'course', good_sum }] },
    reply: { code: 3, text: 'Wrong posted data', result: [] },
  })),
  {
    about: 'does not take a list for a sum',
    given: products,
    form: { bill_email, goods: [{ good_name: 'course', good_sum: ['5'] }] },
    reply: { code: 3, result: [] },
  },
  {
    about: 'takes what is no word for a faulty label',
    given: products,
    form: { bill_email, goods: course, utm: { utm_medium: ['cpc'] } },
    reply: { code: 3 },
  },
  {
    about: 'wants texts of a size',
    given: products,
    form: { bill_email, goods: course, bill_comment: 'x'.repeat(10_001) },
    reply: { code: 3 },
  },
  {
    about: 'wants an address of a size',
    given: products,
    form: { bill_email: `${'x'.repeat(309)}@example.com`, goods: course },
    reply: { code: 600 },
  },
  {
    about: 'does not take a word for a time',
    given: products,
    form: { bill_email, goods: course, bill_created: 'now' },
    reply: { code: 3 },
  },
  {
    about: 'does not take a word for the timer',
    given: products,
    form: { bill_email, goods: course, bill_timer_kill: 'soon' },
    reply: { code: 3 },
  },
  {
    about: 'does not take text for labels',
    given: products,
    form: { bill_email, goods: course, utm: 'cpc' },
    reply: { code: 3 },
  },
]
