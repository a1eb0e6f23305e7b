/** Fields that set a product (protocol section 9.2). */
import { z } from 'zod'
import { parseMoney } from '../rules/money.ts'
import { parseNotificationUrl } from '../rules/notification-url.ts'
import { parsePercent } from '../rules/percent.ts'
import { type Fee, parseProductName, parseProductTitle, type Product } from '../rules/product.ts'
import { flag } from './flag.ts'

/** A field of which a rule says what it may be, by throwing a RangeError. */
function ruled<Value>(rule: (text: string) => Value) {
  return z.string().transform((text, context) => {
    try {
      return rule(text)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      context.addIssue(error.message)
      return z.NEVER
    }
  })
}

function parsed<Value>(parse: (text: string) => Value | undefined) {
  return z.string().transform((text, context) => {
    const value = parse(text.trim())
    if (value !== undefined) return value
    context.addIssue('is malformed')
    return z.NEVER
  })
}

/** Empty: null, for none. */
function emptyOr<Value>(parse: (text: string) => Value | undefined): (text: string) => Value | null | undefined {
  return (text) => (text === '' ? null : parse(text))
}

export const goodName = ruled(parseProductName).meta({ title: 'Product ID', description: 'Unique in the shop.' })

const kinds = new Map<string, Product['kind']>([
  ['1', 'physical'],
  ['real', 'physical'],
  ['0', 'digital'],
  ['digital', 'digital'],
])

const kindOf = (text: string): Product['kind'] | undefined => kinds.get(text.toLowerCase())
const kind = { title: 'Kind', description: '`1`: sent by post; `0`: digital.', type: 'string', enum: ['1', '0'] }

export const goodType = parsed(kindOf).meta(kind)

/** Left out or empty, as GetAllGoods shows a product whose buyer names the price: null, it stays. */
export const goodTypeOrNone = parsed(emptyOr(kindOf))
  .optional()
  .meta({ ...kind, enum: [...kind.enum, ''] })

const unitMs = { min: 60_000, hour: 3_600_000, day: 86_400_000 } as const

const amount = { type: ['string', 'number'] }
const money = parsed(emptyOr(parseMoney)).optional().meta(amount)
const percent = parsed(emptyOr(parsePercent)).optional().meta(amount)
const keptText = z.string().optional()

/**
 * Beside what has a meaning here, the pages document letters, texts, post services and costs, and clients send what their
 * platform has: all of it is kept as it was given.
 */
export const furtherSettings = /^good_\w{1,60}$/

/** Those that protocol section 9.2 names. */
const kept = {
  parent_id: keptText.meta({ title: 'Category', description: 'Kept as given.' }),
  good_success_link: keptText.meta({ title: 'Page after the order', description: 'Kept as given.' }),
  good_client_rassilki: keptText.meta({ title: 'Groups for customers', description: 'Kept as given.' }),
  good_partner_show: keptText.meta({ title: 'Shown to partners', description: 'Kept as given.' }),
  good_only_countries: keptText.meta({ title: 'Countries', description: 'Kept as given.' }),
  good_publish: keptText.meta({ title: 'Published', description: 'Kept as given.' }),
} as const

export const settings = {
  good_title: ruled(parseProductTitle).meta({ title: 'Title', description: 'What customers read.' }),
  good_sum: parsed(parseMoney).meta({ ...amount, title: 'Price', description: 'Like `1500.00`.' }),
  good_api_url_notif: ruled(parseNotificationUrl)
    .optional()
    .meta({ title: 'Notification of payment', description: 'Where to tell that an order is paid.' }),
  good_api_url_new_order: ruled(parseNotificationUrl)
    .optional()
    .meta({ title: 'Notification of an order', description: 'Where to tell that an order is created.' }),
  good_timer: flag.meta({ title: 'Timer', description: 'Whether unpaid orders cancel themselves.' }),
  good_timer_unit: z
    .enum(['min', 'hour', 'day', ''])
    .optional()
    .meta({ title: "The timer's unit", description: '`min`, `hour` or `day`.' }),
  good_timer_duration: z
    .string()
    .regex(/^\d{0,6}$/)
    .transform(Number)
    .optional()
    .meta({ title: "The timer's length", description: 'In its unit.', type: 'integer' }),
  good_partner_fee: money.meta({ title: "Partner's fee", description: 'A sum, like `150.00`; empty: none.' }),
  good_partner_fee_perc: percent.meta({
    title: "Partner's share",
    description: 'In percent, like `12.5`; empty: none.',
  }),
  good_partner_pfee: money.meta({ title: 'Fee of level 2', description: 'A sum, like `50.00`; empty: none.' }),
  good_partner_pfee_perc: percent.meta({
    title: 'Share of level 2',
    description: 'In percent, like `2.5`; empty: none.',
  }),
  ...kept,
} as const

