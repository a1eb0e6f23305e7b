/** Steps that look at many orders at once. */
import fc from 'fast-check'
import { anyOffset, customers, maybe, seconds } from './alphabet.ts'
import { type Step, step } from './command.ts'
import { compareBills, compareListOfOrders, compareListWithGoods } from './compare.ts'
import { localText } from './zone.ts'

const bills = fc
  .record({ email: fc.constantFrom(...customers), status: fc.constantFrom('', 'waiting', 'paid', 'cancel', 'return') })
  .map((given) => step('GetBills', given, (model, real) => compareBills(model, real, given.email, given.status)))

/** A day as either form has it, a second, nothing, or nonsense. */
const anyBound = fc.oneof(
  { weight: 4, arbitrary: fc.constant(() => '') },
  { weight: 12, arbitrary: anyOffset.map((offset) => (now: number) => seconds(now + offset)) },
  { weight: 6, arbitrary: anyOffset.map((offset) => (now: number) => localText(now + offset).slice(0, 10)) },
  { weight: 6, arbitrary: anyOffset.map((offset) => (now: number) => dotted(now + offset)) },
  { weight: 1, arbitrary: fc.constant(() => 'yesterday') },
)
const anyGoods = fc.oneof(maybe('', '2', 'course', '1,gift'), fc.subarray(['course', '2', 'vanilla']))

const lists = fc
  .tuple(anyBound, anyBound, fc.constantFrom('', '0', '1'), anyGoods)
  .map(([begin, end, paid, goods = '']) =>
    step('lists', { begin: begin(0), end: end(0), paid, goods }, async (model, real) => {
      const form = { begin: begin(model.now), end: end(model.now), paid, goods }
      await compareListWithGoods(model, real, form)
      await compareListOfOrders(model, real, form)
    }),
  )

export const readingSteps: readonly fc.Arbitrary<Step>[] = [bills, lists]

function dotted(ms: number): string {
  return localText(ms).slice(0, 10).split('-').toReversed().join('.')
}
