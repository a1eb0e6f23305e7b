import { expect, test } from 'vitest'
import { forPeople } from './for-people.ts'

test.each([
  ['In any form.', 'In any form.'],
  [
    'The least that can be paid in part, in minor units; null: only all at once.',
    'The least that can be paid in part, in minor units.',
  ],
  [
    'When it cancels itself; null: never; left out: as its products say.',
    'When it cancels itself; left out: as its products say.',
  ],
  ['Null: it does not end by itself.', undefined],
  ['May be given several times: any of these.', 'Any of these.'],
  ['`digital`, or `floating` (the buyer names the price).', 'digital, or floating (the buyer names the price).'],
  ['Send an `Idempotency-Key`: a call that is repeated makes no second order.', undefined],
  ['All conditions together. Go on until `next_cursor` is null.', 'All conditions together.'],
  ['In the order of their numbers. `q` looks in names.', 'In the order of their numbers. q looks in names.'],
  [undefined, undefined],
])('%j is %j', (description, said) => {
  expect(forPeople(description)).toBe(said)
})