/** As `given` they have further settings among them. */
type Settings = z.output<z.ZodObject<typeof settings, z.core.$loose>>

/** What was said of a product; what was left out stays as it is in `present`. Undefined where it does not fit together. */
export function changesIn(
  given: Settings,
  present: Omit<Product, 'number' | 'name' | 'title' | 'priceMinor'>,
): Required<Pick<Product, 'title' | 'priceMinor' | 'timerMs' | 'notify' | 'fees' | 'extra'>> | undefined {
  const { good_api_url_notif: paid, good_api_url_new_order: created } = given
  const timerMs = timerIn(given, present.timerMs)
  const extra = extraIn(given, present.extra)
  if (timerMs === undefined || extra === undefined) return undefined
  return {
    title: given.good_title,
    priceMinor: given.good_sum,
    timerMs,
    notify: { ...present.notify, paid: paid ?? present.notify.paid, created: created ?? present.notify.created },
    fees: [
      feeIn(given.good_partner_fee, given.good_partner_fee_perc, present.fees[0]),
      feeIn(given.good_partner_pfee, given.good_partner_pfee_perc, present.fees[1]),
    ],
    extra,
  }
}

/** Undefined for a timer that is on, but not for how long: a guess would cancel orders. */
function timerIn(given: Settings, present: number | null): number | null | undefined {
  const { good_timer: isOn = present !== null, good_timer_unit: unit = '', good_timer_duration: duration = 0 } = given
  if (!isOn) return null
  if (unit === '' && duration === 0) return present ?? undefined
  return unit === '' || duration === 0 ? undefined : duration * unitMs[unit]
}

/** `null` takes a part away, and undefined leaves it. */
function feeIn(sumMinor: number | null | undefined, share: number | null | undefined, present: Fee | null): Fee | null {
  const fee = {
    sumMinor: (sumMinor === undefined ? present?.sumMinor : sumMinor) ?? 0,
    basisPoints: (share === undefined ? present?.basisPoints : share) ?? 0,
  }
  if (typeof sumMinor === 'number' || typeof share === 'number') return fee
  if (sumMinor === undefined && share === undefined) return present
  return fee.sumMinor > 0 || fee.basisPoints > 0 ? fee : null
}

/** Every order of the product reads it along. */
const largestExtra = 100_000

/** Undefined where something is no text, or all of it is too much. */
function extraIn(given: Settings, present: Product['extra']): Product['extra'] | undefined {
  const names = Object.keys(given).filter((name) => name in kept || !(name in settings))
  const texts = textsIn(names.map((name) => [name, given[name]]))
  if (texts === undefined) return undefined
  const stays = Object.entries(present).filter(([name]) => !names.includes(name.replace(/\[.*$/s, '')))
  const extra = { ...Object.fromEntries(stays), ...texts }
  return JSON.stringify(extra).length > largestExtra ? undefined : extra
}

/** `good_x[a][b]=c` is kept under the name `good_x[a][b]`. Undefined where something is no text. */
function textsIn(entries: readonly (readonly [string, unknown])[]): Record<string, string> | undefined {
  const texts: Record<string, string> = {}
  for (const [name, value] of entries) {
    if (typeof value === 'string') texts[name] = value
    else if (value instanceof Map) {
      const inner = textsIn([...value].map(([key, each]: [unknown, unknown]) => [`${name}[${String(key)}]`, each]))
      if (inner === undefined) return undefined
      Object.assign(texts, inner)
    } else if (value !== undefined) return undefined
  }
  return texts
}
