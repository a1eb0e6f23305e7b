import type { Coupon } from '../../rules/coupon.ts'
import type { Shop } from '../../store/shops.ts'
import type { ShopStore } from '../../store/store.ts'
import type { Io } from '../io.ts'
import type { JsonOption } from '../options.ts'
import { printJson, printTable } from '../print.ts'
import { couponHeader, couponJson, couponRow, shown } from './describe.ts'

interface Changed {
  readonly coupon: Coupon
  readonly data: ShopStore
  readonly shop: Shop
}

/** As it is now, in the manner of `coupon list`. */
export async function printCoupon(io: Io, { json }: JsonOption, { coupon, data, shop }: Changed): Promise<void> {
  for (const each of await shown([coupon], data)) {
    if (json === true) printJson(io.stdout, couponJson(each))
    else printTable(io.stdout, couponHeader, [couponRow(each, shop)])
  }
}
