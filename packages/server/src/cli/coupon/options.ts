/** What `coupon add` and `coupon set` say of a coupon. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Coupon, Discount } from '../../rules/coupon.ts'
import { type Bound, endOf, parseBound, startOf } from '../../rules/period.ts'
import type { Shop } from '../../store/shops.ts'
import type { ShopStore } from '../../store/store.ts'
import { CommandError } from '../command-error.ts'
import { orNone, parseShare, parseSum } from '../options.ts'
import { partnerCalled } from '../partner/partner-called.ts'

export interface CouponOptions {
  readonly percent?: number
  readonly sum?: number
  readonly from?: Bound | 'none'
  readonly until?: Bound | 'none'
  readonly products?: string
  readonly partner?: string
}

export function addCouponOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--percent <share>', 'off each product that it covers').argParser(parseSomeShare).conflicts('sum'),
    )
    .addOption(new Option('--sum <sum>', 'off each product that it covers').argParser(parseSomeSum))
    .addOption(
      new Option('--from <day>', "the first day, in the shop's time zone; none: since ever").argParser(
        orNone(parseDay),
      ),
    )
    .addOption(
      new Option('--until <day>', "the last day, in the shop's time zone; none: for ever").argParser(orNone(parseDay)),
    )
    .addOption(new Option('--products <names>', "what it covers: names or numbers with commas between; '': everything"))
    .addOption(new Option('--partner <login>', "to whom orders with it are credited; '': nobody"))
}

/** What was said; what was left out is not in it. */
export async function changesIn(
  { percent, sum, from, until, products, partner }: CouponOptions,
  data: ShopStore,
  { timeZone }: Shop,
): Promise<Partial<Omit<Coupon, 'number' | 'code'>>> {
  const discount = discountIn(percent, sum)
  return {
    ...(discount !== undefined && { discount }),
    ...(from !== undefined && { validFrom: from === 'none' ? null : startOf(from, timeZone) }),
    ...(until !== undefined && { validUntil: until === 'none' ? null : endOf(until, timeZone) }),
    ...(products !== undefined && { products: await productsCalled(data, products) }),
    ...(partner !== undefined && { partner: (await partnerCalled(data, partner))?.number ?? null }),
  }
}

function discountIn(basisPoints: number | undefined, sumMinor: number | undefined): Discount | undefined {
  if (basisPoints !== undefined) return { basisPoints }
  return sumMinor === undefined ? undefined : { sumMinor }
}

/** By name or, if no product has that, by number. */
async function productsCalled({ products }: ShopStore, names: string): Promise<readonly number[]> {
  const known = await products.summaries()
  const wanted = names.split(',').map((name) => name.trim())
  const numbers = wanted
    .filter((name) => name !== '')
    .map((name) => {
      const product = known.find((each) => each.name === name) ?? known.find((each) => String(each.number) === name)
      if (product !== undefined) return product.number
      throw new CommandError(`There is no product «${name}». «billkeep product list» shows those there are.`)
    })
  // Commas alone: a list that went wrong must not become a discount on everything.
  if (numbers.length === 0 && names.trim() !== '') {
    throw new CommandError(`«${names}» names no product. Say --products '' for everything.`, { exitCode: 2 })
  }
  return [...new Set(numbers)]
}

function parseSomeShare(text: string): number {
  return aboveZero(parseShare(text))
}

function parseSomeSum(text: string): number {
  return aboveZero(parseSum(text))
}

function aboveZero(discount: number): number {
  if (discount === 0) throw new InvalidArgumentError('It must be above zero.')
  return discount
}

function parseDay(text: string): Bound {
  const bound = parseBound(text)
  if (bound === undefined) {
    throw new InvalidArgumentError('A day is like 2026-01-31, and a time like 2026-01-31T18:00:00Z.')
  }
  return bound
}
