import { products, type Scenario } from '../../../test/scenario.ts'

export const scenarios: readonly Scenario[] = [
  {
    about: 'lists products of all kinds by number',
    given: products,
    form: {},
    reply: {
      code: 0,
      text: 'OK',
      result: [
        { good_id: 1, good_name: 'course', good_title: 'The course', good_sum: '2000.00', good_type: '0' },
        { good_id: 2, good_name: 'apron', good_title: 'The apron', good_sum: '900.00', good_type: '1' },
        { good_id: 3, good_name: 'gift', good_title: 'The gift', good_sum: '0.00', good_type: '' },
      ],
    },
  },
  { about: 'says that a shop is empty', form: {}, reply: { code: 700, text: 'No products', result: [] } },
]
