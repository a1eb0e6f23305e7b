/** A bill as API v1 shows it: an order with its products and nothing else, as GetBills of the order API has it. */
import { z } from 'zod'
import { number } from './fields.ts'

const product = z.strictObject({
  number: number.meta({ title: 'Product number' }),
  name: z.string().meta({ title: 'Product name', description: '`good_name` of GetBills.' }),
  title: z.string().meta({ title: 'Product title', description: '`good_title` of GetBills.' }),
})

export const billResource = z
  .strictObject({
    number: number.meta({ title: 'Order number' }),
    products: z.array(product).meta({ title: 'Products', description: 'By number, each once.' }),
  })
  .meta({ id: 'Bill', title: 'Bill' })
export type BillResource = z.output<typeof billResource>

/** By order number, then by product number. */
const wireBills = z.record(
  z.string(),
  z.record(z.string(), z.strictObject({ good_name: z.string(), good_title: z.string() })),
)
export type WireBills = z.output<typeof wireBills>

export const wireAnswer = z
  .strictObject({
    error_code: z.int(),
    error_text: z.string(),
    result: z.union([wireBills, z.array(z.never()).max(0)]),
  })
  .meta({ id: 'GetBillsAnswer', title: 'Answer of GetBills', description: 'But for its `hash`.' })

/** @param json Members `"NUMBER":{…}` joined by commas, as GetBills has them. */
export function wireBillsIn(json: string): WireBills {
  return wireBills.parse(JSON.parse(`{${json}}`))
}

/** Orders and products by number. */
export function billsOf(wire: WireBills): readonly BillResource[] {
  return Object.entries(wire).map(([order, goods]) => ({
    number: Number(order),
    products: Object.entries(goods).map(([good, { good_name: name, good_title: title }]) => ({
      number: Number(good),
      name,
      title,
    })),
  }))
}
