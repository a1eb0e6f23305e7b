/** A product as API v1 shows it. What API 1.0 keeps without giving it a meaning is left to API 1.0. */
import { z } from 'zod'
import { percentOf } from '../rules/percent.ts'
import { type Fee, type Product, productKinds } from '../rules/product.ts'
import { amount, currency, number, percent } from './fields.ts'
import { notifyResource, notifyResourceOf } from './notify.ts'

const feeResource = z
  .strictObject({
    amount: amount.nullable().meta({ title: 'Amount', description: 'In minor units; null: it is a percentage.' }),
    percent: percent.nullable().meta({
      title: 'Percent',
      description: 'Of what the item costs, with at most two decimals; null: it is an amount.',
    }),
  })
  .meta({ id: 'PartnerFee', title: "A partner's fee" })

export const productResource = z
  .strictObject({
    number: number.meta({ title: 'Product number', description: 'Unique in the shop, and never given twice.' }),
    name: z.string().meta({ title: 'Name', description: 'What orders name it by; unique in the shop.' }),
    title: z.string().meta({ title: 'Title', description: 'What customers read.' }),
    price: amount.meta({ title: 'Price', description: 'In minor units.' }),
    currency,
    kind: z.enum(productKinds).meta({
      title: 'Kind',
      description: '`physical` has to be sent by post; of `floating` the buyer names the price.',
    }),
    timer_seconds: z.int().min(1).nullable().meta({
      title: 'Timer',
      description: 'After how many seconds an unpaid order of it cancels itself; null: never.',
    }),
    prepayment_min: amount.nullable().meta({
      title: 'Least prepayment',
      description: 'The least that can be paid in part, in minor units; null: only all at once.',
    }),
    partner_fee: feeResource.nullable().meta({
      title: "Partner's fee",
      description: "What the partner earns whose sale it is; null: the partner's own share.",
    }),
    second_partner_fee: feeResource.nullable().meta({
      title: "Second partner's fee",
      description: 'What whoever brought that partner earns; null: nothing.',
    }),
    notify: notifyResource,
  })
  .meta({ id: 'Product', title: 'Product' })
export type ProductResource = z.output<typeof productResource>

/** `shopCurrency` is an ISO 4217 code. */
export function productResourceOf(product: Product, shopCurrency: string): ProductResource {
  const { notify, fees } = product
  return {
    number: product.number,
    name: product.name,
    title: product.title,
    price: product.priceMinor,
    currency: shopCurrency,
    kind: product.kind,
    timer_seconds: product.timerMs === null ? null : Math.ceil(product.timerMs / 1_000),
    prepayment_min: product.prepaymentMinMinor,
    partner_fee: feeResourceOf(fees[0]),
    second_partner_fee: feeResourceOf(fees[1]),
    notify: notifyResourceOf(notify),
  }
}

/** What counts of it, as a share wins over a sum. */
function feeResourceOf(fee: Fee | null): z.output<typeof feeResource> | null {
  if (fee === null) return null
  return fee.basisPoints > 0
    ? { amount: null, percent: percentOf(fee.basisPoints) }
    : { amount: fee.sumMinor, percent: null }
}
