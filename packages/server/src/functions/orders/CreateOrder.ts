import { z } from 'zod'
import { type DraftLine, noTexts, type OrderDraft } from '../../rules/order-draft.ts'
import { parseMoney } from '../../rules/money.ts'
import { defineFunction } from '../define.ts'
import { unixTime } from '../fields.ts'
import type { FormValues } from '../form-values.ts'
import { customerEmail, labels, labelsOf, list, placedNumber, text, timer } from '../order-fields.ts'

const input = z.object({
  bill_email: customerEmail,
  goods: list.meta({ title: 'Products', description: 'Each with `good_name` and, to set its price, `good_sum`.' }),
  bill_first_name: text('First name', "The customer's."),
  bill_surname: text('Last name', "The customer's."),
  bill_middle_name: text('Middle name', "The customer's."),
  bill_otchestvo: text('Middle name', 'The older name of `bill_middle_name`.'),
  bill_phone: text('Phone', 'In any form.'),
  bill_country: text('Country', 'Of delivery.'),
  bill_region: text('Region', 'Of delivery.'),
  bill_city: text('City', 'Of delivery.'),
  bill_address: text('Address', 'Of delivery: street, house, flat.'),
  bill_postal_code: text('Postal code', 'Of delivery.'),
  bill_kupon: text('Coupon', 'Its code; one that does not count changes nothing.'),
  bill_coupon: text('Coupon', 'Another name of `bill_kupon`.'),
  bill_tag: text('Tag', 'A free label.'),
  bill_comment: text('Comment', "The customer's."),
  bill_ip: text('IP address', "The customer's."),
  bill_timer_kill: timer,
  bill_created: unixTime
    .or(z.literal('').transform(() => undefined))
    .optional()
    .meta({ title: 'Created', description: 'In Unix seconds; left out: now.', type: 'integer' }),
  bill_domain: text('Domain', 'Where the order was taken, without scheme.'),
  utm: labels.meta({ title: 'Labels', description: '`utm_medium` … `utm_term`, `aff_medium` … `aff_term`.' }),
})

type Input = z.output<typeof input>

/** Takes an order for products that the shop has (protocol section 8.2). */
export const CreateOrder = defineFunction({
  name: 'CreateOrder',
  title: 'Create an order',
  kind: 'write',
  input,
  output: z.strictObject({ bill_id: placedNumber }),
  errors: ['wrongEmail', 'missingProducts', 'productNotFound', 'missingDeliveryData', 'orderExists', 'orderNotCreated'],
  faults: { bill_email: 'wrongEmail', goods: 'missingProducts' },
  sample: {
    input: { bill_email: 'anna@example.com', goods: new Map([['0', new Map([['good_name', 'course']])]]) },
    output: { bill_id: 258_367 },
  },
  async run({ store, clock }, given, refuse) {
    const lines = linesOf(given.goods) ?? refuse('wrongData')
    const placed = await store.orders
      .place(draftOf(given, lines, clock()))
      .catch((cause: unknown) => refuse('orderNotCreated', { cause }))
    if (placed.outcome === 'exists') return refuse('orderExists', { result: { bill_id: placed.number } })
    if (placed.outcome === 'unknownProduct') {
      return refuse('productNotFound', { result: { good_name: placed.product } })
    }
    if (placed.outcome === 'tooMuch') return refuse('wrongData')
    return placed.outcome === 'noDelivery' ? refuse('missingDeliveryData') : { bill_id: placed.number }
  },
})

/** Undefined where a sum is no sum. */
function linesOf(goods: readonly FormValues[]): readonly DraftLine[] | undefined {
  const lines = goods.flatMap((good) => lineOf(good) ?? [])
  return lines.length === goods.length ? lines : undefined
}

function lineOf(good: FormValues): DraftLine | undefined {
  const [name, sum] = [good.get('good_name'), good.get('good_sum')]
  if (typeof name !== 'string') return undefined
  const product = name.trim()
  if (sum === undefined) return { product, sumMinor: undefined }
  // What spells no text, or is a list, was meant as a sum: the price of the settings would be a guess.
  if (typeof sum !== 'string') return undefined
  // Clients write nothing where they have no price of their own.
  if (sum.trim() === '') return { product, sumMinor: undefined }
  const sumMinor = parseMoney(sum.trim())
  return sumMinor === undefined ? undefined : { product, sumMinor }
}

function draftOf(given: Input, lines: readonly DraftLine[], now: number): OrderDraft {
  const { utm, aff, affiliate } = labelsOf(given.utm)
  return {
    email: given.bill_email,
    texts: {
      ...noTexts,
      first_name: given.bill_first_name,
      last_name: given.bill_surname,
      middle_name: given.bill_middle_name || given.bill_otchestvo,
      phone: given.bill_phone,
      city: given.bill_city,
      country: given.bill_country,
      address: given.bill_address,
      region: given.bill_region,
      postalcode: given.bill_postal_code,
      comment: given.bill_comment,
      domain: given.bill_domain.replace(/^https?:\/\//i, '').replaceAll(/^\/+|\/+$/g, ''),
      tag: given.bill_tag,
      kupon: given.bill_kupon || given.bill_coupon,
    },
    utm,
    extra: given.bill_ip === '' ? aff : { ...aff, ip: given.bill_ip },
    lines,
    partners: affiliate === undefined ? [] : [affiliate],
    timer: given.bill_timer_kill,
    created: given.bill_created ?? now,
    pay_status: 'waiting',
    paid: null,
    couponByNumber: false,
    repeats: 'sameContent',
  }
}
