/** A product as the commands show it. */
import { notifications } from '../../rules/notification.ts'
import { writeMoney } from '../../rules/money.ts'
import { writePercent } from '../../rules/percent.ts'
import type { Fee, Product } from '../../rules/product.ts'
import type { ProductSummary } from '../../store/products.ts'
import { writeDuration } from '../options.ts'

/** For `--json` of lists. */
export function summaryJson({ number, name, title, priceMinor, kind }: ProductSummary) {
  return { number, name, title, price: writeMoney(priceMinor), kind }
}

/** For `--json`. */
export function productJson(product: Product): Readonly<Record<string, unknown>> {
  const { timerMs, prepaymentMinMinor, notify, fees, extra } = product
  return {
    ...summaryJson(product),
    timer_seconds: timerMs === null ? null : timerMs / 1_000,
    prepayment_min: prepaymentMinMinor === null ? null : writeMoney(prepaymentMinMinor),
    notify,
    partner_fees: fees.map((fee) => fee && { sum: writeMoney(fee.sumMinor), percent: writePercent(fee.basisPoints) }),
    extra,
  }
}

/** A line each. */
export function factsOf(product: Product, currency: string): readonly (readonly [label: string, value: string])[] {
  const { timerMs, prepaymentMinMinor, notify, fees, extra } = product
  return [
    ['Number', String(product.number)],
    ['Name', product.name],
    ['Title', product.title],
    ['Price', `${writeMoney(product.priceMinor)} ${currency}`],
    ['Kind', product.kind],
    ['Unpaid orders', timerMs === null ? 'stay' : `cancel themselves after ${writeDuration(timerMs)}`],
    ['Prepayment', prepaymentMinMinor === null ? 'no' : `from ${writeMoney(prepaymentMinMinor)} ${currency}`],
    ['Partner', readableFee(fees[0], currency) ?? 'by their own share'],
    ['Second partner', readableFee(fees[1], currency) ?? 'nothing'],
    ...notifications.map((name) => [`Tell: ${name}`, notify[name] === '' ? 'nobody' : notify[name]] as const),
    ...Object.entries(extra),
  ]
}

/** Undefined where the product sets none. */
function readableFee(fee: Fee | null, currency: string): string | undefined {
  if (fee === null) return undefined
  return fee.basisPoints > 0 ? `${writePercent(fee.basisPoints)} %` : `${writeMoney(fee.sumMinor)} ${currency}`
}
