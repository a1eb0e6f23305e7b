/** The page behind an order's `link`: what was ordered, what it costs, and where to pay (protocol section 7). */
import { writeMoney } from '../rules/money.ts'
import { leftToPay, type Order, type OrderItem, type PayStatus, totalOf } from '../rules/order.ts'
import { paymentUrl } from '../rules/payment-url.ts'
import type { Shop } from '../store/shops.ts'
import { styleElement } from './bill-style.ts'
import { billTexts, type BillTexts } from './bill-texts.ts'
import { type Html, markup, nothing } from './html.ts'

export interface Bill {
  readonly shop: Pick<Shop, 'login' | 'title' | 'language' | 'timeZone' | 'currency' | 'paymentUrl'>
  readonly order: Order
  /** As `Orders.tokenOf` gives it. */
  readonly token: string
}

/** In the shop's language, currency and time zone. Of the customer it tells nothing: a link may be passed on. */
export function billPage(bill: Bill): string {
  const { shop, order } = bill
  const texts = billTexts[shop.language]
  const write = writersFor(shop)
  const name = shop.title || shop.login
  const heading = texts.order(String(order.number))
  const { text } = markup`<!doctype html>
<html lang="${shop.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${heading} · ${name}</title>
${styleElement}
</head>
<body>
<main>
<p class="shop"><bdi>${name}</bdi></p>
<h1>${heading}</h1>
${stateOf[order.pay_status](order, texts, write)}
<p class="quiet">${texts.ordered(write.day(order.created))}</p>
${sending(order, texts, write)}
<table>
<caption class="heard">${texts.products}</caption>
<thead class="heard"><tr><th scope="col">${texts.product}</th><th scope="col">${texts.sum}</th></tr></thead>
<tbody>${order.items.map((item) => itemRow(item, texts, write))}</tbody>
<tfoot>${sumRows(order, texts, write)}</tfoot>
</table>
${payment(bill, texts, write)}
</main>
</body>
</html>
`
  return text
}

interface Writers {
  readonly money: (minor: number) => string
  readonly day: (milliseconds: number) => string
  readonly time: (milliseconds: number) => string
}

function writersFor({ language, currency, timeZone }: Bill['shop']): Writers {
  // Sums have two places whatever the currency, and none is dropped; of those that have none, only if there are some.
  const money = new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 2 })
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone })
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone })
  return {
    money: (minor) => money.format(minor / 100),
    day: (milliseconds) => day.format(milliseconds),
    time: (milliseconds) => time.format(milliseconds),
  }
}

const stateOf: Readonly<Record<PayStatus, (order: Order, texts: BillTexts, write: Writers) => Html>> = {
  waiting: ({ payments }, texts) => state('open', payments.length > 0 ? texts.partlyPaid : texts.waiting),
  paid: ({ paid }, texts, write) => state('done', paid === null ? texts.paid : texts.paidOn(write.day(paid))),
  cancel: (_order, texts) => state('over', texts.cancelled),
  return: (_order, texts) => state('over', texts.returned),
}

function state(kind: 'open' | 'done' | 'over', text: string): Html {
  return markup`<p class="state ${kind}">${text}</p>`
}

function sending({ sent_at, rpo }: Order, texts: BillTexts, write: Writers): Html {
  if (sent_at === null) return nothing
  const tracking = rpo === '' ? nothing : markup`<br>${texts.tracking}: <bdi>${rpo}</bdi>`
  return markup`<p class="quiet">${texts.sentOn(write.day(sent_at))}${tracking}</p>`
}

function itemRow({ title, name, sumMinor, priceMinor }: OrderItem, texts: BillTexts, { money }: Writers): Html {
  const isCheaper = sumMinor < priceMinor
  const price = isCheaper ? markup` <s><span class="heard">${texts.insteadOf} </span>${money(priceMinor)}</s>` : nothing
  return markup`\n<tr><th scope="row"><bdi>${title || name}</bdi></th><td>${money(sumMinor)}${price}</td></tr>`
}

/** What is left is said only where it is not the total. */
function sumRows(order: Order, texts: BillTexts, { money }: Writers): readonly Html[] {
  const total = totalOf(order)
  const noted = order.payments.reduce((sum, { sumMinor }) => sum + sumMinor, 0)
  // Of an order that was taken as paid, no payments may be known.
  const received = order.pay_status === 'paid' && noted === 0 ? total : noted
  const isPartlyPaid = order.pay_status === 'waiting' && received > 0
  return [
    sumRow(texts.total, money(total), 'strong'),
    received > 0 ? sumRow(texts.received, money(received), 'plain') : nothing,
    isPartlyPaid ? sumRow(texts.left, money(leftToPay(order)), 'strong') : nothing,
  ]
}

function sumRow(label: string, sum: string, kind: 'strong' | 'plain'): Html {
  return markup`\n<tr class="${kind}"><th scope="row">${label}</th><td>${sum}</td></tr>`
}

/** Nobody is asked to pay for an order that is cancelled. */
function payment({ shop, order, token }: Bill, texts: BillTexts, write: Writers): readonly Html[] {
  const left = leftToPay(order)
  if (order.pay_status !== 'waiting' || left === 0) return []
  const { paymentUrl: template } = shop
  const facts = { number: String(order.number), sum: writeMoney(left), email: order.email, token }
  return [
    template === ''
      ? nothing
      : markup`<a class="button" href="${paymentUrl(template, facts)}">${texts.pay(write.money(left))}</a>`,
    order.cancel_at === null
      ? nothing
      : markup`<p class="note quiet">${texts.payBefore(write.time(order.cancel_at))}</p>`,
  ]
}
