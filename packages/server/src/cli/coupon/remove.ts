import { Command } from 'commander'
import type { Io } from '../io.ts'
import { type DataOption, dataOption, examples, type ShopOption, shopOption } from '../options.ts'
import { printLine } from '../print.ts'
import { withShop } from '../with-store.ts'

export function removeCouponCommand(io: Io): Command {
  return new Command('remove')
    .description('Remove a coupon. Orders in which it was used keep it.')
    .argument('<code>')
    .addOption(shopOption())
    .addOption(dataOption())
    .addHelpText('after', examples('coupon remove SPRING --shop anna'))
    .action(async (code: string, options: DataOption & ShopOption) => {
      await withShop(io, options, ({ coupons }) => coupons.remove(code))
      printLine(io.stdout, `Removed coupon ${code}.`)
    })
}
