/** What a shop sells. Each `parse…` throws a RangeError for people. */
import type { NotificationUrls } from './notification.ts'

/** `floating`: the buyer names the price. Sent by post are physical ones only. */
export const productKinds = ['digital', 'physical', 'floating'] as const
export type ProductKind = (typeof productKinds)[number]

/** What a partner earns by a sale: a sum, or a share of what the item costs; a share wins if both are above zero. */
export interface Fee {
  /** In minor units of the shop's currency. */
  readonly sumMinor: number
  /** In hundredths of a percent: 1250 is 12.5 %. */
  readonly basisPoints: number
}

export interface Product {
  /** Unique in its shop, and never given twice. */
  readonly number: number
  /** The symbolic identifier (`good_name` on the wire), unique in its shop. */
  readonly name: string
  readonly title: string
  /** In minor units of the shop's currency. */
  readonly priceMinor: number
  readonly kind: ProductKind
  /** How long an unpaid order of it lives, in milliseconds; null: for ever. */
  readonly timerMs: number | null
  /** The least that can be paid in part, in minor units of the shop's currency; null: only all at once. */
  readonly prepaymentMinMinor: number | null
  readonly notify: NotificationUrls
  /** For the partners of level 1 and 2; null: the partner's own share (level 1), nothing (level 2). */
  readonly fees: readonly [Fee | null, Fee | null]
  /** Further settings of the protocol, kept as they were given, by their wire names. */
  readonly extra: Readonly<Record<string, string>>
}

/** What can be changed of a product; orders refer to the rest. */
export type ProductChanges = Partial<Omit<Product, 'number' | 'name'>>

/** What a product is like as long as nobody has said otherwise. */
export const plainProduct: Omit<Product, 'number' | 'name' | 'title' | 'priceMinor'> = {
  kind: 'digital',
  timerMs: null,
  prepaymentMinMinor: null,
  notify: { created: '', paid: '', prepaid: '', cancelled: '', returned: '' },
  fees: [null, null],
  extra: {},
}

/** 999,999 days: far longer than anybody waits, and the end of it can still be told as a time. */
export const longestTimerMs = 999_999 * 86_400_000

const longestName = 100

/** Trimmed. Without commas, as API 2.0 has lists of names with commas between them (protocol section 10.1). */
export function parseProductName(text: string): string {
  const name = text.trim()
  if (name === '' || name.length > longestName || /[,\p{Cc}]/u.test(name)) {
    throw new RangeError(
      `«${name}» cannot be a product's name: take 1 to ${longestName} printable characters, and no comma.`,
    )
  }
  return name
}

const longestTitle = 1_000

/** Trimmed. */
export function parseProductTitle(text: string): string {
  const title = text.trim()
  if (title === '' || title.length > longestTitle || /\p{Cc}/u.test(title)) {
    throw new RangeError(`A product's title has 1 to ${longestTitle.toLocaleString('en-US')} printable characters.`)
  }
  return title
}
