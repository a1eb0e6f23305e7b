/** Holds who is to be told of what, and who was, against the model (protocol section 11). */
import { expect } from 'vitest'
import { moneyText } from './money.ts'
import type { RealShop } from './real.ts'
import type { Happened, ModelShop } from './shop.ts'

/** Of each order, in its order. All that was due has been delivered. */
export async function compareOutbox(model: ModelShop, real: RealShop): Promise<void> {
  const listed = (await real.store.deliveries.list({ limit: 10_000 })).toReversed()
  const written = listed.flatMap(({ event, url }) =>
    'order' in event ? [{ number: event.order.number, type: event.type, at: event.at, url }] : [],
  )
  expect(Map.groupBy(written, ({ number }) => number)).toEqual(
    new Map(wantedOf(model, ({ order: { number }, type, at }, url) => ({ number, type, at, url }))),
  )
  expect(listed.filter(({ state, attempts }) => state !== 'delivered' || attempts !== 1)).toEqual([])
  const told = real.told().map(({ url, body }) => ({ number: Number(body.get('id')), ...gistOf(url, body) }))
  // Addresses of one event are told side by side.
  for (const [number, wanted] of wantedOf(model, gistOfHappened)) {
    for (const url of new Set(wanted.map((each) => each.url))) {
      const arrived = told.filter((each) => each.number === number && each.url === url)
      expect(arrived).toEqual(wanted.filter((each) => each.url === url).map((each) => ({ number, ...each })))
    }
  }
  expect(told).toHaveLength(listed.length)
}

/** By order's number, without orders of which nobody is told. */
function wantedOf<Wanted>(
  { orders }: ModelShop,
  gist: (happened: Happened, url: string) => Wanted,
): readonly (readonly [number, readonly Wanted[]])[] {
  const all = [...orders].map(
    ([number, { happened }]) => [number, happened.flatMap((each) => each.urls.map((url) => gist(each, url)))] as const,
  )
  return all.filter(([, wanted]) => wanted.length > 0)
}

type Gist = Readonly<Record<'url' | 'items' | (typeof gistKeys)[number], string | null>>

/** What tells events apart, and what receivers look at first. */
const gistKeys = [
  'status',
  'email',
  'created',
  'paid',
  'last_payment_sum',
  'prepayment_sum',
  'kupon',
  'payway',
] as const

function gistOf(url: string, body: URLSearchParams): Gist {
  const items = [...body.keys()].filter((key) =>
    /^items\[\d+\]\[(?:id|sum|partners\]\[\d+\]\[partner_fee)\]$/.test(key),
  )
  const gist = Object.fromEntries(gistKeys.map((key) => [key, body.get(key)])) as Omit<Gist, 'url' | 'items'>
  return { url, ...gist, items: items.map((key) => body.get(key)).join(' ') }
}

function gistOfHappened({ type, order }: Happened, url: string): Gist {
  const { email, created, paid, kupon, payway, payments, items } = order
  const isSold = type === 'order.paid' || type === 'order.prepaid'
  const last = moneyText(payments.at(-1)?.sumMinor ?? 0)
  return {
    url,
    status: words[type] ?? null,
    email,
    created: String(Math.floor(created / 1_000)),
    paid: type === 'order.paid' ? String(Math.floor((paid ?? 0) / 1_000)) : null,
    last_payment_sum: type === 'order.paid' ? last : null,
    prepayment_sum: type === 'order.prepaid' ? last : null,
    kupon: isSold || type === 'order.created' ? kupon : null,
    payway: type === 'order.paid' ? payway : null,
    items: items
      .flatMap(({ name, sumMinor, partners }) => [
        name,
        moneyText(sumMinor),
        ...(isSold ? partners.map(({ feeMinor }) => moneyText(feeMinor)) : []),
      ])
      .join(' '),
  }
}

const words: Readonly<Partial<Record<Happened['type'], string>>> = {
  'order.created': 'new_order',
  'order.cancelled': 'cancel_order',
  'order.returned': 'moneyback',
}
