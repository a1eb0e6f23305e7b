/** Fields of which an order is made, in both versions of the API. */
import { z } from 'zod'
import { type Utm, utmLabels } from '../rules/order.ts'
import { isEmailAddress } from '../rules/email.ts'
import { emailAddress } from './fields.ts'
import type { FormValue, FormValues } from './form-values.ts'

/** What an import takes too, so that every order can be moved; a form has a mebibyte. */
const longestText = 10_000

export const plainText = z.string().trim().max(longestText)

/** Of a new order. */
export const customerEmail = emailAddress.refine(isEmailAddress).meta({
  title: 'E-mail',
  description: "The customer's address: one `@`, something on each side, no spaces, at most 320 characters.",
})

/** Of an order that was taken. */
export const placedNumber = z.number().meta({ description: 'The number of the order.' })

/** A text that may be left out. */
export function text(title: string, description: string) {
  return plainText.default('').meta({ title, description })
}

const tree = z.custom<FormValue>((value) => value instanceof Map)

/** For the documents, as JSON Schema: a tree has none of its own. */
const goodSchema = {
  type: 'object',
  properties: {
    good_name: {
      type: ['string', 'integer'],
      description: "The product's name or, where no product has that name, its number.",
    },
    good_sum: {
      type: ['string', 'number'],
      description: 'What it is to cost here, like `1500.00`; left out: as set for the product.',
    },
  },
  required: ['good_name'],
}

/** A list of at least one product: `goods[0][good_name]=…`, in the order in which they were sent. */
export const list = tree
  .transform((value, context): readonly FormValues[] => {
    const entries = value instanceof Map ? [...value.values()] : []
    const goods = entries.filter((entry) => entry instanceof Map)
    if (goods.length > 0 && goods.length === entries.length && goods.every(hasName)) return goods
    context.addIssue('has no products')
    return z.NEVER
  })
  .meta({ type: 'array', items: goodSchema })

function hasName(good: FormValues): boolean {
  const name = good.get('good_name')
  return typeof name === 'string' && name.trim() !== ''
}

const labelNames = ['utm', 'aff'].flatMap((kind) => utmLabels.map((name) => `${kind}_${name}`))

/** `utm[utm_medium]=…`: texts by name. */
export const labels = z
  .map(z.string(), z.string().max(longestText))
  .default(new Map())
  .transform((values): Readonly<Record<string, string>> => Object.fromEntries(values))
  .meta({ type: 'object', properties: Object.fromEntries(labelNames.map((name) => [name, { type: 'string' }])) })

type LabelName = `${'utm' | 'aff'}_${keyof Utm}`

export interface Labels {
  readonly utm: Utm
  /** `aff_medium` and so on, those that are given. */
  readonly aff: Readonly<Record<string, string>>
  /** The login of the partner that they name (protocol section 8.2). */
  readonly affiliate: string | undefined
}

/** From `utm_medium`, `aff_medium` and so on. */
export function labelsOf(given: Readonly<Partial<Record<LabelName, string>>>): Labels {
  const label = (name: keyof Utm): string => given[`utm_${name}`]?.trim() ?? ''
  const utm = {
    medium: label('medium'),
    source: label('source'),
    campaign: label('campaign'),
    content: label('content'),
    term: label('term'),
  }
  const affNames = utmLabels.map((name) => `aff_${name}` as const).filter((name) => (given[name] ?? '') !== '')
  return {
    utm,
    aff: Object.fromEntries(affNames.map((name) => [name, given[name] ?? ''])),
    affiliate: utm.medium === 'affiliate' && utm.source !== '' ? utm.source : undefined,
  }
}

/** Whether and when the order cancels itself (protocol section 8.2). */
export const timer = z
  .string()
  .trim()
  .transform((value, context): 'product' | 'never' | number => {
    if (/^(?:1|true|yes|on)$/i.test(value)) return 'product'
    if (/^(?:0|false|no|off|)$/i.test(value)) return 'never'
    if (/^\d{2,11}$/.test(value)) return Number(value) * 1_000
    context.addIssue('is neither yes or no nor a time')
    return z.NEVER
  })
  .default('product')
  .meta({
    title: 'Cancels itself',
    description: 'True or left out: as set for the products; false: never; or at a time in Unix seconds.',
    type: ['boolean', 'integer'],
  })
