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
import { withShop } from '../with-store.ts'
import { couponHeader, couponJson, couponRow, shown } from './describe.ts'

export function listCouponsCommand(io: Io): Command {
  return new Command('list')
    .description("List a shop's coupons.")
    .addOption(shopOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('coupon list --shop anna'))
    .action(async (options: DataOption & JsonOption & ShopOption) => {
      const { coupons, shop } = await withShop(io, options, async (data, of) => ({
        coupons: await shown(await data.coupons.list(), data),
        shop: of,
      }))
      if (options.json === true) return printJson(io.stdout, coupons.map(couponJson))
      if (coupons.length === 0) return printLine(io.stderr, 'No coupons yet. Add one: billkeep coupon add CODE')
      printTable(
        io.stdout,
        couponHeader,
        coupons.map((coupon) => couponRow(coupon, shop)),
      )
    })
}
