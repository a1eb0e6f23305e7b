/** What the demo shop sells. The first three are in the protocol page's example. */
import type { OrderItem } from '../rules/order.ts'

export type DemoProduct = Omit<OrderItem, 'sumMinor'>

/** Nothing is sent by post, and nobody else's sale. */
const plain = { kind: 'digital', pincode: '', partners: [] } as const

export const training: DemoProduct = {
  ...plain,
  product: 12_549,
  name: 'payment',
  title: 'payment for training',
  priceMinor: 150_000,
}
export const cinemas: DemoProduct = {
  ...plain,
  product: 13_011,
  name: 'sales',
  title: 'sales in cinemas',
  priceMinor: 49_000,
}
export const ways: DemoProduct = { ...plain, product: 28_363, name: '222', title: '222 ways', priceMinor: 19_900 }
export const bread: DemoProduct = {
  ...plain,
  product: 31_207,
  name: 'bread',
  title: 'Хлеб на закваске: курс для дома',
  priceMinor: 390_000,
}
/** Paid again each month. */
export const club: DemoProduct = {
  ...plain,
  product: 40_118,
  name: 'club',
  title: 'Baking club, one month',
  priceMinor: 69_000,
}

export const products = [training, cinemas, ways, bread, club] as const
