import { Command } from 'commander'
import { parseCouponCode } from '../../rules/coupon.ts'
import { CommandError } from '../command-error.ts'
import type { Io } from '../io.ts'
import {
  byRule,
  type DataOption,
  dataOption,
  examples,
  type JsonOption,
  jsonOption,
  type ShopOption,
  shopOption,
} from '../options.ts'
import { withShop } from '../with-store.ts'
import { addCouponOptions, changesIn, type CouponOptions } from './options.ts'
import { printCoupon } from './print-coupon.ts'

type Options = DataOption & JsonOption & ShopOption & CouponOptions

export function addCouponCommand(io: Io): Command {
  return addCouponOptions(new Command('add'))
    .description('Add a coupon: a discount by a code, in any case of letters.')
    .argument('<code>', 'what customers type', byRule(parseCouponCode))
    .addOption(shopOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'coupon add SPRING --percent 10 --shop anna',
        'coupon add FRIEND --sum 500 --products course,ebook --partner bob --shop anna',
        'coupon add MAY --percent 25 --from 2026-05-01 --until 2026-05-31 --shop anna',
      ),
    )
    .action(async (code: string, options: Options) => {
      await withShop(io, options, async (data, shop) => {
        const { discount, ...rest } = await changesIn(options, data, shop)
        if (discount === undefined) {
          throw new CommandError('Say what the coupon takes off: --percent 10 or --sum 500.', { exitCode: 2 })
        }
        const whole = { validFrom: null, validUntil: null, products: [], partner: null }
        const coupon = await data.coupons.add({ ...whole, ...rest, code, discount })
        await printCoupon(io, options, { coupon, data, shop })
      })
    })
}
