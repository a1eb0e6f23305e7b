import { Command } from 'commander'
import type { Io } from '../io.ts'
import { type DataOption, dataOption, examples, type ShopOption, shopOption } from '../options.ts'
import { printLine } from '../print.ts'
import { withShop } from '../with-store.ts'
import { noProduct } from './show.ts'

export function removeProductCommand(io: Io): Command {
  return new Command('remove')
    .description('Remove a product. Orders keep what they say about it.')
    .argument('<name>')
    .addOption(shopOption())
    .addOption(dataOption())
    .addHelpText('after', examples('product remove course --shop anna'))
    .action(async (name: string, options: DataOption & ShopOption) => {
      if (!(await withShop(io, options, ({ products }) => products.remove(name)))) throw noProduct(name)
      printLine(io.stdout, `Removed product ${name}.`)
    })
}
