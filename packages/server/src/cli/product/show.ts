import { Command } from 'commander'
import { CommandError } from '../command-error.ts'
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

export function showProductCommand(io: Io): Command {
  return new Command('show')
    .description('Show all that is set of a product.')
    .argument('<name>')
    .addOption(shopOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('product show course --shop anna'))
    .action(async (name: string, options: DataOption & JsonOption & ShopOption) => {
      const { product, currency } = await withShop(io, options, async (data, shop) => ({
        product: await data.products.find(name),
        currency: shop.currency,
      }))
      if (product === undefined) throw noProduct(name)
      if (options.json === true) return printJson(io.stdout, productJson(product))
      const facts = factsOf(product, currency)
      const width = Math.max(...facts.map(([label]) => label.length)) + 2
      for (const [label, value] of facts) printLine(io.stdout, harmless(`${`${label}:`.padEnd(width)}${value}`))
    })
}

export function noProduct(name: string): CommandError {
  return new CommandError(`There is no product «${name}». «billkeep product list» shows those there are.`)
}
