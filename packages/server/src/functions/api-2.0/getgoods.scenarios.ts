import { products, type Scenario } from '../../../test/scenario.ts'

export const scenarios: readonly Scenario[] = [
  {
    about: 'lists products by number',
    given: products,
    form: {},
    reply: {
      code: 0,
      text: 'OK',
      result: [
        { id: 1, good_name: 'course', good_title: 'The course' },
        { id: 2, good_name: 'apron', good_title: 'The apron' },
        { id: 3, good_name: 'gift', good_title: 'The gift' },
      ],
    },
  },
  { about: 'gives an empty list for an empty shop', form: {}, reply: { code: 0, text: 'OK', result: [] } },
]
