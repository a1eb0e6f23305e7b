/** All API functions: the product's table of contents. Each has the name that it has on the wire. */
import { GetBills } from './orders/GetBills.ts'

export const functions = {
  GetBills,
}
