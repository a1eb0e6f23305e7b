import { z } from 'zod'
import { orderResource, orderStatus, statusWords } from '../../resources/order.ts'
import { payStatuses, type PayStatus } from '../../rules/order.ts'
import { noTexts, type OrderDraft, type Placed } from '../../rules/order-draft.ts'
import { defineOperation } from '../define.ts'
import { amount, emailAddress, moment, text } from '../fields.ts'
import { orderSample } from './order-sample.ts'
import { viewOf } from './order-view.ts'

const mostItems = 1_000
const longestName = 1_000

const item = z.strictObject({
  product: z.string().trim().min(1).max(longestName).meta({
    title: 'Product',
    description: "The product's name or, where no product has that name, its number.",
  }),
  amount: amount.optional().meta({
    title: 'Amount',
    description: 'What it is to cost here, in minor units; left out: what the product and the coupon say.',
  }),
})

/** As an import takes them, so that what is exported can be imported. */
const attributeName = /^(?!__proto__$)[a-z_][a-z\d_]{0,63}$/i

const words = z.record(
  z.string().regex(attributeName, 'must have names of at most 64 letters, digits and «_», no digit first'),
  text,
)

const body = z.strictObject({
  email: emailAddress,
  items: z.array(item).min(1).max(mostItems).meta({ title: 'Items', description: 'What is ordered, at least one.' }),
  first_name: text.default('').meta({ title: 'First name' }),
  last_name: text.default('').meta({ title: 'Last name' }),
  middle_name: text.default('').meta({ title: 'Middle name' }),
  phone: text.default('').meta({ title: 'Phone', description: 'In any form.' }),
  country: text.default('').meta({ title: 'Country', description: 'Of delivery.' }),
  region: text.default('').meta({ title: 'Region', description: 'Of delivery.' }),
  city: text.default('').meta({ title: 'City', description: 'Of delivery.' }),
  address: text.default('').meta({ title: 'Address', description: 'Of delivery: street, house, flat.' }),
  postal_code: text.default('').meta({ title: 'Postal code', description: 'Of delivery.' }),
  coupon: text.default('').meta({ title: 'Coupon', description: 'Its code; one that does not count changes nothing.' }),
  partners: z.array(text).max(10).default([]).meta({
    title: 'Partners',
    description: 'Logins of those who brought the customer, level 1 first; unknown ones are passed over.',
  }),
  payment_method: text.default('').meta({ title: 'Payment method' }),
  tag: text.default('').meta({ title: 'Tag', description: 'A label of your own.' }),
  comment: text.default('').meta({ title: 'Comment', description: "The customer's." }),
  domain: text.default('').meta({ title: 'Domain', description: 'Where it was taken, without scheme.' }),
  status: orderStatus.default('waiting').meta({ title: 'Status', description: 'What it is taken as.' }),
  created_at: moment.optional().meta({ title: 'Created at', description: 'Left out: now.' }),
  paid_at: moment
    .optional()
    .meta({ title: 'Paid at', description: 'Of an order that is taken as paid; left out: now.' }),
  cancels_at: moment.nullish().meta({
    title: 'Cancels at',
    description: 'When it cancels itself if it is not paid; null: never; left out: as its products say.',
  }),
  utm: z
    .strictObject({
      medium: text.default(''),
      source: text.default(''),
      campaign: text.default(''),
      content: text.default(''),
      term: text.default(''),
    })
    .optional()
    .meta({ title: 'UTM labels', description: 'Where the customer came from.' }),
  attributes: words.default({}).meta({ title: 'Attributes', description: 'Anything else to keep with the order.' }),
})

type Input = z.output<typeof body>

/** A time that would count for nothing is most often a status that was forgotten. */
function checkTimes({ value, issues }: z.core.ParsePayload<Input>): void {
  const { status, paid_at: paid, cancels_at: cancels } = value
  const refuse = (field: string, message: string): void => {
    issues.push({ code: 'custom', input: value, path: [field], message })
  }
  if (paid !== undefined && status !== 'paid' && status !== 'returned') {
    refuse('paid_at', `counts for an order that is paid or returned; this one is to be taken as ${status}`)
  }
  if (typeof cancels === 'number' && status !== 'waiting') {
    refuse('cancels_at', `counts for an order that waits for payment; this one is to be taken as ${status}`)
  }
}

export const createOrder = defineOperation({
  name: 'createOrder',
  title: 'Create an order',
  description: 'Send an `Idempotency-Key`: a call that is repeated with it makes no second order.',
  method: 'POST',
  at: '/orders',
  scope: 'orders:write',
  input: { body: body.check(checkTimes) },
  status: 201,
  output: orderResource,
  problems: [],
  sample: {
    body: { email: 'anna@example.com', items: [{ product: 'course' }], first_name: 'Anna', coupon: 'SPRING25' },
    output: orderSample,
  },
  async run(context, given, refuse) {
    const { orders } = context.store
    const placed = await orders.place(draftOf(given, context.clock()))
    const fault = faultOf(placed, given.items)
    if (fault !== undefined) return refuse('invalid', { detail: fault.detail, errors: [{ in: 'body', ...fault }] })
    const order = 'number' in placed ? await orders.get(placed.number) : undefined
    if (order === undefined) throw new Error('An order that was just placed is not there.')
    return viewOf(context, order)
  },
})

/** Undefined where the order was taken. */
function faultOf(
  placed: Placed,
  items: Input['items'],
): { readonly field: string; readonly detail: string } | undefined {
  if (placed.outcome === 'unknownProduct') {
    const index = items.findIndex(({ product }) => product === placed.product)
    return { field: `items.${index}.product`, detail: `There is no product «${placed.product}».` }
  }
  if (placed.outcome === 'noDelivery') {
    return { field: 'address', detail: 'There are physical products, so a name and an address are needed.' }
  }
  if (placed.outcome === 'tooMuch') return { field: 'items', detail: 'Together the items cost more than a sum can be.' }
  return undefined
}

function draftOf(given: Input, now: number): OrderDraft {
  const pay_status = payStatusOf(given.status)
  return {
    email: given.email,
    texts: {
      ...noTexts,
      first_name: given.first_name,
      last_name: given.last_name,
      middle_name: given.middle_name,
      phone: given.phone,
      country: given.country,
      region: given.region,
      city: given.city,
      address: given.address,
      postalcode: given.postal_code,
      kupon: given.coupon,
      payway: given.payment_method,
      tag: given.tag,
      comment: given.comment,
      domain: given.domain.replace(/^https?:\/\//i, '').replaceAll(/^\/+|\/+$/g, ''),
    },
    utm: given.utm ?? { medium: '', source: '', campaign: '', content: '', term: '' },
    extra: given.attributes,
    lines: given.items.map(({ product, amount: sumMinor }) => ({ product, sumMinor })),
    partners: given.partners,
    timer: given.cancels_at === undefined ? 'product' : (given.cancels_at ?? 'never'),
    created: given.created_at ?? now,
    pay_status,
    paid: pay_status === 'paid' || pay_status === 'return' ? (given.paid_at ?? now) : null,
    couponByNumber: false,
    repeats: 'separate',
  }
}

function payStatusOf(status: Input['status']): PayStatus {
  return payStatuses.find((word) => statusWords[word] === status) ?? 'waiting'
}
