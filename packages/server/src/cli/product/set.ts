import { Command } from 'commander'
import type { Product } from '../../rules/product.ts'
import { CommandError } from '../command-error.ts'
import { differences } from '../differences.ts'
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
import { harmless, printJson, printLine } from '../print.ts'
import { withShop } from '../with-store.ts'
import { factsOf, productJson } from './describe.ts'
import { addProductOptions, changesIn, type ProductOptions } from './options.ts'
import { noProduct } from './show.ts'

type Options = DataOption & JsonOption & ShopOption & ProductOptions

export function setProductCommand(io: Io): Command {
  return addProductOptions(new Command('set'))
    .description('Change a product; what is left out stays. Orders that were taken keep what they say about it.')
    .argument('<name>')
    .addOption(shopOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'product set course --price 1900 --prepayment-min 500 --shop anna',
        'product set course --notify-paid https://shop.example.com/paid.php --shop anna',
        "product set course --notify-paid '' --timer none --shop anna",
      ),
    )
    .action(async (name: string, { shop, data, database, json, ...settings }: Options) => {
      if (Object.keys(settings).length === 0) {
        throw new CommandError('Say what to change, like --price 1900. «billkeep product set --help» lists it all.', {
          exitCode: 2,
        })
      }
      const seen: Product[] = []
      const { changed, currency } = await withShop(
        io,
        { shop, data, database },
        async ({ products }, { currency: unit }) => ({
          changed: await products.update(name, (present) => {
            seen.push(present)
            return changesIn(settings, present)
          }),
          currency: unit,
        }),
      )
      const before = seen.at(-1)
      if (changed === undefined || before === undefined) throw noProduct(name)
      if (json === true) return printJson(io.stdout, productJson(changed))
      const lines = differences(factsOf(before, currency), factsOf(changed, currency))
      for (const line of lines) printLine(io.stdout, harmless(line))
      if (lines.length === 0) printLine(io.stdout, `Nothing changed: ${name} was like that already.`)
    })
}
