import { Command, Option } from 'commander'
import type { Discount } from '../../rules/coupon.ts'
import type { ShopStore } from '../../store/store.ts'
import { CommandError } from '../command-error.ts'
import type { Io } from '../io.ts'
import {
  type DataOption,
  dataOption,
  examples,
  type JsonOption,
  jsonOption,
  parseShare,
  parseSum,
  parseTime,
  type ShopOption,
  shopOption,
} from '../options.ts'
import { printJson, printLine } from '../print.ts'
import { withShop } from '../with-store.ts'
import { couponJson, readableDiscount } from './describe.ts'

interface Options extends DataOption, JsonOption, ShopOption {
  readonly percent?: number
  readonly sum?: number
  readonly from?: number
  readonly until?: number
  readonly product?: readonly string[]
  readonly partner?: string
}

export function addCouponCommand(io: Io): Command {
  return new Command('add')
    .description('Add a coupon: a discount by a code, in any case of letters.')
    .argument('<code>')
    .addOption(shopOption())
    .addOption(new Option('--percent <share>', 'off the price').argParser(parseShare).conflicts('sum'))
    .addOption(new Option('--sum <sum>', 'off the price').argParser(parseSum))
    .addOption(new Option('--from <time>', 'when it begins to count').argParser(parseTime))
    .addOption(new Option('--until <time>', 'when it ends').argParser(parseTime))
    .addOption(new Option('--product <name...>', 'names or numbers of what it covers; left out: all'))
    .addOption(new Option('--partner <login>', 'to whom orders with it are credited'))
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'coupon add SPRING --percent 10 --shop anna',
        'coupon add FRIEND --sum 500 --product course --partner bob --shop anna',
        'coupon add MAY --percent 25 --from 2026-05-01T00:00:00+03:00 --until 2026-06-01T00:00:00+03:00 --shop anna',
      ),
    )
    .action(async (code: string, options: Options) => {
      const coupon = await withShop(io, options, async (shop) =>
        shop.coupons.add({
          code,
          discount: discountIn(options),
          validFrom: options.from ?? null,
          validUntil: options.until ?? null,
          products: await productsIn(shop, options.product ?? []),
          partner: await partnerIn(shop, options.partner),
        }),
      )
      if (options.json === true) return printJson(io.stdout, couponJson(coupon))
      printLine(io.stdout, `Added coupon ${coupon.code}, number ${coupon.number}, ${readableDiscount(coupon)} off.`)
    })
}

function discountIn({ percent: basisPoints, sum: sumMinor }: Options): Discount {
  if (basisPoints !== undefined && basisPoints > 0) return { basisPoints }
  if (sumMinor !== undefined && sumMinor > 0) return { sumMinor }
  throw new CommandError('Say what the coupon takes off: --percent 10 or --sum 500.', { exitCode: 2 })
}

async function productsIn({ products }: ShopStore, names: readonly string[]): Promise<readonly number[]> {
  const known = await products.list()
  return names.map((name) => {
    const product = known.find((each) => each.name === name) ?? known.find((each) => String(each.number) === name)
    if (product === undefined) throw new CommandError(`There is no product «${name}».`)
    return product.number
  })
}

async function partnerIn({ partners }: ShopStore, login: string | undefined): Promise<number | null> {
  if (login === undefined) return null
  const partner = (await partners.list()).find((each) => each.login.toLowerCase() === login.toLowerCase())
  if (partner === undefined) throw new CommandError(`There is no partner «${login}».`)
  return partner.number
}
