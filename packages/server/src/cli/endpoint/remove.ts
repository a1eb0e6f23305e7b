import { Command } from 'commander'
import type { Io } from '../io.ts'
import { type DataOption, dataOption, examples, type ShopOption, shopOption } from '../options.ts'
import { printLine } from '../print.ts'
import { withShop } from '../with-store.ts'
import { noEndpoint, parseEndpointNumber } from './options.ts'

export function removeEndpointCommand(io: Io): Command {
  return new Command('remove')
    .description('Remove an endpoint. What is on its way there ends; what was delivered can still be looked up.')
    .argument('<number>', 'as «endpoint list» shows it', parseEndpointNumber)
    .addOption(shopOption())
    .addOption(dataOption())
    .addHelpText('after', examples('endpoint remove 1 --shop anna'))
    .action(async (number: number, options: DataOption & ShopOption) => {
      const endpoint = await withShop(io, options, ({ endpoints }) => endpoints.remove(number))
      if (endpoint === undefined) throw noEndpoint(number)
      printLine(io.stdout, `Removed endpoint ${number}.`)
    })
}
