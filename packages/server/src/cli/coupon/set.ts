import { Command, Option } from 'commander'
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

interface Options extends DataOption, JsonOption, ShopOption, CouponOptions {
  readonly newCode?: string
}

export function setCouponCommand(io: Io): Command {
  return addCouponOptions(new Command('set'))
    .description('Change a coupon; what is left out stays. Orders in which it was used keep their prices.')
    .argument('<code>')
    .addOption(new Option('--new-code <code>', 'what customers type from now on').argParser(byRule(parseCouponCode)))
    .addOption(shopOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'coupon set SPRING --percent 15 --until 2026-06-30 --shop anna',
        "coupon set SPRING --until none --products '' --shop anna",
      ),
    )
    .action(async (code: string, { shop: login, data: dataDir, database, json, ...settings }: Options) => {
      if (Object.keys(settings).length === 0) {
        throw new CommandError('Say what to change, like --percent 15. «billkeep coupon set --help» lists it all.', {
          exitCode: 2,
        })
      }
      await withShop(io, { shop: login, data: dataDir, database }, async (data, shop) => {
        const changes = await changesIn(settings, data, shop)
        const renamed = settings.newCode === undefined ? {} : { code: settings.newCode }
        const coupon = await data.coupons.update(code, { ...changes, ...renamed })
        await printCoupon(io, json === true ? { json } : {}, { coupon, data, shop })
      })
    })
}
