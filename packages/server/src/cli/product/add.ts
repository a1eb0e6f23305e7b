import { Command } from 'commander'
import { parseProductName, plainProduct } from '../../rules/product.ts'
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
import { printJson, printLine } from '../print.ts'
import { withShop } from '../with-store.ts'
import { productJson } from './describe.ts'
import { addProductOptions, changesIn, type ProductOptions } from './options.ts'

type Options = DataOption & JsonOption & ShopOption & ProductOptions

export function addProductCommand(io: Io): Command {
  return addProductOptions(new Command('add'))
    .description('Add a product.')
    .argument('<name>', 'what orders name it by', byRule(parseProductName))
    .addOption(shopOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'product add course --title "Course of cooking" --price 2000 --shop anna',
        'product add apron --title Apron --price 900 --kind physical --timer 3d --partner-fee 10% --shop anna',
      ),
    )
    .action(async (name: string, options: Options) => {
      const { title, price: priceMinor } = options
      if (title === undefined || priceMinor === undefined) {
        throw new CommandError('Say what it is called and what it costs: --title "Course of cooking" --price 2000', {
          exitCode: 2,
        })
      }
      const wanted = { ...plainProduct, name, title, priceMinor }
      const product = await withShop(io, options, ({ products }) =>
        products.add({ ...wanted, ...changesIn(options, wanted) }),
      )
      if (product === undefined) {
        throw new CommandError(`There is a product «${name}» already. «billkeep product set» changes it.`)
      }
      if (options.json === true) return printJson(io.stdout, productJson(product))
      printLine(io.stdout, `Added product ${product.name}, number ${product.number}.`)
    })
}
