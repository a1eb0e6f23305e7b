import { Command } from 'commander'
import type { Io } from '../io.ts'
import { type DataOption, dataOption, examples, type ShopOption, shopOption } from '../options.ts'
import { printLine } from '../print.ts'
import { withShop } from '../with-store.ts'

export function removePartnerCommand(io: Io): Command {
  return new Command('remove')
    .description('Remove a partner. Orders that named them keep what they earned.')
    .argument('<login>')
    .addOption(shopOption())
    .addOption(dataOption())
    .addHelpText('after', examples('partner remove bob --shop anna'))
    .action(async (login: string, options: DataOption & ShopOption) => {
      await withShop(io, options, ({ partners }) => partners.remove(login))
      printLine(io.stdout, `Removed partner ${login}.`)
    })
}
