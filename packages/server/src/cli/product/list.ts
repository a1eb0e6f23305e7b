import { Command } from 'commander'
import { writeMoney } from '../../rules/money.ts'
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
import { summaryJson } from './describe.ts'

export function listProductsCommand(io: Io): Command {
  return new Command('list')
    .description("List a shop's products.")
    .addOption(shopOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', examples('product list --shop anna'))
    .action(async (options: DataOption & JsonOption & ShopOption) => {
      const { products, currency } = await withShop(io, options, async (data, shop) => ({
        products: await data.products.summaries(),
        currency: shop.currency,
      }))
      if (options.json === true) return printJson(io.stdout, products.map(summaryJson))
      if (products.length === 0) return printLine(io.stderr, 'No products yet. Add one: billkeep product add NAME')
      const rows = products.map(({ number, name, title, priceMinor, kind }) => [
        String(number),
        name,
        `${writeMoney(priceMinor)} ${currency}`,
        kind,
        title,
      ])
      printTable(io.stdout, ['NUMBER', 'NAME', 'PRICE', 'KIND', 'TITLE'], rows)
    })
}
