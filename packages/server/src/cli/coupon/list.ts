import { Command } from 'commander'
import type { Io } from '../io.ts'
import {
  type DataOption,
  dataOption,
  examples,
  type JsonOption,
  jsonOption,
  type ShopOption,
  shopOption,
} from '../options.ts'
import { printJson, printLine, printTable } from '../print.ts'
import { readableTime } from '../shop/describe.ts'
import { withShop } from '../with-store.ts'
import { couponJson, readableDiscount } from './describe.ts'

export function listCouponsCommand(io: Io): Command {
  return new Command('list')
    .description("List a shop's coupons.")
    .addOption(shopOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('coupon list --shop anna'))
    .action(async (options: DataOption & JsonOption & ShopOption) => {
      const coupons = await withShop(io, options, (shop) => shop.coupons.list())
      if (options.json === true) return printJson(io.stdout, coupons.map(couponJson))
      if (coupons.length === 0) return printLine(io.stderr, 'No coupons yet. Add one: billkeep coupon add CODE')
      const rows = coupons.map((coupon) => [
        String(coupon.number),
        coupon.code,
        readableDiscount(coupon),
        coupon.validFrom === null ? '' : readableTime(coupon.validFrom),
        coupon.validUntil === null ? '' : readableTime(coupon.validUntil),
        coupon.products.length === 0 ? 'all' : coupon.products.join(' '),
      ])
      printTable(io.stdout, ['NUMBER', 'CODE', 'OFF', 'FROM', 'UNTIL', 'PRODUCTS'], rows)
    })
}
