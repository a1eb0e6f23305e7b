/** Fields that set a product (protocol section 9.2). */
import { z } from 'zod'
import { parseMoney } from '../rules/money.ts'
import { parseNotificationUrl } from '../rules/notification-url.ts'
import { parsePercent } from '../rules/percent.ts'
import { type Fee, parseProductName, parseProductTitle, type Product, type ProductChanges } from '../rules/product.ts'
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

export const goodName = ruled(parseProductName).meta({ title: 'Product ID', description: 'Unique in the shop.' })

const kinds: Readonly<Record<string, Product['kind']>> = {
  '1': 'physical',
  real: 'physical',
  '0': 'digital',
  digital: 'digital',
}

export const goodType = parsed((text) => kinds[text.toLowerCase()]).meta({
  title: 'Kind',
  description: '`1`: sent by post; `0`: digital.',
})

const unitMs = { min: 60_000, hour: 3_600_000, day: 86_400_000 } as const

const money = parsed((text) => (text === '' ? 0 : parseMoney(text))).optional()
const percent = parsed((text) => (text === '' ? 0 : parsePercent(text))).optional()
const keptText = z.string().max(10_000).optional()

/** What is kept as it was given. */
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
  good_sum: parsed(parseMoney).meta({ title: 'Price', description: 'Like `1500.00`.' }),
  good_api_url_notif: ruled(parseNotificationUrl)
    .optional()
    .meta({ title: 'Notification of payment', description: 'Where to tell that an order is paid.' }),
  good_api_url_new_order: ruled(parseNotificationUrl)
    .optional()
    .meta({ title: 'Notification of an order', description: 'Where to tell that an order is created.' }),
  good_timer: flag.meta({ title: 'Timer', description: 'Whether unpaid orders cancel themselves.' }),
  good_timer_unit: z
    .enum(['min', 'hour', 'day'])
    .optional()
    .meta({ title: "The timer's unit", description: '`min`, `hour` or `day`.' }),
  good_timer_duration: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .optional()
    .meta({ title: "The timer's length", description: 'In its unit.' }),
  good_partner_fee: money.meta({ title: "Partner's fee", description: 'A sum.' }),
  good_partner_fee_perc: percent.meta({ title: "Partner's share", description: 'In percent.' }),
  good_partner_pfee: money.meta({ title: 'Fee of level 2', description: 'A sum.' }),
  good_partner_pfee_perc: percent.meta({ title: 'Share of level 2', description: 'In percent.' }),
  ...kept,
} as const

const shape = z.object(settings)
type Settings = z.output<typeof shape>

/** What was said of a product; what was left out stays as it is in `present`. */
export function changesIn(
  given: Settings,
  present: Omit<Product, 'number' | 'name' | 'title' | 'priceMinor'>,
): ProductChanges {
  const { good_api_url_notif: paid, good_api_url_new_order: created } = given
  return {
    title: given.good_title,
    priceMinor: given.good_sum,
    timerMs: timerIn(given, present.timerMs),
    notify: { ...present.notify, paid: paid ?? present.notify.paid, created: created ?? present.notify.created },
    fees: [
      feeIn(given.good_partner_fee, given.good_partner_fee_perc, present.fees[0]),
      feeIn(given.good_partner_pfee, given.good_partner_pfee_perc, present.fees[1]),
    ],
    extra: { ...present.extra, ...keptIn(given) },
  }
}

function timerIn(given: Settings, present: number | null): number | null {
  const { good_timer: isOn, good_timer_unit: unit = 'day', good_timer_duration: duration } = given
  if (isOn === undefined) return present
  return isOn && duration !== undefined && duration > 0 ? duration * unitMs[unit] : null
}

function feeIn(sumMinor: number | undefined, basisPoints: number | undefined, present: Fee | null): Fee | null {
  if (sumMinor === undefined && basisPoints === undefined) return present
  return { sumMinor: sumMinor ?? 0, basisPoints: basisPoints ?? 0 }
}

function keptIn(given: Settings): Readonly<Record<string, string>> {
  const values = new Map<string, unknown>(Object.entries(given))
  const texts: Record<string, string> = {}
  for (const name of Object.keys(kept)) {
    const value = values.get(name)
    if (typeof value === 'string') texts[name] = value
  }
  return texts
}
