/** What the payment page says, in each language. */
import type { Shop } from '../store/shops.ts'

/** Sums and days come written out. */
export interface BillTexts {
  readonly order: (number: string) => string
  readonly ordered: (day: string) => string
  readonly products: string
  readonly product: string
  readonly sum: string
  /** Said before a price that does not count any more, to those who hear the page. */
  readonly insteadOf: string
  readonly total: string
  readonly received: string
  readonly left: string
  readonly pay: (sum: string) => string
  readonly payBefore: (time: string) => string
  readonly waiting: string
  readonly partlyPaid: string
  readonly paid: string
  readonly paidOn: (day: string) => string
  readonly cancelled: string
  readonly returned: string
  readonly sentOn: (day: string) => string
  readonly tracking: string
}

const en: BillTexts = {
  order: (number) => `Order ${number}`,
  ordered: (day) => `Ordered on ${day}`,
  products: 'What was ordered',
  product: 'Product',
  sum: 'Sum',
  insteadOf: 'instead of',
  total: 'Total',
  received: 'Paid',
  left: 'Left to pay',
  pay: (sum) => `Pay ${sum}`,
  payBefore: (time) => `Please pay before ${time}. After that the order is cancelled.`,
  waiting: 'Awaiting payment',
  partlyPaid: 'Partly paid',
  paid: 'Paid',
  paidOn: (day) => `Paid on ${day}`,
  cancelled: 'Cancelled',
  returned: 'Money returned',
  sentOn: (day) => `Sent on ${day}`,
  tracking: 'Tracking number',
}

const ru: BillTexts = {
  order: (number) => `Заказ ${number}`,
  ordered: (day) => `Оформлен ${day}`,
  products: 'Состав заказа',
  product: 'Товар',
  sum: 'Сумма',
  insteadOf: 'вместо',
  total: 'Итого',
  received: 'Оплачено',
  left: 'Осталось оплатить',
  pay: (sum) => `Оплатить ${sum}`,
  payBefore: (time) => `Оплатите, пожалуйста, до ${time}. После этого заказ будет отменён.`,
  waiting: 'Ожидает оплаты',
  partlyPaid: 'Оплачен частично',
  paid: 'Оплачен',
  paidOn: (day) => `Оплачен ${day}`,
  cancelled: 'Отменён',
  returned: 'Деньги возвращены',
  sentOn: (day) => `Отправлен ${day}`,
  tracking: 'Трек-номер',
}

export const billTexts: Readonly<Record<Shop['language'], BillTexts>> = { en, ru }
